/** The two articles the guide started from. Each has a page of its own, and neither weighs anything in favour of itself. A source says by `startingArticle` that it is one. */
import { articleOrder, type Source } from '../written/schema.ts';

export const isStartingArticle = (source: Pick<Source, 'startingArticle'>): boolean => source.startingArticle !== undefined;

/** Both, in their order. Throws where a place is empty or taken twice. */
export function startingArticlesIn(sources: ReadonlyMap<string, Source>): readonly Source[] {
  return articleOrder.map((place) => {
    const [article, ...others] = [...sources.values()].filter(({ startingArticle }) => startingArticle === place);
    if (!article || others.length > 0)
      throw new Error(
        `src/content/evidence/sources: startingArticle: write "${place}" in one source, the ${place} article, and in no other`,
      );
    return article;
  });
}
