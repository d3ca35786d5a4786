/** What the search knows of a page that was found: its text, as the index holds it, and where in it the words stand. Pure. */

/** What the index holds of a page, or of a tip, a question or a claim, which is one place on a page. */
export interface PageText {
  /** As it is served, under whatever base path. */
  readonly url: string;
  /** "/remove/one-connection/", "/tips/#leave-the-typo" */
  readonly raw_url: string;
  /** All its text, words parted by white space. */
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  /** What has an id on the page; `location` counts words of `content`. */
  readonly anchors: readonly { readonly element: string; readonly id: string; readonly text: string; readonly location: number }[];
}

export interface FoundPage {
  readonly page: PageText;
  /** Where the words stand that were searched for, counted in words of `content`. */
  readonly hits: ReadonlySet<number>;
  /** Between 0 and 1: how well its text as a whole matches. */
  readonly score: number;
}

export interface Section {
  /** Empty for the beginning of the page. */
  readonly id: string;
  readonly heading: string;
  /** Its first word, and the one after its last. */
  readonly from: number;
  readonly to: number;
}

export const wordsIn = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** The beginning of the page, and what stands under each of its headings. */
export function sectionsOf({ content, anchors, meta }: PageText): [Section, ...Section[]] {
  const headings = anchors.filter(({ element }) => /^h[2-6]$/.test(element));
  const starts = [{ id: '', text: meta['title'] ?? '', location: 0 }, ...headings];
  const sections = starts.map(({ id, text, location }, index) => ({
    id,
    heading: text,
    from: location,
    to: starts[index + 1]?.location ?? wordsIn(content).length,
  }));
  // As many as there are starts, so at least one.
  return sections as [Section, ...Section[]];
}
