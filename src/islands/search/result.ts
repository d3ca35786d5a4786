/** What the search answers: pages, as people read of them. */

/** What a result can be, in the order in which people choose from them. The built pages and the index name these. */
export const kinds = ['guide', 'checklist', 'tool', 'question', 'tip', 'evidence', 'button'] as const;
export type Kind = (typeof kinds)[number];

export const pluralOf = (kind: Kind): string => (kind === 'evidence' ? kind : `${kind}s`);

/** A stretch of an excerpt; `hit` where it is what was asked for. */
export interface ExcerptPart {
  readonly text: string;
  readonly hit: boolean;
}

export interface Result {
  readonly url: string;
  readonly title: string;
  /** The heading of the section that answers; empty where that is the beginning of the page. */
  readonly section: string;
  readonly kind: string;
  readonly text: readonly ExcerptPart[];
  /** Where there is more on a tip or a question. */
  readonly guide: { readonly url: string; readonly title: string } | undefined;
}
