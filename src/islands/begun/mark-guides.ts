/** Says, in every link to a guide, how far its checklists are ticked. Loaded where something is. */
import { makeElement } from '../../browser/make-element.ts';
import { describeProgress } from '../../browser/progress.ts';
import { progress } from '../../browser/shared-progress.ts';
import styles from './mark-guides.css?inline';

interface List {
  readonly id: string;
  readonly steps: readonly string[];
}

/** By the address of the guide: its lists, where there are several for one thing together. Of those the one that is furthest counts. */
export type ListsOfGuides = Readonly<Record<string, readonly (readonly List[])[]>>;

interface Count {
  readonly done: number;
  readonly total: number;
}

const countIn = ({ id, steps }: List): Count => ({ done: steps.filter((step) => progress.isDone(id, step)).length, total: steps.length });

const furthest = (counts: readonly Count[]): Count =>
  counts.reduce((best, count) => (count.done / count.total > best.done / best.total ? count : best));

function stateOf(ways: readonly (readonly List[])[]): string {
  const counts = ways.map((lists) => furthest(lists.map(countIn)));
  const sum = (count: (each: Count) => number): number => counts.reduce((all, each) => all + count(each), 0);
  const done = sum((each) => each.done);
  return done
    ? describeProgress(
        done,
        sum((each) => each.total),
      )
    : '';
}

// The content policy does not apply to style sheets that script makes.
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);

/** `address` is that of `/guides.json`. Rejects where it can't be read: then links are as they were served. */
export async function markGuides(address: URL): Promise<void> {
  const lists = (await (await fetch(address)).json()) as ListsOfGuides;
  const marked = [...document.querySelectorAll<HTMLAnchorElement>('nav a, lt-menu a, .stages a')].flatMap((link) => {
    const ways = link.hash ? undefined : lists[link.pathname];
    if (!ways) return [];
    const state = makeElement('small', { class: 'state' });
    link.append(' ', state);
    return [{ state, ways }];
  });
  const show = (): void => {
    for (const { state, ways } of marked) {
      const words = stateOf(ways);
      if (state.textContent !== words) state.textContent = words;
      state.closest('li')?.classList.toggle('begun', words !== '');
      state.closest('li')?.classList.toggle('finished', words.startsWith('All'));
    }
  };
  show();
  progress.subscribe(show);
}
