import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/islands/triage/archive/messages.ts';
import { Decisions, type Decided } from '../../src/islands/triage/decisions.ts';
import { Keeping } from '../../src/islands/triage/keeping.ts';
import { decisions as allDecisions, type Decision } from '../../src/islands/triage/person.ts';
import { blocked, FakeChannels, FakeDecisionStore, full } from '../support/fake-decision-store.ts';
import { people } from '../support/people.ts';

const today = 20_261_127;
const five = people(5);
const some = (...keys: string[]): typeof five => five.filter(({ key }) => keys.includes(key));

const report: Report = {
  file: 'Connections.csv',
  people: 5,
  closed: 0,
  withoutDay: 0,
  repeated: 0,
  notices: [],
  others: [],
  unmatched: [],
};

interface Tab {
  readonly decisions: Decisions;
  readonly keeping: Keeping;
}

/** A browser with its storage, and tabs in it. */
class Browser {
  readonly store = new FakeDecisionStore();
  readonly channels = new FakeChannels();
  readonly #tabs: Tab[] = [];

  async open(): Promise<Tab> {
    const decisions = new Decisions(() => today);
    const keeping = new Keeping(this.store, decisions, this.channels.open());
    const tab = { decisions, keeping };
    this.#tabs.push(tab);
    await keeping.load();
    return tab;
  }

