/** The lists of the site, page by page, and on which page of its list each thing stands. */
import { latestDay } from '../dates.ts';
import { kindTitles } from '../evidence/source-words.ts';
import { isStartingArticle } from '../evidence/starting-articles.ts';
import { sourceKinds, type Source } from '../written/schema.ts';
import { checklistsInOrder, claimsByTopic, guidesShowing, sources, stages, type StageInPlace } from './content.ts';
import {
  boundOfEntries,
  boundOfEvidence,
  boundOfHandbook,
  boundOfQuestions,
  inPages,
  mostAtAGlance,
  pathOfPage,
  type Shelf,
} from './list-pages.ts';
import { ownPages } from './pages.ts';
import { questionsByTopic, tipsByTopic } from './short-answers.ts';

/** A page of a list. */
export interface ListPage<Item> {
  /** The address of the list, without the base path. */
  readonly list: string;
  /** Counted from 1. */
  readonly page: number;
  /** How many pages there are. */
  readonly count: number;
  /** How many entries there are on all of them. */
  readonly all: number;
  /** The number of its first entry, counted from 1. */
  readonly first: number;
  readonly shelves: readonly Shelf<Item>[];
  /** All shelves of the list, each with the number of the page on which it begins. */
  readonly contents: readonly { readonly id: string; readonly title: string; readonly page: number }[];
}

const sizeOf = (shelves: readonly Shelf<unknown>[]): number => shelves.reduce((sum, { items }) => sum + items.length, 0);

function listPages<Item>(list: string, shelves: readonly Shelf<Item>[], bound = boundOfEntries): ListPage<Item>[] {
  const pages = inPages(shelves, bound);
  const begins = new Map<string, { readonly id: string; readonly title: string; readonly page: number }>();
  pages.forEach((some, index) => {
    for (const { id, title } of some) if (!begins.has(id)) begins.set(id, { id, title, page: index + 1 });
  });
  let before = 0;
  return pages.map((some, index) => {
    const first = before + 1;
    before += sizeOf(some);
    return { list, page: index + 1, count: pages.length, all: sizeOf(shelves), first, shelves: some, contents: [...begins.values()] };
  });
}

/** What Astro is to make of a list: a page for each of its own, the first at the list's address. */
export const routesOf = <Item>(pages: readonly ListPage<Item>[]) =>
  pages.map((list) => ({ params: { page: list.page === 1 ? undefined : String(list.page) }, props: { list } }));

/** Newest first, undated ones last, by title within a day. */
const byDate = (one: Source, other: Source): number =>
  (latestDay(other.date) ?? '').localeCompare(latestDay(one.date) ?? '') || one.title.localeCompare(other.title);

export const claimPages = listPages(
  ownPages.evidence.path,
  claimsByTopic.map(({ topic, title, claims }) => ({ id: topic, title, items: claims })),
  boundOfEvidence,
);

/** All but the two articles, which have pages of their own. */
export const sourcePages = listPages(
  ownPages.sources.path,
  sourceKinds.map((kind) => ({
    id: kind,
    title: kindTitles[kind],
    items: [...sources.values()].filter((source) => source.kind === kind && !isStartingArticle(source)).sort(byDate),
  })),
  boundOfEvidence,
);

export const questionPages = listPages(
  ownPages.questions.path,
  questionsByTopic.map(({ topic, title, questions }) => ({ id: topic, title, items: questions })),
  boundOfQuestions,
);

export const tipPages = listPages(
  ownPages.tips.path,
  tipsByTopic.map(({ topic, title, tips }) => ({ id: topic, title, items: tips })),
);

const stageOf = new Map(checklistsInOrder.map(({ id }) => [id, guidesShowing(id)[0]?.stage.id]));

export const checklistPages = listPages(ownPages.checklists.path, [
  ...stages.map(({ id, title }) => ({ id, title, items: checklistsInOrder.filter((list) => stageOf.get(list.id) === id) })),
  { id: 'more', title: 'More', items: checklistsInOrder.filter((list) => stageOf.get(list.id) === undefined) },
]);

/** All guides, in the order of the journey. */
export const handbookPages = listPages(
  ownPages.handbook.path,
  stages.map(({ id, title, guides }) => ({ id, title, items: guides })),
  boundOfHandbook,
);

/** All guides of a stage that has more than are listed at a glance; no page where it has not. */
export const stagePages = (stage: StageInPlace) =>
  stage.guides.length > mostAtAGlance ? listPages(`/${stage.id}/`, [{ id: stage.id, title: stage.title, items: stage.guides }]) : [];

/** Where a stage is shown whole: on a page of its own, or on home. */
export const pathOfStage = ({ id, guides }: StageInPlace): string =>
  guides.length > mostAtAGlance ? `/${id}/` : `${ownPages.home.path}#${id}`;

/** By the place that a thing has while its list is one page: the place that it has now, where that is on another. */
const moved: ReadonlyMap<string, string> = new Map(
  [claimPages, sourcePages, questionPages, tipPages].flatMap((pages) =>
    pages
      .slice(1)
      .flatMap(({ list, page, shelves }) =>
        shelves.flatMap(({ items }) => items.map(({ id }): [string, string] => [`${list}#${id}`, `${pathOfPage(list, page)}#${id}`])),
      ),
  ),
);

/** The place of something that is named by its list, such as "/evidence/#notified". Both without the base path. */
export const placeNow = (place: string): string => moved.get(place) ?? place;

/** Whether any list goes on over several pages. */
export const isAnyListLong = moved.size > 0;
