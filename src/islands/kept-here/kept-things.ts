/** All that this site keeps in a browser's storage, in words. A test holds it against the keys that scripts use: none is missing here, and none is here that none uses. */
import { NAMESPACE } from '../../browser/kept.ts';

export interface KeptThing {
  /** What its key is, or begins with up to a ":". Where one ends in that, something always follows. The longest that fits counts. */
  readonly key: string;
  readonly what: string;
  readonly why: string;
}

export const keptThings: readonly KeptThing[] = [
  {
    key: `${NAMESPACE}checklists`,
    what: 'What you ticked, and when',
    why: 'So that you find your place again. Of private lists only what you asked it to remember.',
  },
  {
    key: `${NAMESPACE}checklists:set-aside`,
    what: 'Ticks that could not be read',
    why: 'So that a fault of ours does not cost you your place.',
  },
  { key: `${NAMESPACE}plan`, what: 'Your plan, with its dates', why: 'So that you know what comes next.' },
  { key: `${NAMESPACE}plan:set-aside`, what: 'A plan that could not be read', why: 'So that a fault of ours does not cost you your plan.' },
  {
    key: `${NAMESPACE}notes:`,
    what: 'The notes you write, with the names you put in',
    why: 'So that a draft is there when you come back.',
  },
  {
    key: `${NAMESPACE}notes-set-aside:`,
    what: 'Notes that could not be read',
    why: 'So that a fault of ours does not cost you your words.',
  },
  { key: `${NAMESPACE}colours`, what: 'The colours you chose', why: 'So that each page has them at once.' },
  { key: `${NAMESPACE}where-you-are`, what: 'Whether you use the website or the app', why: 'So that guides show you the steps that fit.' },
  {
    key: `${NAMESPACE}triage`,
    what: 'What you decided about your connections',
    why: 'So that you can go on next week. It holds the names of those to unfollow or remove, and your list only if you asked for it, for 30 days.',
  },
];