  /** Until everything is written, told and heard. */
  async settle(): Promise<void> {
    do {
      this.channels.deliver();
      for (const { keeping } of this.#tabs) await keeping.flush();
    } while (!this.channels.isQuiet);
  }
}

const shownIn = ({ decisions }: Tab): Record<string, Decision> =>
  Object.fromEntries([...decisions.entries()].map(([key, { decision }]) => [key, decision]));

const storedIn = ({ store }: Browser): Record<string, Decision> =>
  Object.fromEntries(
    [...store.kept].flatMap(([key, value]) => (key.startsWith('decision:') ? [[key.slice(9), (value as Decided).decision]] : [])),
  );

async function oneTab(): Promise<{ browser: Browser; tab: Tab }> {
  const browser = new Browser();
  return { browser, tab: await browser.open() };
}

describe('a decision', () => {
  test('is there when the page is opened again', async () => {
    const { browser, tab } = await oneTab();
    tab.decisions.decide(some('p0', 'p1'), 'remove');
    tab.decisions.mark('p0', 'done');
    tab.decisions.decide(some('p2'), 'keep');
    tab.decisions.undo();
    await browser.settle();
    const again = await browser.open();
    expect([...again.decisions.entries()]).toEqual([...tab.decisions.entries()]);
    expect(shownIn(again)).toEqual({ p0: 'remove', p1: 'remove' });
    expect(again.decisions.lastStep).toBeUndefined();
    expect(again.keeping.status).toBe('kept');
  });

  test('for a group is one write', async () => {
    const { browser, tab } = await oneTab();
    tab.decisions.decide(five, 'keep');
    await browser.settle();
    expect(browser.store.writes).toHaveLength(1);
    expect(Object.keys(storedIn(browser))).toHaveLength(5);
  });

  test('for a very large group is several, so that no page is held up, and all arrive', async () => {
    const { browser, tab } = await oneTab();
    tab.decisions.decide(people(5_000), 'look');
    await browser.settle();
    expect(Math.max(...browser.store.writes)).toBeLessThan(1_500);
    expect(Object.keys(storedIn(browser))).toHaveLength(5_000);
    expect(tab.keeping.status).toBe('kept');
  });

  test('that can’t be read is left in storage, and the others are shown', async () => {
    const browser = new Browser();
    const broken = { decision: 'ask them', on: today };
    browser.store.kept.set('decision:p0', broken).set('decision:p1', { decision: 'keep', on: today });
    const tab = await browser.open();
    expect(shownIn(tab)).toEqual({ p1: 'keep' });
    tab.decisions.decide(some('p2'), 'look');
    await browser.settle();
    expect(browser.store.kept.get('decision:p0')).toEqual(broken);
    browser.store.kept.set('decision:p1', broken);
    await tab.keeping.load();
    expect(shownIn(tab)).toEqual({ p1: 'keep', p2: 'look' });
  });

  test('that is made before what is kept was read wins, and takes nothing with it', async () => {
    const browser = new Browser();
    browser.store.kept.set('decision:p0', { decision: 'keep', on: today }).set('decision:p1', { decision: 'keep', on: today });
    browser.store.hold();
    const opening = browser.open();
    const decisions = new Decisions(() => today);
    const keeping = new Keeping(browser.store, decisions, browser.channels.open());
    const loading = keeping.load();
    decisions.decide(some('p0'), 'look');
    browser.store.goOn();
    await opening;
    await loading;
    await browser.settle();
    await keeping.flush();
    expect(shownIn({ decisions, keeping })).toEqual({ p0: 'look', p1: 'keep' });
    expect(storedIn(browser)).toEqual({ p0: 'look', p1: 'keep' });
  });
});

describe('storage that is blocked', () => {
  test('is told, and nothing is lost while the page is open', async () => {
    const browser = new Browser();
    browser.store.fault = blocked;
    const tab = await browser.open();
    tab.decisions.decide(some('p0'), 'keep');
    await browser.settle();
    expect(tab.keeping.status).toBe('blocked');
    await tab.keeping.load();
    expect(shownIn(tab)).toEqual({ p0: 'keep' });
  });
});

describe('storage that is full', () => {
  test('is told, and what could not be written is written with the next change', async () => {
    const { browser, tab } = await oneTab();
    const told: string[] = [];
    tab.keeping.subscribe(() => told.push(tab.keeping.status));
    browser.store.fault = full;
    tab.decisions.decide(some('p0', 'p1'), 'remove');
    await browser.settle();
    expect(told.at(-1)).toBe('full');
    expect(storedIn(browser)).toEqual({});
    browser.store.fault = () => undefined;
    tab.decisions.decide(some('p2'), 'keep');
    await browser.settle();
    expect(told.at(-1)).toBe('kept');
    expect(storedIn(browser)).toEqual({ p0: 'remove', p1: 'remove', p2: 'keep' });
  });

  test('takes what waits when the page is shown again, and is not called well before', async () => {
    const { browser, tab } = await oneTab();
    browser.store.fault = full;
    tab.decisions.decide(some('p0'), 'remove');
    await tab.keeping.load();
    expect(tab.keeping.status).toBe('full');
    expect(shownIn(tab)).toEqual({ p0: 'remove' });
    browser.store.fault = () => undefined;
    await tab.keeping.load();
    expect(tab.keeping.status).toBe('kept');
    expect(storedIn(browser)).toEqual({ p0: 'remove' });
  });

  test('does not refuse decisions because it refuses a list', async () => {
    const { browser, tab } = await oneTab();
    browser.store.fault = full;
    expect(await tab.keeping.keepList(five, report, today)).toBe(false);
    expect(tab.keeping.status).toBe('kept');
  });
});

describe('storage that the browser emptied', () => {
  test('takes nothing from an open page, and is filled again only by who asks for it', async () => {
    const { browser, tab } = await oneTab();
    tab.decisions.decide(some('p0', 'p1'), 'remove');
    tab.keeping.setNeverTouch(some('p4'), true);
    await browser.settle();
    browser.store.evict();
    await tab.keeping.load();
    expect(tab.keeping.status).toBe('forgotten by the browser');
    tab.decisions.decide(some('p2'), 'keep');
    await browser.settle();
    await tab.keeping.load();
    expect(tab.keeping.status).toBe('forgotten by the browser');
    expect(shownIn(tab)).toEqual({ p0: 'remove', p1: 'remove', p2: 'keep' });
    expect(storedIn(browser)).toEqual({ p2: 'keep' });
    await tab.keeping.keepAgain();
    expect(tab.keeping.status).toBe('kept');
    expect(storedIn(browser)).toEqual({ p0: 'remove', p1: 'remove', p2: 'keep' });
    expect((await browser.open()).keeping.neverTouch.get('p4')).toBe('Person p4');
  });
});

test('that the browser emptied it is noticed at the next decision', async () => {
  const { browser, tab } = await oneTab();
  tab.decisions.decide(some('p0', 'p1'), 'remove');
  await browser.settle();
  browser.store.evict();
  tab.decisions.decide(some('p2'), 'keep');
  await browser.settle();
  expect(tab.keeping.status).toBe('forgotten by the browser');
  await tab.keeping.keepAgain();
  expect(storedIn(browser)).toEqual({ p0: 'remove', p1: 'remove', p2: 'keep' });
});

test('whether a list is kept is known from keeping it on, after a reload too, until it is dropped, too old or forgotten', async () => {
  const { browser, tab } = await oneTab();
  expect(tab.keeping.isListKept).toBe(false);
  await tab.keeping.keepList(five, report, today);
  expect(tab.keeping.isListKept).toBe(true);
  const later = await browser.open();
  await later.keeping.keptList(today);
  expect(later.keeping.isListKept).toBe(true);
  await later.keeping.dropList();
  expect(later.keeping.isListKept).toBe(false);
  await tab.keeping.keepList(five, report, today);
  await tab.keeping.forget();
  expect(tab.keeping.isListKept).toBe(false);
  await tab.keeping.keepList(five, report, today);
  await tab.keeping.keptList(today + 10_000);
  expect(tab.keeping.isListKept).toBe(false);
});

test('what is emptied by undo in another tab was not emptied by the browser', async () => {
  const { browser, tab: one } = await oneTab();
  const other = await browser.open();
  one.decisions.decide(some('p0'), 'remove');
  await browser.settle();
  one.decisions.undo();
  await one.keeping.flush();
  await other.keeping.load();
  expect(other.keeping.status).toBe('kept');
  expect(shownIn(other)).toEqual({});
});

describe('storage that is slow', () => {
  test('gets everything in the end, in order', async () => {
    const { browser, tab } = await oneTab();
    browser.store.hold();
    for (const decision of [...allDecisions, 'keep'] as const) tab.decisions.decide(some('p0'), decision);
    tab.decisions.decide(some('p1'), 'look');
    tab.decisions.undo();
    browser.store.goOn();
    await browser.settle();
    expect(storedIn(browser)).toEqual({ p0: 'keep' });
  });
});

describe('two tabs', () => {
  test('show what the other decides, and undo only what is their own', async () => {
    const { browser, tab: one } = await oneTab();
    const other = await browser.open();
    one.decisions.decide(some('p0', 'p1'), 'remove');
    await browser.settle();
    expect(shownIn(other)).toEqual({ p0: 'remove', p1: 'remove' });
    other.decisions.decide(some('p1'), 'keep');
    await browser.settle();
    one.decisions.undo();
    await browser.settle();
    expect(shownIn(one)).toEqual({ p1: 'keep' });
    expect(shownIn(other)).toEqual({ p1: 'keep' });
  });

  test('see what was taken back while one was not listening', async () => {
    const { browser, tab: one } = await oneTab();
    one.decisions.decide(some('p0', 'p1'), 'remove');
    one.keeping.setNeverTouch(some('p3'), true);
    await browser.settle();
    browser.store.kept.delete('decision:p0');
    browser.store.kept.delete('never-touch:p3');
    await one.keeping.load();
    expect(shownIn(one)).toEqual({ p1: 'remove' });
    expect(one.keeping.neverTouch.size).toBe(0);
    expect(one.keeping.status).toBe('kept');
  });

  test('share settings and who is never to be touched', async () => {
    const { browser, tab: one } = await oneTab();
    const other = await browser.open();
    one.keeping.change({ sitting: 7 });
    one.keeping.change({ off: ['endorsement'] });
    one.keeping.setNeverTouch(some('p0'), true);
    other.keeping.setNeverTouch(some('p1'), true);
    await browser.settle();
    for (const { keeping } of [one, other]) {
      expect(keeping.settings).toEqual({ sitting: 7, off: ['endorsement'], letters: true, newest: 0 });
      expect([...keeping.neverTouch.keys()].sort()).toEqual(['p0', 'p1']);
    }
    other.keeping.setNeverTouch(some('p0'), false);
    await browser.settle();
    expect([...one.keeping.neverTouch.keys()]).toEqual(['p1']);
  });

  test('who is never to be touched can be taken off while it is not yet written', async () => {
    const { browser, tab } = await oneTab();
    tab.keeping.setNeverTouch(some('p0'), true);
    tab.keeping.setNeverTouch(some('p0'), false);
    expect(tab.keeping.neverTouch.size).toBe(0);
    await browser.settle();
    expect((await browser.open()).keeping.neverTouch.size).toBe(0);
  });

  const anyAct = fc.record({
    tab: fc.nat(1),
    act: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...allDecisions, undefined) },
      { weight: 1, arbitrary: fc.constantFrom('undo', 'deliver', 'write', 'full', 'room') },
    ),
    who: fc.subarray(
      five.map(({ key }) => key),
      { minLength: 1 },
    ),
  });

  test('end with the same, which is what storage has, and lose nobody whom only one of them touched', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { maxLength: 25 }), async (acts) => {
        const { browser, tab: one } = await oneTab();
        const tabs = [one, await browser.open()] as const;
        const touched = new Map<string, Set<number>>();
        for (const { tab: index, act, who } of acts) {
          const tab = tabs[index === 0 ? 0 : 1];
          if (act === 'undo') for (const key of tab.decisions.undo()?.keys ?? []) touched.get(key)?.add(index);
          else if (act === 'deliver') browser.channels.deliver();
          else if (act === 'write') await tab.keeping.flush();
          else if (act === 'full') browser.store.fault = full;
          else if (act === 'room') browser.store.fault = () => undefined;
          else {
            tab.decisions.decide(some(...who), act);
            for (const key of who) touched.set(key, (touched.get(key) ?? new Set()).add(index));
          }
        }
        const before = tabs.map(shownIn);
        browser.store.fault = () => undefined;
        for (const { keeping } of tabs) await keeping.load();
        await browser.settle();
        expect(shownIn(tabs[0])).toEqual(storedIn(browser));
        expect(shownIn(tabs[1])).toEqual(storedIn(browser));
        for (const [key, by] of touched) if (by.size === 1) expect(storedIn(browser)[key]).toBe(before[[...by][0] ?? 0]?.[key]);
        expect(tabs.map(({ keeping }) => keeping.status)).toEqual(['kept', 'kept']);
      }),
    );
  });
});

