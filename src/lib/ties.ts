/** The notation of the site: two people are two dots, what holds between them is a line. One place for its states, in shape and in words. */

export const tieStates = ['connected', 'unfollowed', 'removed', 'blocked', 'never'] as const;
type TieState = (typeof tieStates)[number];

/** Who sees whose updates. An arrowhead points at the one who sees them. Left out where that is not known. */
export const tieArrows = ['both', 'from', 'to', 'neither'] as const;
type TieArrows = (typeof tieArrows)[number];

export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly state: TieState;
  readonly arrows?: TieArrows | undefined;
  /** A struck-out bell: no notice goes out. */
  readonly bell?: boolean | undefined;
}

/** "you" and "they" take another verb than a name does. */
const plural = (person: string): boolean => person === 'you' || person === 'they';
const has = (person: string): string => `${person} ${plural(person) ? 'have' : 'has'}`;
const sees = (person: string): string => `${person} ${plural(person) ? 'see' : 'sees'}`;
const follows = (person: string): string => `${person} no longer ${plural(person) ? 'follow' : 'follows'}`;
const whose = (person: string): string => ({ you: 'your', they: 'their' })[person] ?? `${person}’s`;
const whom = (person: string): string => (person === 'they' ? 'them' : person);

const states: Readonly<Record<TieState, (from: string, to: string) => string>> = {
  connected: (from, to) => `${from} and ${to} are connected`,
  unfollowed: (from, to) => `${from} and ${to} are connected, and ${follows(from)} ${whom(to)}`,
  removed: (from, to) => `the tie between ${from} and ${whom(to)} is cut`,
  blocked: (from, to) => `${has(from)} blocked ${whom(to)}`,
  never: (from, to) => `${from} and ${to} are not connected`,
};

const arrowWords: Readonly<Record<TieArrows, (from: string, to: string) => string>> = {
  both: (from, to) => `${sees(from)} ${whose(to)} updates, and ${sees(to)} ${whose(from)} updates`,
  from: (from, to) => `${sees(from)} ${whose(to)} updates`,
  to: (from, to) => `${sees(to)} ${whose(from)} updates`,
  neither: (from, to) => `neither ${from} nor ${to} see updates of the other`,
};

/** The drawing in words, which say all that it shows. */
export function describeTie({ from, to, state, arrows, bell = false }: Tie): string {
  const sentence = [states[state](from, to), arrows && arrowWords[arrows](from, to), bell && 'no notice goes out']
    .filter(Boolean)
    .join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
