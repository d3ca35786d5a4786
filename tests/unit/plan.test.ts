/** The plan of a clean-up: what is kept of it, and what becomes of it where storage does not do as it should. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forgetEverything } from '../../src/browser/forgetting.ts';
import { Kept, PLAN_KEY, PROGRESS_KEY, type StorageLike } from '../../src/browser/kept.ts';
import { moved, PlanStore, type PlanEntry } from '../../src/browser/plan.ts';
import { isDay } from '../../src/browser/is-day.ts';
import { FakeStorage } from '../support/fake-storage.ts';

const now = (): Date => new Date('2026-11-27T10:00:00.000Z');

/** The plan as one tab has it. */
function tabOver(storage: () => StorageLike): PlanStore & { readonly kept: Kept } {
  const kept = new Kept(storage);
  return Object.assign(new PlanStore({ kept, now }), { kept });
}

const review: PlanEntry = { checklist: 'yearly-review', on: '2026-12-05' };
const remove: PlanEntry = { checklist: 'remove-from-list', on: '' };
const add = (entry: PlanEntry) => (entries: readonly PlanEntry[]) => [...entries, entry];

describe('a plan', () => {
  test('is there again in another tab, and when the page is loaded again', () => {
    const storage = new FakeStorage();
    const other = tabOver(() => storage);
    tabOver(() => storage).change(add(review));
    other.kept.notify();
    expect(other.entries()).toEqual([review]);
    expect(tabOver(() => storage).entries()).toEqual([review]);
  });

  test('takes in what another tab made of it before it is changed', () => {
    const storage = new FakeStorage();
    const [one, other] = [tabOver(() => storage), tabOver(() => storage)];
    one.change(add(review));
    other.change(add(remove));
    expect(other.entries()).toEqual([review, remove]);
  });

  test('is kept nowhere once it is empty, and none comes back that was forgotten', () => {
    const storage = new FakeStorage();
    const tab = tabOver(() => storage);
    tab.change(add(review));
    tab.change(() => []);
    expect(storage.getItem(PLAN_KEY)).toBeNull();
    tab.change(add(review));
    forgetEverything(tab.kept);
    expect(tab.entries()).toEqual([]);
    expect(storage.length).toBe(0);
  });

  test('that waits to be kept does not come back once another tab forgot everything', () => {
    const storage = new FakeStorage();
    const [one, other] = [tabOver(() => storage), tabOver(() => storage)];
    one.change(add(review));
    const { life } = one;
    storage.fault = (operation) => {
      if (operation === 'write') throw new DOMException('Full.', 'QuotaExceededError');
    };
    one.change(add(remove));
    expect(one.status()).toBe('full');
    storage.fault = () => undefined;
    forgetEverything(other.kept);
    one.kept.notify();
    expect(one.entries()).toEqual([]);
    expect(one.life).not.toBe(life);
    expect(storage.length).toBe(0);
  });

  test('that another tab emptied is not taken for forgotten', () => {
    const storage = new FakeStorage();
    const [one, other] = [tabOver(() => storage), tabOver(() => storage)];
    storage.setItem(PROGRESS_KEY, 'something else that is kept');
    one.change(add(review));
    const { life } = one;
    other.change(() => []);
    one.kept.notify();
    expect(one.entries()).toEqual([]);
    expect(one.life).toBe(life);
  });

  test('leaves a plan of a later version as it is, and lasts as long as the page', () => {
    const storage = new FakeStorage();
    const later = JSON.stringify({ version: 2, weeks: [] });
    storage.setItem(PLAN_KEY, later);
    const tab = tabOver(() => storage);
    tab.change(add(review));
    expect(tab.status()).toBe('later-version');
    expect(tab.entries()).toEqual([review]);
    expect(storage.getItem(PLAN_KEY)).toBe(later);
  });

  test('keeps what can be read of what is damaged, and the whole of it aside', () => {
    const storage = new FakeStorage();
    const damaged = JSON.stringify({ version: 1, entries: [review, { checklist: 5 }, { ...remove, on: '2026-02-30' }, review] });
    storage.setItem(PLAN_KEY, damaged);
    const tab = tabOver(() => storage);
    expect(tab.entries()).toEqual([review]);
    expect(tab.status()).toBe('set-aside');
    expect(storage.getItem(`${PLAN_KEY}:set-aside`)).toBe(damaged);
  });

  test.each([
    ['blocked', 'SecurityError'],
    ['full', 'QuotaExceededError'],
  ] as const)('lasts as long as the page where storage is %s, and is kept as soon as it can be', (status, name) => {
    const storage = new FakeStorage();
    storage.fault = (operation) => {
      if (operation === 'write') throw new DOMException('Refused', name);
    };
    const tab = tabOver(() => storage);
    tab.change(add(review));
    expect([tab.status(), tab.entries()]).toEqual([status, [review]]);
    storage.fault = () => undefined;
    tab.kept.notify();
    expect([tab.status(), tab.entries()]).toEqual(['saved', [review]]);
    expect(tabOver(() => storage).entries()).toEqual([review]);
  });

  test('that is damaged shows what can be read though nothing can be set aside, and loses none of it once it can', () => {
    const storage = new FakeStorage({ [PLAN_KEY]: JSON.stringify({ version: 1, entries: [review, 7] }) });
    storage.fault = (operation) => {
      if (operation === 'write') throw new DOMException('no room', 'QuotaExceededError');
    };
    const tab = tabOver(() => storage);
    expect([tab.status(), tab.entries()]).toEqual(['full', [review]]);
    tab.change(add(remove));
    storage.fault = () => undefined;
    tab.kept.notify();
    expect([tab.status(), tab.entries()]).toEqual(['set-aside', [review, remove]]);
    expect(tabOver(() => storage).entries()).toEqual([review, remove]);
  });

  test('that waits to be kept loses nothing to what another tab keeps meanwhile', () => {
    const storage = new FakeStorage();
    let isRefused = true;
    const tab = tabOver(() => {
      if (isRefused) throw new DOMException('Refused', 'SecurityError');
      return storage;
    });
    tab.change(add(remove));
    tabOver(() => storage).change(add(review));
    isRefused = false;
    tab.kept.notify();
    expect(tab.entries()).toEqual([review, remove]);
    expect(tabOver(() => storage).entries()).toEqual([review, remove]);
  });

  test('is read from any text without an error, and then kept as it is shown', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((entries) => JSON.stringify({ version: 1, entries })),
        ),
        (text) => {
          const storage = new FakeStorage();
          storage.setItem(PLAN_KEY, text);
          const tab = tabOver(() => storage);
          tab.change(add(review));
          expect(tab.entries()).toContainEqual(review);
          if (tab.status() !== 'later-version') expect(tabOver(() => storage).entries()).toEqual(tab.entries());
        },
      ),
    );
  });
});