describe('forgetting', () => {
  const anyStep = fc.record({
    tab: fc.nat(1),
    act: fc.oneof(fc.constantFrom(...allDecisions), fc.constantFrom('undo', 'forget', 'deliver', 'wait')),
    who: fc.subarray(five.map(({ key }) => key)),
  });

  test('at any moment leaves both tabs with what storage has', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 20 }), async (steps) => {
        const { browser, tab: one } = await oneTab();
        const other = await browser.open();
        for (const { tab: index, act, who } of steps) {
          const { decisions, keeping } = index === 0 ? one : other;
          if (act === 'undo') decisions.undo();
          else if (act === 'forget') void keeping.forget();
          else if (act === 'deliver') browser.channels.deliver();
          else if (act === 'wait') await keeping.flush();
          else decisions.decide(some(...who), act);
        }
        await browser.settle();
        expect(shownIn(one)).toEqual(storedIn(browser));
        expect(shownIn(other)).toEqual(storedIn(browser));
        expect([one.keeping.status, other.keeping.status]).toEqual(['kept', 'kept']);
      }),
    );
  });

  test('leaves nothing, here, in another tab and in storage, and brings nothing back', async () => {
    const { browser, tab: one } = await oneTab();
    const other = await browser.open();
    one.decisions.decide(some('p0', 'p1'), 'remove');
    one.keeping.change({ sitting: 7 });
    one.keeping.setNeverTouch(some('p2'), true);
    await one.keeping.keepList(five, report, today);
    await browser.settle();
    expect(await one.keeping.forget()).toBe(true);
    await browser.settle();
    for (const { decisions, keeping } of [one, other]) {
      expect([...decisions.entries()]).toEqual([]);
      expect(decisions.undo()).toBeUndefined();
      expect(keeping.neverTouch.size).toBe(0);
      expect(keeping.settings.sitting).toBe(20);
      await keeping.load();
      expect(keeping.status).toBe('kept');
    }
    expect(browser.store.kept.size).toBe(0);
    expect(browser.store.list).toBeUndefined();
    other.decisions.decide(some('p3'), 'keep');
    await browser.settle();
    expect(storedIn(browser)).toEqual({ p3: 'keep' });
    expect(shownIn(one)).toEqual({ p3: 'keep' });
  });

  test('takes what waits to be written with it', async () => {
    const { browser, tab } = await oneTab();
    browser.store.fault = full;
    tab.decisions.decide(some('p0'), 'remove');
    await browser.settle();
    browser.store.fault = () => undefined;
    expect(await tab.keeping.forget()).toBe(true);
    tab.decisions.decide(some('p1'), 'keep');
    await browser.settle();
    expect(storedIn(browser)).toEqual({ p1: 'keep' });
  });

  test('takes what is being written with it', async () => {
    const { browser, tab } = await oneTab();
    browser.store.hold();
    tab.decisions.decide(some('p0'), 'remove');
    const forgetting = tab.keeping.forget();
    browser.store.goOn();
    expect(await forgetting).toBe(true);
    await browser.settle();
    expect(browser.store.kept.size).toBe(0);
  });

  test('is not claimed where storage did not do it, or still has something', async () => {
    const { browser, tab } = await oneTab();
    tab.decisions.decide(some('p0'), 'remove');
    await browser.settle();
    browser.store.fault = blocked;
    expect(await tab.keeping.forget()).toBe(false);
    browser.store.fault = () => undefined;
    Object.assign(browser.store, { clear: () => Promise.resolve() });
    expect(await tab.keeping.forget()).toBe(false);
    expect(shownIn(tab)).toEqual({ p0: 'remove' });
    browser.store.kept.clear();
    await tab.keeping.keepList(five, report, today);
    expect(await tab.keeping.forget()).toBe(false);
    await tab.keeping.dropList();
    expect(await tab.keeping.forget()).toBe(true);
  });
});

