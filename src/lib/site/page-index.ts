/** All pages under what they are, as /search/ lists them. */
import { sourcePath } from './addresses.ts';
import { checklistsInOrder, stages, startingArticles } from './content.ts';
import { articlePageTitle, ownPages, type OwnPage } from './pages.ts';

interface ListedPage {
  readonly label: string;
  /** Without the base path. */
  readonly path: string;
}

/** A page of the site's own, as the list names it. */
const listed = ({ path, label, listedAs = label }: OwnPage): ListedPage => ({ label: listedAs, path });
const pageOf = ({ title, path }: { title: string; path: string }): ListedPage => ({ label: title, path });

const { about, checklists, evidence, home, questions, sources, tips, triage } = ownPages;

export const pageIndex: readonly { readonly title: string; readonly pages: readonly ListedPage[] }[] = [
  ...stages.map(({ title, guides: inStage }) => ({ title, pages: inStage.map(pageOf) })),
  { title: 'Tool', pages: [listed(triage)] },
  { title: 'Checklists', pages: checklistsInOrder.map(pageOf) },
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
