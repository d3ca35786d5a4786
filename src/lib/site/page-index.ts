/** All pages under what they are, as /search/ lists them: of very many of a kind the first, and the way to the others. */
import { sourcePath } from './addresses.ts';
import { checklistsInOrder, stages, startingArticles } from './content.ts';
import { mostUnderAHeading } from './list-pages.ts';
import { pathOfStage } from './lists.ts';
import { articlePageTitle, ownPages, type OwnPage } from './pages.ts';

interface ListedPage {
  readonly label: string;
  /** Without the base path. */
  readonly path: string;
}

/** A page of the site's own, as the list names it. */
const listed = ({ path, label, listedAs = label }: OwnPage): ListedPage => ({ label: listedAs, path });
const pageOf = ({ title, path }: { title: string; path: string }): ListedPage => ({ label: title, path });

/** `all` is the address of the list that has the others too. */
const bounded = (pages: readonly ListedPage[], all: string): readonly ListedPage[] =>
  pages.length > mostUnderAHeading ? [...pages.slice(0, mostUnderAHeading), { label: `All ${pages.length}`, path: all }] : pages;

const { about, carry, checklists, evidence, home, questions, sources, tips, triage } = ownPages;

export const pageIndex: readonly { readonly title: string; readonly pages: readonly ListedPage[] }[] = [
  ...stages.map((stage) => ({ title: stage.title, pages: bounded(stage.guides.map(pageOf), pathOfStage(stage)) })),
  { title: 'Tools', pages: [triage, carry].map(listed) },
  { title: 'Checklists', pages: bounded(checklistsInOrder.map(pageOf), checklists.path) },
  {
    title: 'Evidence',
    pages: [
      listed(evidence),
      ...startingArticles.map((article) => ({ label: articlePageTitle(article), path: sourcePath(article) })),
      listed(sources),
    ],
  },
  { title: 'In short', pages: [tips, questions].map(listed) },
  { title: 'This site', pages: [home, checklists, about].map(listed) },
].filter(({ pages }) => pages.length > 0);