describe('the list', () => {
  test('is kept only when asked for, and for thirty days', async () => {
    const { browser, tab } = await oneTab();
    tab.decisions.decide(five, 'keep');
    await browser.settle();
    expect(await tab.keeping.keptList(today)).toBeUndefined();
    expect(await tab.keeping.keepList(five, report, 20_261_127)).toBe(true);
    expect(await tab.keeping.keptList(20_261_226)).toEqual({ version: 1, on: 20_261_127, people: five, report });
    expect(await tab.keeping.keptList(20_261_227)).toBeUndefined();
    expect(browser.store.list).toBeUndefined();
  });

  test('of a day to come is not kept for longer than that', async () => {
    const { browser, tab } = await oneTab();
    await tab.keeping.keepList(five, report, 20_270_101);
    expect(await tab.keeping.keptList(today)).toBeUndefined();
    expect(browser.store.list).toBeUndefined();
  });

  test('can be dropped, and is none where it can’t be read', async () => {
    const { browser, tab } = await oneTab();
    await tab.keeping.keepList(five, report, today);
    expect(await tab.keeping.dropList()).toBe(true);
    expect(browser.store.list).toBeUndefined();
    for (const list of [{ version: 9, on: today, people: five }, { version: 1, on: today, people: 'many' }, 'list', null]) {
      Object.assign(browser.store, { list });
      expect(await tab.keeping.keptList(today)).toBeUndefined();
    }
  });
});
