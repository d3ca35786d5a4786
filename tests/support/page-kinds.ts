/** One page of each kind, for what is too slow to be tried on every page and depends on the kind more than on the page. */
import { pages, type Page } from './built-site.ts';

const paths = {
  home: '/',
  guide: '/remove/one-connection/',
  'guide about the notice': '/understand/are-they-notified/',
  checklist: '/checklists/remove-from-list/',
  checklists: '/checklists/',
  about: '/about/',
  search: '/search/',
  evidence: '/evidence/',
  'what became of an article': '/evidence/article-step-by-step/',
  sources: '/evidence/sources/',
  'no page': '/404.html',
};

export const onePageOfEachKind: readonly { kind: string; path: string }[] = Object.entries(paths).map(([kind, path]) => {
  if (!pages.some((page: Page) => page.path === path)) throw new Error(`The build has no ${path}, which stands for the kind "${kind}"`);
  return { kind, path };
});
