/** What the page for sorting connections keeps, and that it can be forgotten. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { site } from '../support/addresses.ts';
import { eventually, test } from '../support/browser-test.ts';
import { file } from '../support/archives.ts';
import {
  forPlaywright,
  keptIn,
  listFile,
  madeUpZip,
  manyPeople,
  names,
  savedBy,
  triageOn,
  triagePath,
  workIn,
  type TriageOnPage,
} from '../support/triage-on-page.ts';

const work = 'loose-ties:triage';
const list = 'loose-ties:triage-list';

async function openLoaded(page: Page): Promise<TriageOnPage> {
  const tool = triageOn(page);
  await tool.open();
  await tool.load(madeUpZip());
  return tool;
}

/** Ada is kept, Ben unfollowed, Chidi removed. */
async function openDecided(page: Page): Promise<TriageOnPage> {
  const tool = await openLoaded(page);
  await tool.decideOneByOne();
  for (const key of 'kfr') await page.keyboard.press(key);
  return tool;
}

const statusOf = async (tool: TriageOnPage): Promise<string | null> => {
  await tool.go('save');
  return tool.view('save').locator('[role=status]').first().textContent();
};

describe('going on later', () => {
  test('where the browser was closed in the middle, the queue goes on without the file, and the rest with it', async ({
    page,
    context,
  }) => {
    await openDecided(page);
    await eventually(async () => (await keptIn(page))[work]).toContain('chidi-fictional-2');
    await page.close();
    const later = await context.newPage();
    const tool = triageOn(later);
    await tool.open();
    expect(await tool.view('load').textContent()).toContain(
      'You have decided about 3 people on this device. The queue goes on without the list.',
    );
    await tool.go('queue');
    expect(await tool.turn.textContent()).toBe('Unfollow Ben Sample');
    await tool.go('load');
    await tool.load(madeUpZip());
    await tool.decideOneByOne();
    expect(await tool.who.textContent()).toBe('Dana Pretend');
  });

  test('the list is kept only for whom asks for it, and no longer than 30 days', async ({ page }) => {
    await page.clock.setFixedTime('2026-11-27T12:00:00');
    const tool = await openDecided(page);
    await tool.go('save');
    expect(Object.keys(await keptIn(page))).toEqual([work]);
    expect(JSON.stringify(await keptIn(page))).not.toContain('Fay');
    await tool.keepList();
    expect((await keptIn(page))[list]).toContain('Fay Fiction');
    await page.clock.setFixedTime('2026-12-26T12:00:00');
    await page.goto(triagePath);
    await tool.view('overview').waitFor();
    expect(await tool.view('overview').locator('.answer').textContent()).toBe('6 people.');
    await page.clock.setFixedTime('2026-12-27T12:00:00');
    await page.goto('/about/');
    await page.goto(triagePath);
    await tool.view('load').getByText('The queue goes on without the list.').waitFor();
    await eventually(async () => Object.keys(await keptIn(page))).toEqual([work]);
  });

  test('whoever takes that back has no list kept any more', async ({ page }) => {
    const tool = await openLoaded(page);
    await tool.go('save');
    const choice = tool.view('save').getByRole('checkbox', { name: /^Keep the list too/ });
    await choice.check();
    await tool.view('save').getByText('Kept for 30 days.').waitFor();
    await choice.uncheck();
    await tool.view('save').getByText('The list is not kept any more.').waitFor();
    expect(Object.keys(await keptIn(page))).not.toContain(list);
  });

  test('where a list is kept, its choice says so after a reload, and a newer one takes its place', async ({ page }) => {
    const tool = await openLoaded(page);
    await tool.go('save');
    const choice = tool.view('save').getByRole('checkbox', { name: /^Keep the list too/ });
    await choice.check();
    await tool.view('save').getByText('Kept for 30 days.').waitFor();
    await page.reload();
    await tool.view('save').waitFor();
    expect(await choice.isChecked()).toBe(true);
    await tool.go('load');
    await tool.field.setInputFiles(forPlaywright(manyPeople(3)));
    await tool.view('overview').waitFor();
    await eventually(async () => (await keptIn(page))[list]).toContain('Person 3');
    expect((await keptIn(page))[list]).not.toContain('Fay Fiction');
  });
});