describe('an entry', () => {
  const three = [review, remove, { checklist: 'take-a-break', on: '' }];
  const names = (entries: readonly PlanEntry[]): string => entries.map(({ checklist }) => checklist).join(' ');

  test.each([
    ['take-a-break', -1, 'yearly-review take-a-break remove-from-list'],
    ['yearly-review', 1, 'remove-from-list yearly-review take-a-break'],
    ['yearly-review', -1, 'yearly-review remove-from-list take-a-break'],
    ['take-a-break', 9, 'yearly-review remove-from-list take-a-break'],
    ['unheard-of', 1, 'yearly-review remove-from-list take-a-break'],
  ])('%s is moved by %i places, no further than to an end', (checklist, places, expected) => {
    expect(names(moved(three, checklist, places, () => true))).toBe(expected);
  });

  test('is moved past what is not shown', () => {
    const isShown = (checklist: string): boolean => checklist !== remove.checklist;
    expect(names(moved(three, 'take-a-break', -1, isShown))).toBe('take-a-break yearly-review remove-from-list');
    expect(names(moved(three, 'yearly-review', 1, isShown))).toBe('remove-from-list take-a-break yearly-review');
  });
});

test.each([
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['1970-01-01', true],
  ['1969-12-31', false],
  ['0026-12-05', false],
  ['2999-12-31', true],
  ['9999-12-31', false],
  ['', false],
])('"%s" is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
