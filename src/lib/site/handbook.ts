/** The handbook: where in it each thing stands that has an address of its own elsewhere. All addresses without the base path, but for those of links. */
import { idInChapter, type Place } from '../markdown/chapters.ts';
import { evidenceAnchor } from '../markdown/wording.ts';
import { href } from './addresses.ts';
import { checklistsInOrder, checklistsShownIn, claimsOfChecklist, claimsOfGuide, guidesShowing, type GuideInPlace } from './content.ts';
import { pathOfPage } from './list-pages.ts';
import { handbookPages, type ListPage } from './lists.ts';
import { ownPages } from './pages.ts';

/** A part of the handbook: one of its pages. All of it, unless there are very many guides. */
export type HandbookPart = ListPage<GuideInPlace>;

/** The name of a guide's chapter, which is its id on the page. */
export const chapterOf = ({ id }: Pick<GuideInPlace, 'id'>): string => id.replace('/', '.');

/** What the ids of checklists begin with that no guide shows: each is a chapter by itself, at the end of the last part. */
export const otherChapters = 'checklists';

const otherChecklists = checklistsInOrder.filter(({ id }) => guidesShowing(id).length === 0);

export const guidesIn = ({ shelves }: HandbookPart): GuideInPlace[] => shelves.flatMap(({ items }) => items);

/** They are numbered after all guides. */
export const otherChecklistsIn = ({ page, count, all }: HandbookPart) =>
  page === count ? otherChecklists.map((checklist, index) => ({ ...checklist, number: all + 1 + index })) : [];

/** The claims that a part prints, in reading order, each once. */
export const claimsIn = (part: HandbookPart): string[] => [
  ...new Set([...guidesIn(part).flatMap(claimsOfGuide), ...otherChecklistsIn(part).flatMap(({ id }) => claimsOfChecklist(id))]),
];

/** Where the key to the drawings stands in each part. */
export const keyToDrawings = 'the-drawings';

interface Chapter {
  readonly part: number;
  readonly name: string;
  readonly number: number;
  /** Within it, the id of what has the address itself; undefined for the chapter. */
  readonly id?: string;
}

/** By the path of a guide or a checklist. */
const chapters: ReadonlyMap<string, Chapter> = (() => {
  const found = new Map<string, Chapter>();
  const note = (path: string, chapter: Chapter): void => {
    if (!found.has(path)) found.set(path, chapter);
  };
  const pathOfChecklist = (id: string): string => `${ownPages.checklists.path}${id}/`;
  for (const part of handbookPages) {
    for (const [index, guide] of guidesIn(part).entries()) {
      const chapter = { part: part.page, name: chapterOf(guide), number: part.first + index };
      note(guide.path, chapter);
      for (const id of checklistsShownIn(guide)) note(pathOfChecklist(id), { ...chapter, id });
    }
    for (const { id, path, number } of otherChecklistsIn(part)) note(path, { part: part.page, name: otherChapters, number, id });
  }
  return found;
})();

/** Where a link leads on a page of the handbook: to the place there, if what it leads to is in the handbook; else undefined. It takes and gives addresses as they are served. */
export function placesIn(part: HandbookPart): (address: string) => Place | undefined {
  const claims = new Set(claimsIn(part));
  return (address) => {
    const base = href('/').slice(0, -1);
    if (!address.startsWith(`${base}/`)) return undefined;
    const [path = '', id] = address.slice(base.length).split('#');
    if (path === ownPages.evidence.path && id !== undefined && claims.has(id)) return { address: `#${evidenceAnchor(id)}` };
    if (path === ownPages.about.path && id === keyToDrawings) return { address: `#${keyToDrawings}` };
    const chapter = chapters.get(path);
    if (!chapter) return undefined;
    const page = chapter.part === part.page ? '' : href(pathOfPage(ownPages.handbook.path, chapter.part));
    if (id?.startsWith('rests-on')) return { address: `${page}#${id}` };
    const within = id ?? chapter.id;
    return { address: `${page}#${within === undefined ? chapter.name : idInChapter(chapter.name, within)}`, chapter };
  };
}