describe('forgetting', () => {
  const nothingIsKept = async (page: Page): Promise<void> => {
    await eventually(() => keptIn(page)).toEqual({});
    expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toMatch(/triage|fictional/);
  };

  test('here: nothing is in the browser, here or in another tab, and it says so', async ({ page, context, complaints }) => {
    const tool = await openDecided(page);
    const other = await context.newPage();
    const otherTool = await openLoaded(other);
    await tool.go('save');
    await tool.keepList();
    await tool.button('Forget everything').click();
    await tool.button('Forget').click();
    await tool.tool.getByText('Forgotten. A look into this browser’s storage finds nothing of it any more.').waitFor();
    await nothingIsKept(page);
    await otherTool.view('load').waitFor();
    await otherTool.load(madeUpZip());
    await otherTool.go('list');
    expect(await otherTool.chosen('Ada Example')).toBe(undefined);
    await otherTool.row('Dana Pretend').getByText('Keep', { exact: true }).click();
    await eventually(async () => (await keptIn(page))[work]).toContain('dana-fictional-3');
    expect((await keptIn(page))[work]).not.toContain('ada-fictional-0');
    expect(complaints).toEqual([]);
  });

  test('on any other page: the same, also in a tab where it is open', async ({ page, context }) => {
    const tool = await openDecided(page);
    await eventually(async () => (await keptIn(page))[work]).toContain('chidi-fictional-2');
    const other = await context.newPage();
    await other.goto('/checklists/');
    await other.getByRole('button', { name: 'Forget everything on this device' }).click();
    await other.getByRole('button', { name: 'Forget', exact: true }).click();
    await eventually(() => other.locator('lt-forget').textContent()).toContain('Forgotten');
    await nothingIsKept(other);
    // Here the list goes too.
    await tool.view('load').waitFor();
    expect(await tool.view('load').innerText()).not.toContain('You have decided');
    await page.reload();
    await nothingIsKept(page);
  });
});

test('decisions saved to a file go on elsewhere, with the queue and whom nobody is to touch', async ({ page, openContext }) => {
  const tool = await openDecided(page);
  await tool
    .view('cards')
    .getByRole('checkbox', { name: /^Never touch/ })
    .check();
  await tool.go('queue');
  await tool.button('Done').click();
  await tool.go('save');
  const saved = await savedBy(page, () => tool.button('Save decisions to a file').click());
  expect(saved.name).toMatch(/^decisions-\d{4}-\d\d-\d\d\.json$/);
  expect(workIn(saved.text).decisions).toHaveLength(3);

  const elsewhere = await (await openContext()).newPage();
  const there = await openLoaded(elsewhere);
  await there.go('save');
  const field = there.view('save').locator('input[type=file]');
  await field.setInputFiles(forPlaywright(file('notes.txt', 'no decisions')));
  await there.view('save').getByText('This is no file of decisions from this page.').waitFor();
  await field.setInputFiles(forPlaywright(file(saved.name, saved.text)));
  await eventually(() => there.said.textContent()).toBe('3 decisions taken in from the file.');
  await there.go('list');
  expect(await Promise.all(names.slice(0, 4).map((name) => there.chosen(name)))).toEqual(['keep', 'unfollow', 'remove', undefined]);
  expect(await there.row('Dana Pretend').textContent()).toContain('On your never-touch list.');
  await there.go('queue');
  expect(await there.turn.textContent()).toBe('Remove Chidi Placeholder');
  await eventually(async () => (await keptIn(elsewhere))[work]).toContain('chidi-fictional-2');
});

test('a newer list is compared: what was decided is carried over, who is new and who is gone is shown', async ({ page }) => {
  const tool = await openDecided(page);
  await tool.go('load');
  const row = (first: string, last: string, slug: string, day: string) => [
    first,
    last,
    `https://www.linkedin.com/in/${slug}`,
    '',
    '',
    '',
    day,
  ];
  const newer = listFile([
    row('Gil', 'New', 'gil-fictional-9', '20 Nov 2026'),
    row('Ada', 'Example', 'ada-fictional-0', '06 Jan 2024'),
    row('Ben', 'Sample', 'ben-fictional-1', '06 Jan 2023'),
    row('Emil', 'Testcase', 'emil-fictional-4', '06 Jan 2020'),
  ]);
  await tool.field.setInputFiles(forPlaywright(newer));
  const overview = tool.view('overview');
  await overview.waitFor();
  expect(await overview.textContent()).toContain('Of those waiting to be removed, 1 person is not in your list any more.');
  await overview.getByRole('button', { name: 'Mark as done' }).click();
  await eventually(() => overview.textContent()).not.toContain('waiting to be removed');
  expect(await overview.evaluate((view) => view.contains(document.activeElement))).toBe(true);
  await overview.getByRole('button', { name: 'See 1 person new since your last list' }).click();
  await tool.view('list').waitFor();
  expect(await tool.rows.locator('> b').allTextContents()).toEqual(['Gil New']);
  await tool.button('Show everybody').click();
  expect(await tool.chosen('Ben Sample')).toBe('unfollow');
  await tool.go('queue');
  expect(await tool.view('queue').locator('.place').textContent()).toMatch(/^1 of 2 in this sitting\. 1 done, 1 left/);
});

