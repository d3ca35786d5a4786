/** What the contents of a guide lead to. */

export interface Section {
  readonly slug: string;
  readonly text: string;
}

/** Where its evidence stands. */
export const restsOn: Section = { slug: 'rests-on', text: 'What this page rests on' };

/** The sections of a text, from all its headings. */
export const sectionsOf = (headings: readonly (Section & { readonly depth: number })[]): Section[] =>
  headings.filter(({ depth }) => depth === 2);
