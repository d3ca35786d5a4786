/** Sorts connections on this device: loads the archive, leads from view to view, and binds what is decided to what is kept. */
import { IslandElement, type Island } from '../../browser/island.ts';
import { makeElement } from '../../browser/make-element.ts';
import { SORTING_KEY } from '../../browser/forgetting.ts';
import type { Report } from './archive/messages.ts';
import { compare, newestOf } from './compare.ts';
import { openStore } from './keeping-store.ts';
import { Keeping, type KeepingStatus } from './keeping.ts';
import { markKept, onForgottenElsewhere } from './mark-kept.ts';
import type { PlainDate } from './plain-date.ts';
import { Session, type Gathering } from './session.ts';
import { makeCardsView } from './show/cards-view.ts';
import { makeListView } from './show/list-view.ts';
import { makeLoadView, type LoadView } from './show/load-view.ts';
import { makeOverviewView } from './show/overview-view.ts';
import { makePaper } from './show/paper.ts';
import { makeQueueView } from './show/queue-view.ts';
import { makeSaveView } from './show/save-view.ts';
import { viewNames, type Shared, type ShowPeople, type View, type ViewName } from './show/view.ts';
import { makeWay, type Way } from './show/way.ts';

const today = (): PlainDate => {
  const now = new Date();
  return now.getFullYear() * 10_000 + (now.getMonth() + 1) * 100 + now.getDate();
};

/** Undefined where the browser has none, or allows none. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(SORTING_KEY);
  } catch {
    return undefined;
  }
}

/** What lasts when the element is moved. */
function beginWork(): { readonly session: Session; readonly keeping: Keeping } {
  const session = new Session(today);
  return { session, keeping: new Keeping(openStore(markKept), session.decisions, openChannel()) };
}

export class TriageElement extends IslandElement {
  static override readonly tag = 'lt-triage';

  #work: ReturnType<typeof beginWork> | undefined;

  protected override start(island: Island): void {
    const { guard, signal, follow } = island;
    const { session, keeping } = (this.#work ??= beginWork());
    const told = makeElement('p', { role: 'status', class: 'unseen' });
    const say = (text: string): void => {
      told.textContent = text;
    };
    const shared: Shared = { session, keeping, island, today, say };
    const loading = makeLoadView(shared, (list, report) => {
      takeIn(shared, list, report);
      if (keeping.isListKept) void keeping.keepList(list.people, report, today());
      way.go('overview');
    });
    const show: ShowPeople = (where, query) => {
      session.query = query;
      way.go(where);
    };
    const views: Readonly<Record<ViewName, View>> = {
      load: loading,
      overview: makeOverviewView(shared, show),
      list: makeListView(shared),
      cards: makeCardsView(shared),
      queue: makeQueueView(shared, this),
      save: makeSaveView(shared),
    };
    const way = makeWay(this, shared, views);

    const served = this.querySelectorAll<HTMLElement>(':scope > :not(template)');
    const made = [way.nav, ...viewNames.map((name) => views[name].element), told];
    for (const child of served) child.hidden = true;
    this.tabIndex = -1;
    this.append(...made);
    this.#listen(island, shared, loading, way);
    follow(session, way.draw);
    void keeping
      .load()
      .then(() => (session.people.length > 0 ? undefined : keeping.keptList(today())))
      .then(
        guard((list) => {
          if (signal.aborted) return;
          if (list) {
            const gathering = session.gather();
            gathering.add(list.people);
            takeIn(shared, gathering, list.report);
          }
          if (list && !location.hash) way.go('overview');
          else way.follow();
        }),
      );
    signal.addEventListener('abort', () => {
      for (const child of made) child.remove();
      for (const child of served) child.hidden = false;
    });
  }

  #listen({ guard, signal, follow }: Island, { session, keeping }: Shared, loading: LoadView, way: Way): void {
    let told: KeepingStatus | undefined;
    follow(keeping, () => {
      adopt(session, keeping);
      if (told === keeping.status) return;
      told = keeping.status;
      way.draw();
    });
    addEventListener('hashchange', guard(way.follow), { signal });
    // Back/forward: what other tabs have done meanwhile.
    addEventListener(
      'pageshow',
      guard(({ persisted }: PageTransitionEvent) => void (persisted && keeping.load())),
      { signal },
    );
    signal.addEventListener(
      'abort',
      onForgottenElsewhere(
        guard(() => {
          void keeping.forget();
          session.clear();
        }),
      ),
    );
    // Wherever a file is dropped: else the browser would leave the page, to show it.
    addEventListener(
      'dragover',
      (event) => {
        if (hasFiles(event)) event.preventDefault();
      },
      { signal },
    );
    addEventListener(
      'drop',
      guard((event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        way.go('load');
        loading.read([...(event.dataTransfer?.files ?? [])]);
      }),
      { signal },
    );
    addEventListener(
      'beforeunload',
      (event) => {
        if (keeping.status !== 'kept' && session.decisions.size > 0) event.preventDefault();
      },
      { signal },
    );
    addEventListener(
      'beforeprint',
      guard(() => {
        this.append(...[makePaper(session)].filter((paper) => paper !== undefined));
      }),
      { signal },
    );
    addEventListener(
      'afterprint',
      guard(() => {
        this.querySelector('.paper')?.remove();
      }),
      { signal },
    );
  }
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** A list, beside what was decided before. */
function takeIn({ session, keeping }: Shared, list: Gathering, report: Report): void {
  const { newest } = keeping.settings;
  const { carried, gone } = compare(list.people, session.decisions.entries());
  session.decisions.take(carried, 'decisions that a newer list has under another name');
  list.load({ report, gone, newAfter: newest || undefined });
  keeping.change({ newest: Math.max(newest, newestOf(list.people)) });
}

/** The rules that are on, and who is never to be touched, as they are kept. */
function adopt(session: Session, { settings: { off }, neverTouch }: Keeping): void {
  const { given } = session;
  // A choice of one of them changes the number; of another tab's two at once, what is shown is right at the next change.
  if (String([...given.off]) === String(off) && given.neverTouch.size === neverTouch.size) return;
  session.given = { ...given, off: new Set(off), neverTouch: new Set(neverTouch.keys()) };
}

declare global {
  interface HTMLElementTagNameMap {
    'lt-triage': TriageElement;
  }
}
