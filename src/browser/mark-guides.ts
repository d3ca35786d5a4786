/** Says, in links to guides in the stage beside a text and in the header's menus, how far their checklists are ticked. Loaded where something is. */
import { PROGRESS_KEY } from './kept.ts';
import { makeElement } from './make-element.ts';
import { kept } from './shared-kept.ts';
import styles from './mark-guides.css?inline';

interface List {
  readonly id: string;
  readonly steps: readonly string[];
}

/** By the address of the guide: its lists, where there are several for one thing together. Of those the one that is furthest counts. */
type ListsOfGuides = Readonly<Record<string, readonly (readonly List[])[]>>;

interface Count {
  readonly done: number;
  readonly total: number;
}

/** Checklist → step → time, as they are kept (progress.ts). */
type Ticks = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** Read only: this says nothing of what can't be read, so it must not set it aside either. */
function readTicks(): Ticks {
  let ticks: Ticks = {};
  kept.attempt((storage) => {
    ticks = (JSON.parse(storage.getItem(PROGRESS_KEY) ?? '{}') as { checklists?: Ticks }).checklists ?? {};
  });
  return ticks;
}

const countIn = ({ id, steps }: List, ticks: Ticks): Count => ({
  done: steps.filter((step) => typeof ticks[id]?.[step] === 'string').length,
  total: steps.length,
});

const furthest = (counts: readonly Count[]): Count =>
  counts.reduce((best, count) => (count.done / count.total > best.done / best.total ? count : best));

/** As every checklist says it of itself; empty where nothing is ticked. */
function stateOf(ways: readonly (readonly List[])[], ticks: Ticks): string {
  const counts = ways.map((lists) => furthest(lists.map((list) => countIn(list, ticks))));
  const sum = (count: (each: Count) => number): number => counts.reduce((all, each) => all + count(each), 0);
  const [done, total] = [sum((each) => each.done), sum((each) => each.total)];
  return done ? `${done < total ? `${done} of` : 'All'} ${total} done` : '';
}

// The content policy does not apply to style sheets that script makes.
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);

/** `address` is that of `/guides.json`. Rejects where it can't be read: then links are as they were served. */
export async function markGuides(address: URL): Promise<void> {
  const lists = (await (await fetch(address)).json()) as ListsOfGuides;
  const marked = [...document.querySelectorAll<HTMLAnchorElement>('.stage a, lt-menu a')].flatMap((link) => {
    const ways = link.hash ? undefined : lists[link.pathname];
    if (!ways) return [];
    return [{ link, state: makeElement('small', { class: 'state' }), ways }];
  });
  const show = (): void => {
    const ticks = readTicks();
    for (const { link, state, ways } of marked) {
      const words = stateOf(ways, ticks);
      if (state.textContent !== ` ${words}`) state.textContent = ` ${words}`;
      if (!words) state.remove();
      else if (!state.isConnected) link.append(state);
      const { classList } = link.parentElement ?? link;
      classList.toggle('begun', words !== '');
      classList.toggle('finished', words.startsWith('All'));
    }
  };
  show();
  kept.subscribe(show);
}
