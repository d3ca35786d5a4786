/** What the page and its worker say to each other. */
import type { Person } from '../person.ts';

/** The columns of a file that has no header we know, by their number from 0; those not named are not there. */
export interface ColumnChoice {
  readonly first?: number;
  readonly last?: number;
  readonly profile?: number;
  readonly company?: number;
  readonly position?: number;
  readonly connected?: number;
}

/** What is asked of the worker: all the files somebody brought. `columns`: chosen by hand for the file that the worker asked about. */
export interface Load {
  readonly files: readonly File[];
  readonly columns?: ColumnChoice;
}

/** A file that was read beside the list of connections, and what it adds, as sentences to show. */
export interface ReadFile {
  readonly name: string;
  readonly says: string;
}

export interface Report {
  /** The name of the file that held the connections. */
  readonly file: string;
  readonly people: number;
  /** Rows with a date and nothing else: closed or hidden accounts. */
  readonly closed: number;
  /** People whose day can't be read, or is missing. */
  readonly withoutDay: number;
  /** Rows whose address was there already. */
  readonly repeated: number;
  /** What somebody should know about how the file was read, as sentences: its encoding, order of days that could be meant in two ways, columns guessed … */
  readonly notices: readonly string[];
  readonly others: readonly ReadFile[];
  /** Who recommended you, or was recommended by you, under a name that is not in the list or is there more than once. */
  readonly unmatched: readonly { readonly name: string; readonly company: string; readonly direction: 'received' | 'given' }[];
}

/** What the worker answers. Every load ends with one of the last three. */
export type Answer =
  /** `done` of 0 to 1. */
  | { readonly kind: 'progress'; readonly done: number; readonly doing: string }
  /** Some of the people, in the order of the file, so that no message is so large that reading it holds the page up. */
  | { readonly kind: 'people'; readonly people: readonly Person[] }
  | { readonly kind: 'report'; readonly report: Report }
  /** No header is known and the order does not fit: the first rows, for choosing the columns by hand; `guess` is what fits best. */
  | { readonly kind: 'columns'; readonly file: string; readonly rows: readonly (readonly string[])[]; readonly guess: ColumnChoice }
  /** What it is that was brought, and what to bring instead: two sentences or more. */
  | { readonly kind: 'problem'; readonly what: string; readonly cure: string };
