/** The site's own pages, which are neither guide nor checklist nor article: what each is called, and where it is. Navigation, trails, cards and the list of all pages take it from here. */
import type { Source } from '../written/schema.ts';
import { site } from './site.ts';

/**
 * What kind of page it is, as `data-kind` says on `<html>`: the search names what it found by it, paper is laid out by it, figures are sorted by it. Pages of which
 * there is one are of no kind. (The search's script has a list of its own of what it finds, since it imports nothing from here; a test holds the two together.)
 */
export type PageKind = 'guide' | 'checklist' | 'evidence' | 'questions' | 'tips' | 'tool';

export interface OwnPage {
  /** Without the base path. */
  readonly path: string;
  /** What the page and its card say it is. */
  readonly title: string;
  /** Its name in navigation, which has room for a few words. */
  readonly label: string;
  /** Its name in the list of all pages, where its title stands for too little. */
  readonly listedAs?: string;
}

type OwnPageName =
  | 'home'
  | 'whichWay'
  | 'triage'
  | 'plan'
  | 'note'
  | 'carry'
  | 'checklists'
  | 'questions'
  | 'tips'
  | 'evidence'
  | 'sources'
  | 'handbook'
  | 'about'
  | 'search';

export const ownPages: Readonly<Record<OwnPageName, OwnPage>> = {
  home: { path: '/', title: site.tagline, label: 'Home' },
  triage: { path: '/tools/triage/', title: 'Sort all your connections', label: 'Sort all your connections' },
  plan: { path: '/tools/plan/', title: 'Plan your clean-up', label: 'Plan your clean-up' },
  note: { path: '/tools/invitation-note/', title: 'Write an invitation note', label: 'Write an invitation note' },
  whichWay: { path: '/tools/which-way/', title: 'Which way to step back?', label: 'Which way to step back?' },
  carry: { path: '/tools/carry/', title: 'Continue on another device', label: 'Continue on another device' },
  checklists: { path: '/checklists/', title: 'Checklists', label: 'All checklists', listedAs: 'All checklists, with your progress' },
  questions: { path: '/questions/', title: 'Questions', label: 'Questions' },
  tips: { path: '/tips/', title: 'Tips', label: 'Tips' },
  evidence: {
    path: '/evidence/',
    title: 'Evidence: who says what, and how sure it is',
    label: 'Evidence',
    listedAs: 'Who says what, and how sure it is',
  },
  sources: { path: '/evidence/sources/', title: 'Sources', label: 'All other sources' },
  handbook: {
    path: '/handbook/',
    title: 'The handbook: all guides on one page',
    label: 'Handbook',
    listedAs: 'All guides on one page, to print or to save',
  },
  about: { path: '/about/', title: 'About and privacy', label: 'About and privacy' },
  search: { path: '/search/', title: 'Search', label: 'All pages' },
};

/** Those that do something with what somebody brings, chooses or has ticked, in the order in which they are listed. */
export const toolPages: readonly OwnPage[] = [ownPages.whichWay, ownPages.triage, ownPages.plan, ownPages.note, ownPages.carry];

/** The title of the page that goes through one of the articles point by point. */
export const articlePageTitle = ({ title }: Pick<Source, 'title'>): string => `What became of “${title}”`;