const faults = {
  'is missing': () => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  },
  'may not even be asked for': () => {
    Object.defineProperty(window, 'indexedDB', {
      get: (): never => {
        throw new DOMException('Denied', 'SecurityError');
      },
    });
  },
  'does not open': () => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget();
      Object.assign(request, { error: new DOMException('Broken', 'UnknownError') });
      queueMicrotask(() => {
        (request as unknown as { onerror: () => void }).onerror();
      });
      return request as unknown as IDBOpenDBRequest;
    };
  },
  'is full': () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
  },
};

describe.for(Object.entries(faults))('where storage %s', ([what, fault]) => {
  test('it is told, the page works on, and asks before it is left with what is not kept', async ({ page }) => {
    const uncaught: string[] = [];
    page.on('pageerror', (error) => uncaught.push(error.message));
    await page.addInitScript(fault);
    const tool = await openDecided(page);
    expect(await statusOf(tool)).toMatch(
      what === 'is full' ? /^This browser’s storage is full/ : /^Your browser keeps nothing for this site/,
    );
    const { text } = await savedBy(page, () => tool.button('Save decisions to a file').click());
    expect(workIn(text).decisions.map(([, { decision }]) => decision)).toEqual(['keep', 'unfollow', 'remove']);
    await tool.go('queue');
    await tool.button('Done').click();
    expect(await tool.turn.textContent()).toBe('Remove Chidi Placeholder');
    const [dialog] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })]);
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    expect(uncaught).toEqual([]);
  });
});

test('what the browser has thrown away while the page is open is told at the next decision, is still here, and can be kept again', async ({
  page,
  context,
}) => {
  const tool = await openDecided(page);
  await eventually(async () => (await keptIn(page))[work]).toContain('chidi-fictional-2');
  const client = await context.newCDPSession(page);
  await client.send('Storage.clearDataForOrigin', { origin: new URL(site).origin, storageTypes: 'indexeddb' });
  await tool.go('cards');
  await tool.card.press('k');
  await eventually(() => statusOf(tool)).toMatch(/^Your browser has forgotten what was kept\. It is still here/);
  await tool.button('Keep it again').click();
  for (const name of ['ada', 'ben', 'chidi', 'dana'])
    await eventually(async () => (await keptIn(page))[work]).toContain(`${name}-fictional`);
  expect(await statusOf(tool)).toMatch(/^What you decide is kept in this browser/);
});

test('two tabs that decide at one moment lose nothing, and each shows what the other did', async ({ context }) => {
  const pages = [await context.newPage(), await context.newPage()];
  const tools = [];
  for (const page of pages) {
    const tool = await openLoaded(page);
    await tool.go('list');
    tools.push(tool);
  }
  const words = ['keep', 'unfollow', 'remove', 'look'];
  for (let round = 0; round < 8; round += 1) {
    const decision = words[round % 4] ?? '';
    await Promise.all(
      pages.map((page, tab) =>
        page.evaluate(
          ([mine, value]) => {
            for (const [at, row] of document.querySelectorAll('#list .people > li').entries())
              if (at % 2 === mine) row.querySelector<HTMLInputElement>(`input[value=${value}]`)?.click();
          },
          [tab, decision] as const,
        ),
      ),
    );
    for (const tool of tools)
      await eventually(() => Promise.all(names.map((name) => tool.chosen(name)))).toEqual(names.map(() => decision));
  }
  const [first] = pages;
  if (!first) throw new Error('No tab');
  await eventually(async () => (await keptIn(first))[work]?.match(/"decision":"look"/g)).toHaveLength(6);
});
