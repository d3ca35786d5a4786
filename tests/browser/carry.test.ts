/** What was begun on one device goes on on another: by link, by the code that a camera reads, by file. A link from a stranger can do nothing but propose. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { faultsByAxe } from '../support/axe.ts';
import { hrefTo, pathOf, site } from '../support/addresses.ts';
import { eventually, test } from '../support/browser-test.ts';
import { complaintsOf } from '../support/complaints.ts';
import { fileOf } from '../support/built-site.ts';
import { pixelsOfPng } from '../support/png.ts';
import { readCode } from '../support/read-code.ts';
import { brotliBytes, scriptFilesOf } from '../support/weight.ts';

const path = '/tools/carry/';
const progressKey = 'loose-ties:checklists';
const planKey = 'loose-ties:plan';

type Kept = Readonly<Record<string, Readonly<Record<string, string>>>>;

const some: Kept = {
  'remove-in-app': { 'open-profile': '2026-11-20T10:00:00.000Z' },
  'yearly-review': { nothing: '2026-11-20T10:00:00.000Z' },
};

/** The steps of a checklist, in order. */
async function stepsOf(page: Page, checklist: string): Promise<string[]> {
  await page.goto(`/checklists/${checklist}/`);
  const ids = await page.locator('lt-checklist li > input').evaluateAll((boxes) => boxes.map(({ id }) => id));
  return ids.map((id) => id.replace(/.+\./, ''));
}

/** As an earlier visit left it. */
async function keep(page: Page, checklists: Kept, plan?: object): Promise<void> {
  await page.goto('/about/');
  await page.evaluate(
    ([key, text, planned, other]) => {
      localStorage.setItem(key, text);
      if (planned) localStorage.setItem(other, planned);
    },
    [progressKey, JSON.stringify({ version: 1, checklists }), plan ? JSON.stringify(plan) : '', planKey] as const,
  );
}

const keptIn = (page: Page, key = progressKey): Promise<unknown> =>
  page.evaluate((name) => JSON.parse(localStorage.getItem(name) ?? 'null') as unknown, key);

/** The steps that are kept as ticked, whatever the times. */
async function tickedIn(page: Page): Promise<Record<string, string[]>> {
  const found = (await keptIn(page)) as { checklists?: Kept } | null;
  return Object.fromEntries(Object.entries(found?.checklists ?? {}).map(([id, steps]) => [id, Object.keys(steps).sort()]));
}

const question = (page: Page) => page.locator('lt-carry [data-question]');
const focused = (page: Page): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.textContent);
const isFocusKept = (page: Page): Promise<boolean> => page.evaluate(() => document.activeElement !== document.body);
const button = (page: Page, name: string) => page.locator('lt-carry').getByRole('button', { name, exact: true });

async function makeLink(page: Page): Promise<string> {
  await page.goto(path);
  await button(page, 'Make a link and a code').click();
  await page.locator('svg.code').waitFor();
  return page.getByLabel('The link', { exact: true }).inputValue();
}

async function another(openContext: () => Promise<BrowserContext>): Promise<Page> {
  return (await openContext()).newPage();
}

/** Something on one device: four steps of two checklists, and a plan. */
async function begin(page: Page): Promise<Record<string, string[]>> {
  for (const [checklist, count] of [
    ['remove-in-app', 2],
    ['get-your-data', 2],
  ] as const) {
    await page.goto(`/checklists/${checklist}/`);
    for (let step = 0; step < count; step += 1) await page.locator('lt-checklist li > input').nth(step).check();
  }
  await page.evaluate(
    ([key, text]) => {
      localStorage.setItem(key, text);
    },
    [planKey, JSON.stringify(planned)] as const,
  );
  return tickedIn(page);
}
const planned = {
  version: 1,
  entries: [
    { checklist: 'get-your-data', on: '2026-12-05' },
    { checklist: 'remove-in-app', on: '' },
  ],
};

describe('what is begun on one device goes on on a second, empty one', () => {
  const expectTakenOver = async (there: Page, begun: Record<string, string[]>): Promise<void> => {
    await eventually(() => tickedIn(there)).toEqual(begun);
    expect(await keptIn(there, planKey)).toEqual(planned);
    await there.goto('/');
    await there.locator('lt-under-way a').first().waitFor();
    expect(await there.locator('lt-under-way a').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Remove in the app\s+Step 3 of 3/)]),
    );
  };

  test('by link', async ({ page, openContext, complaints }) => {
    const begun = await begin(page);
    const link = await makeLink(page);
    expect(link.startsWith(`${site}${path}#progress=`)).toBe(true);
    expect(link.length).toBeLessThan(300);
    const there = await another(openContext);
    const complaintsThere = await complaintsOf(there);
    const asked: string[] = [];
    there.on('request', (request) => asked.push(request.url()));
    await there.goto(link);
    await button(there, 'Add it to what is here').waitFor();
    expect(await question(there).getByRole('listitem').allInnerTexts()).toEqual([
      'Get the list of your connections: 2 more steps ticked, 2 of 5 then',
      'Remove in the app: 2 more steps ticked, 2 of 3 then',
      'Your plan: 2 checklists added or given a date',
    ]);
    // Nothing before the press.
    expect([await keptIn(there), await keptIn(there, planKey)]).toEqual([null, null]);
    expect(await question(there).getByRole('button').allInnerTexts()).toEqual(['Add it to what is here', 'Leave it']);
    await button(there, 'Add it to what is here').click();
    await button(there, 'Undo').waitFor();
    expect(there.url()).toBe(`${site}${path}`);
    await expectTakenOver(there, begun);
    const [, text = ''] = link.split('#progress=');
    expect(asked.filter((address) => address.includes(text))).toEqual([]);
    expect([complaints, complaintsThere]).toEqual([[], []]);
  });

  test.for([
    { width: 360, colorScheme: 'light', forcedColors: 'none' },
    { width: 320, colorScheme: 'dark', forcedColors: 'none' },
    { width: 1280, colorScheme: 'light', forcedColors: 'active' },
    { width: 360, colorScheme: 'dark', forcedColors: 'active' },
  ] as const)('by what a camera reads, $width px, $colorScheme, forced colours $forcedColors', async (drawn, { page, openContext }) => {
    const { width, ...colours } = drawn;
    await page.setViewportSize({ width, height: 640 });
    await page.emulateMedia(colours);
    const begun = await begin(page);
    const link = await makeLink(page);
    const picture = pixelsOfPng(await page.screenshot({ fullPage: true }));
    const read = readCode(picture);
    expect(read).toBe(link);
    const there = await another(openContext);
    await there.goto(read ?? '');
    await button(there, 'Add it to what is here').click();
    await expectTakenOver(there, begun);
  });

  test('by file', async ({ page, openContext }) => {
    const begun = await begin(page);
    await page.goto(path);
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save to a file').click()]);
    expect(download.suggestedFilename()).toMatch(/^loose-ties-\d{4}-\d\d-\d\d\.json$/);
    const file = await download.path();
    const there = await another(openContext);
    await there.goto(path);
    await there.locator('lt-carry [type=file]').setInputFiles({ name: 'mine.json', mimeType: '', buffer: readFileSync(file) });
    await question(there).getByText('What this file would change here').waitFor();
    await button(there, 'Add it to what is here').click();
    await expectTakenOver(there, begun);
  });

  test('by keyboard alone', async ({ page, openContext }) => {
    const begun = await begin(page);
    await page.goto(path);
    await button(page, 'Make a link and a code').focus();
    await page.keyboard.press('Enter');
    await page.locator('svg.code').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Copy the link');
    const link = await page.getByLabel('The link', { exact: true }).inputValue();
    const there = await another(openContext);
    await there.goto(link);
    await button(there, 'Add it to what is here').waitFor();
    // A screen reader reads on from the question.
    expect(await there.evaluate(() => document.activeElement?.textContent)).toBe('What this link would change here');
    await there.keyboard.press('Tab');
    await there.keyboard.press('Enter');
    await eventually(() => tickedIn(there)).toEqual(begun);
    await there.keyboard.press('Tab');
    expect(await there.evaluate(() => document.activeElement?.textContent)).toBe('Get the list of your connections');
  });
});

describe('on a device that has ticks of its own', () => {
  const own: Kept = {
    profile: { mine: '2026-11-01T10:00:00.000Z' },
    'remove-in-app': { mine: '2026-11-01T10:00:00.000Z' },
    // Of a version that nobody knows.
    unheard: { of: '2026-11-01T10:00:00.000Z' },
  };

  async function withOwn(page: Page): Promise<Kept> {
    const [profile = ''] = await stepsOf(page, 'profile');
    const third = (await stepsOf(page, 'remove-in-app'))[2] ?? '';
    const real: Kept = {
      ...own,
      profile: { [profile]: '2026-11-01T10:00:00.000Z' },
      'remove-in-app': { [third]: '2026-11-02T10:00:00.000Z' },
    };
    await keep(page, real, { version: 1, entries: [{ checklist: 'profile', on: '2026-12-24' }] });
    return real;
  }
  const all = async (page: Page): Promise<unknown[]> => [await keptIn(page), await keptIn(page, planKey)];

  test('adding loses nothing, and its undo brings back exactly what was', async ({ page, openContext }) => {
    const begun = await begin(page);
    const link = await makeLink(page);
    const there = await another(openContext);
    await withOwn(there);
    const before = await all(there);
    const tickedBefore = await tickedIn(there);
    await there.goto(link);
    await button(there, 'Add it to what is here').click();
    await button(there, 'Undo').waitFor();
    const after = await tickedIn(there);
    for (const ticked of [tickedBefore, begun])
      for (const [list, steps] of Object.entries(ticked)) expect(after[list]).toEqual(expect.arrayContaining(steps));
    expect(((await keptIn(there, planKey)) as typeof planned).entries.map(({ checklist }) => checklist)).toEqual([
      'profile',
      'get-your-data',
      'remove-in-app',
    ]);
    await button(there, 'Undo').click();
    await eventually(() => all(there)).toEqual(before);
    expect(await question(there).innerText()).toContain('Undone: all is as it was.');
  });

  test('replacing names what is lost, does it, and can be undone', async ({ page, openContext }) => {
    const begun = await begin(page);
    const link = await makeLink(page);
    const there = await another(openContext);
    await withOwn(there);
    const before = await all(there);
    await there.goto(link);
    await question(there)
      .getByText(
        /Adding takes nothing away\. Replacing would untick 1 step of “Profile.*”, 1 step of “Remove in the app” and put the other plan in place of yours\.|Replacing would untick 1 step of “.+” and 1 step of “.+” and put the other plan in place of yours\./,
      )
      .waitFor();
    await button(there, 'Replace what is here').click();
    await button(there, 'Undo').waitFor();
    expect(await tickedIn(there)).toEqual({ ...begun, unheard: ['of'] });
    expect(await keptIn(there, planKey)).toEqual(planned);
    await button(there, 'Undo').click();
    await eventually(() => all(there)).toEqual(before);
  });

  test('leaving it changes nothing, and takes it out of the address', async ({ page, openContext }) => {
    await begin(page);
    const link = await makeLink(page);
    const there = await another(openContext);
    await withOwn(there);
    const before = await all(there);
    await there.goto(link);
    await button(there, 'Leave it').click();
    await eventually(() => there.url()).toBe(`${site}${path}`);
    expect(await question(there).innerText()).toBe('');
    expect(await isFocusKept(there)).toBe(true);
    expect(await all(there)).toEqual(before);
    await there.reload();
    await button(there, 'Make a link and a code').waitFor();
    expect(await question(there).innerText()).toBe('');
  });

  test('what is all here already is said to be so', async ({ page }) => {
    await begin(page);
    const link = await makeLink(page);
    await page.goto('/about/');
    await page.goto(link);
    await question(page).getByText('Nothing: all that it holds is here already.').waitFor();
    expect(await question(page).getByRole('button').allInnerTexts()).toEqual(['Close']);
  });

  test('an undo goes when something came after it, here or in another tab, and after all was forgotten', async ({ page, openContext }) => {
    await begin(page);
    const link = await makeLink(page);
    const there = await another(openContext);
    await there.goto(link);
    await button(there, 'Add it to what is here').click();
    await button(there, 'Undo').waitFor();
    const tab = await there.context().newPage();
    await tab.goto('/checklists/profile/');
    // Of another list: it stays.
    await tab.locator('lt-checklist li > input').first().check();
    await eventually(() => tickedIn(there)).toHaveProperty('profile');
    expect(await button(there, 'Undo').count()).toBe(1);
    await tab.goto('/checklists/remove-in-app/');
    await tab.locator('lt-checklist li > input').first().uncheck();
    await button(there, 'Undo').waitFor({ state: 'detached' });
    await tab.goto('/checklists/');
    await tab.getByRole('button', { name: 'Forget everything on this device' }).click();
    await tab.getByRole('button', { name: 'Forget', exact: true }).click();
    await eventually(() => keptIn(there)).toBe(null);
  });

  test('what another tab ticks while it asks is in the question', async ({ page, openContext }) => {
    await begin(page);
    const link = await makeLink(page);
    const there = await another(openContext);
    await there.goto(link);
    await question(there).getByText('Remove in the app: 2 more steps ticked, 2 of 3 then').waitFor();
    const tab = await there.context().newPage();
    await tab.goto('/checklists/remove-in-app/');
    await tab.locator('lt-checklist li > input').first().check();
    await question(there).getByText('Remove in the app: 1 more step ticked, 2 of 3 then').waitFor();
  });

  test('a link that comes while the page is open is asked about too', async ({ page, openContext }) => {
    await begin(page);
    const link = await makeLink(page);
    const there = await another(openContext);
    await there.goto(path);
    await button(there, 'Make a link and a code').waitFor();
    await there.evaluate((hash) => {
      location.hash = hash;
    }, new URL(link).hash);
    await button(there, 'Add it to what is here').waitFor();
  });
});

describe('what is private', () => {
  const privateList = 'someone-is-bothering-me';

  async function withPrivate(page: Page, isRemembered: boolean): Promise<string> {
    const [first = ''] = await stepsOf(page, privateList);
    if (isRemembered) await page.getByRole('checkbox', { name: 'Remember my ticks on this device' }).check();
    await page.locator('lt-checklist li > input').first().check();
    return first;
  }

  test('is in no link and no file, and nothing offers it, where nobody asked for it to be remembered', async ({ page }) => {
    await withPrivate(page, false);
    await page.goto(path);
    await button(page, 'Make a link and a code').click();
    await page.getByText('Nothing is ticked or planned on this device').waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
  });

  const onlyPrivate = 'What is here is private: it goes along only with the box ticked.';

  test('and all there is, goes into a link with the box ticked, and before there is none to copy', async ({ page }) => {
    await withPrivate(page, true);
    await page.goto(path);
    await button(page, 'Make a link and a code').click();
    await page.getByText(onlyPrivate).waitFor();
    const [copy, link] = [button(page, 'Copy the link'), page.getByLabel('The link', { exact: true })];
    expect(await copy.count()).toBe(0);
    const box = page.getByRole('checkbox', { name: 'Also what this device remembers of private lists' });
    await box.check();
    await button(page, 'Make a link and a code').click();
    await page.getByText('The link holds 1 ticked step of 1 checklist.').waitFor();
    expect(await link.inputValue()).toContain('#progress=');
    expect(await page.getByText(onlyPrivate).count()).toBe(0);
    await box.uncheck();
    await page.getByText(onlyPrivate).waitFor();
    expect([await copy.count(), await link.isVisible()]).toEqual([0, false]);
    await box.check();
    await copy.waitFor();
  });

  test('and all there is, is saved to a file with the box ticked, and before that is told', async ({ page }) => {
    await withPrivate(page, true);
    await page.goto(path);
    await button(page, 'Save to a file').click();
    await page.getByText(onlyPrivate).waitFor();
    await page.getByRole('checkbox', { name: 'Also what this device remembers of private lists' }).check();
    await Promise.all([page.waitForEvent('download'), button(page, 'Save to a file').click()]);
    await page.getByText('Saved, where your browser saves files.').waitFor();
  });

  test('is left out until somebody adds it by hand, and there taken only by hand; no page but its own names it', async ({
    page,
    openContext,
  }) => {
    const step = await withPrivate(page, true);
    await begin(page);
    const plain = await makeLink(page);
    const box = page.getByRole('checkbox', { name: 'Also what this device remembers of private lists' });
    expect(await box.isChecked()).toBe(false);
    expect(await page.locator('lt-carry').innerText()).not.toMatch(/bother|block/i);
    await box.check();
    await eventually(() => page.getByLabel('The link', { exact: true }).inputValue()).not.toBe(plain);
    const full = await page.getByLabel('The link', { exact: true }).inputValue();

    const there = await another(openContext);
    await there.goto(plain);
    await button(there, 'Add it to what is here').waitFor();
    expect(await there.getByRole('checkbox').count()).toBe(0);
    await there.goto('/about/');
    await there.goto(full);
    const take = there.getByRole('checkbox', { name: 'Also take 1 step of private lists, and remember them on this device' });
    await take.waitFor();
    expect(await take.isChecked()).toBe(false);
    expect(await there.locator('lt-carry').innerText()).not.toMatch(/bother|block/i);
    await button(there, 'Add it to what is here').click();
    await question(there).getByText('Added: 4 steps ticked and your plan changed.').waitFor();
    expect(await tickedIn(there)).not.toHaveProperty(privateList);

    await there.goto('/about/');
    await there.goto(full);
    await take.waitFor();
    await button(there, 'Add it to what is here').click();
    await question(there).getByText('Nothing has changed').waitFor();
    expect(await question(there).getByRole('button').allInnerTexts()).toEqual(['Close']);

    await there.goto('/about/');
    await there.goto(full);
    await take.check();
    await button(there, 'Add it to what is here').click();
    await question(there).getByText('Added: 1 step ticked.').waitFor();
    expect((await tickedIn(there))[privateList]).toEqual(['(remembered)', step].sort());
    expect(await question(there).innerText()).not.toMatch(/bother|block/i);
    await there.goto(`/checklists/${privateList}/`);
    expect(await there.locator('lt-checklist li > input').first().isChecked()).toBe(true);
  });
});

describe('what comes from a stranger', () => {
  test.for([
    ['nothing', ''],
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['HTML as browsers write it in addresses', '%3Cimg%20src=x%20onerror=alert(1)%3E'],
    ['names of prototypes', '__proto__'],
    ['a cut link', 'AbCiAQMAQAAIgAEBCoAIAAILEQUAx'],
    ['an altered link', 'AbCiAQMAQAAIgAEBCoAIAAILEQUAxiq'],
    ['much', 'A'.repeat(200_000)],
  ] as const)('as a link, %s is refused in words, changes nothing, and leaves the address', async ([, text], { page, complaints }) => {
    await keep(page, some);
    const before = await keptIn(page);
    await page.goto(`${path}#progress=${text}`);
    await question(page).getByText('This link is cut or altered, so nothing was taken from it.').waitFor();
    expect(page.url()).toBe(`${site}${path}`);
    expect(await keptIn(page)).toEqual(before);
    expect(complaints).toEqual([]);
    // A screen reader reads on from it, and then from where it was.
    expect(await focused(page)).toBe('Nothing has changed');
    await button(page, 'Close').click();
    expect(await question(page).innerText()).toBe('');
    expect(await isFocusKept(page)).toBe(true);
  });

  test.for([
    ['of another kind', '{"name":"not ours"}', 'no file that was saved on this page'],
    ['of HTML', '<script>alert(1)</script>', 'no file that was saved on this page'],
    ['of a later version', '{"kind":"loose-ties progress","version":9,"checklists":[],"plan":[]}', 'by a newer version of this site'],
    ['that is huge', `${' '.repeat(2_000_000)}{}`, 'no file that was saved on this page'],
  ] as const)('a file %s is refused in words, and changes nothing', async ([, text, why], { page, complaints }) => {
    await keep(page, some);
    const before = await keptIn(page);
    await page.goto(path);
    await page.locator('lt-carry [type=file]').setInputFiles({ name: 'x.json', mimeType: '', buffer: Buffer.from(text) });
    await question(page).getByText(why).waitFor();
    expect(await focused(page)).toBe('Nothing has changed');
    expect(await keptIn(page)).toEqual(before);
    expect(complaints).toEqual([]);
  });

  test('a file that is refused while a link asks stays refused, whatever another tab ticks', async ({ page, openContext }) => {
    await begin(page);
    const link = await makeLink(page);
    const there = await another(openContext);
    const tab = await there.context().newPage();
    await tab.goto('/checklists/profile/');
    await tab.locator('lt-checklist li > input').nth(0).check();
    await there.goto(link);
    await button(there, 'Add it to what is here').waitFor();
    await button(there, 'Make a link and a code').click();
    await there.getByText('The link holds 1 ticked step of 1 checklist.').waitFor();
    await there.locator('lt-carry [type=file]').setInputFiles({ name: 'x.json', mimeType: '', buffer: Buffer.from('{}') });
    await question(there).getByText('no file that was saved on this page').waitFor();
    await tab.locator('lt-checklist li > input').nth(1).check();
    await there.getByText('The link holds 2 ticked steps of 1 checklist.').waitFor();
    expect(await question(there).innerText()).toContain('no file that was saved on this page');
  });

  test('parts that this version does not know are left out, and that is told', async ({ page }) => {
    const lists = [
      { checklist: 'remove-in-app', day: '2026-11-20', steps: ['open-profile', '<b>bold</b>', '__proto__'] },
      { checklist: '<img src=x onerror=alert(1)>', day: '2026-11-20', steps: ['open-profile'] },
    ];
    const text = JSON.stringify({ kind: 'loose-ties progress', version: 1, checklists: lists, plan: [] });
    await page.goto(path);
    await page.locator('lt-carry [type=file]').setInputFiles({ name: 'x.json', mimeType: '', buffer: Buffer.from(text) });
    await question(page).getByText('3 parts of this file are unknown here, and left out').waitFor();
    await button(page, 'Add it to what is here').click();
    await eventually(() => tickedIn(page)).toEqual({ 'remove-in-app': ['open-profile'] });
  });

  test('inside a page of somebody else’s nothing can be pressed: a link opens the page by itself', async ({ page }) => {
    // As the page of another origin that has it inside would be seen by it.
    await page.addInitScript(() => {
      if (window !== window.top) Object.defineProperty(window, 'origin', { value: 'https://elsewhere.example' });
    });
    await page.route('**/frame', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>Frame</title><iframe src="${site}${path}#progress=AA"></iframe>`,
      }),
    );
    await page.goto(`${site}/frame`);
    const framed = page.frameLocator('iframe');
    const alone = framed.getByRole('link', { name: 'Open this page by itself' });
    await alone.waitFor();
    expect(await framed.locator('lt-carry button').count()).toBe(0);
    expect(await alone.getAttribute('href')).toBe(`${site}${path}#progress=AA`);
  });
});

describe('storage', () => {
  test.for([
    ['blocked', 'SecurityError', 'Your browser lets this site save nothing'],
    ['full', 'QuotaExceededError', 'The browser’s storage is full'],
  ] as const)(
    'that is %s is told before anything could be lost, and the link stays in the address',
    async ([, name, words], { page, openContext }) => {
      await begin(page);
      const link = await makeLink(page);
      const there = await another(openContext);
      await there.addInitScript((fault) => {
        Storage.prototype.setItem = () => {
          throw new DOMException('not now', fault);
        };
      }, name);
      await there.goto(link);
      await question(there).getByText(words).waitFor();
      expect(await question(there).getByRole('button').allInnerTexts()).toEqual(['Leave it']);
      expect(there.url()).toBe(link);
    },
  );

  test('that ticks of a later version lie in is left alone', async ({ page, openContext }) => {
    await begin(page);
    const link = await makeLink(page);
    const there = await another(openContext);
    await there.goto('/about/');
    await there.evaluate((key) => {
      localStorage.setItem(key, '{"version":7}');
    }, progressKey);
    await there.goto(link);
    await question(there).getByText('A newer version of this site saved what is here, so it is left alone').waitFor();
    expect(await keptIn(there)).toEqual({ version: 7 });
  });
});

test('a list of numbers that can’t be loaded is told, and the next press tries again', async ({ page }) => {
  await begin(page);
  await page.route('**/numbers.json', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await page.goto(path);
  await button(page, 'Make a link and a code').click();
  await page.getByText('It could not be loaded.').waitFor();
  await page.unrouteAll();
  await button(page, 'Make a link and a code').click();
  await page.locator('svg.code').waitFor();
});

test('the link follows what is ticked meanwhile, and goes when all is forgotten', async ({ page }) => {
  await begin(page);
  const link = await makeLink(page);
  const tab = await page.context().newPage();
  await tab.goto('/checklists/profile/');
  await tab.locator('lt-checklist li > input').first().check();
  await page.getByText('The link holds 5 ticked steps of 3 checklists and your plan of 2 checklists.').waitFor();
  expect(await page.getByLabel('The link', { exact: true }).inputValue()).not.toBe(link);
  await tab.goto('/checklists/');
  await tab.getByRole('button', { name: 'Forget everything on this device' }).click();
  await tab.getByRole('button', { name: 'Forget', exact: true }).click();
  await page.getByText('Nothing is ticked or planned on this device').waitFor();
  expect(await page.locator('svg.code').count()).toBe(0);
  expect(await button(page, 'Copy the link').count()).toBe(0);
  expect(await page.getByLabel('The link', { exact: true }).isVisible()).toBe(false);
  // It was on the button that went.
  expect(await focused(page)).toContain('Nothing is ticked or planned on this device');
});

test('what is too much for a link is told, with none to copy', async ({ page }) => {
  const names = Array.from({ length: 3_000 }, (_, number) => `list-${number}`);
  await page.route('**/numbers.json', (route) =>
    route.fulfill({ json: names.map((id) => ({ id, steps: ['open'], title: id, count: 1 })) }),
  );
  await keep(page, Object.fromEntries(names.map((id) => [id, { open: '2026-11-20T10:00:00.000Z' }])));
  await page.goto(path);
  await button(page, 'Make a link and a code').click();
  await page.getByText('It is too much for a link: save it to a file.').waitFor();
  expect(await button(page, 'Copy the link').count()).toBe(0);
  expect(await focused(page)).toBe('It is too much for a link: save it to a file.');
});

describe('what is told is so', () => {
  const time = '2026-11-20T10:00:00.000Z';
  const onlyPlanned = { version: 1, entries: [{ checklist: 'get-your-data', on: '' }] };

  test('of a link that holds only a plan', async ({ page, openContext }) => {
    await keep(page, {}, onlyPlanned);
    const link = await makeLink(page);
    const there = await another(openContext);
    await there.goto(link);
    await button(there, 'Add it to what is here').click();
    await question(there).getByText('Added: your plan changed.').waitFor();
    await eventually(() => keptIn(there, planKey)).toEqual(onlyPlanned);
  });

  test('of a plan that a later version keeps here', async ({ page, openContext }) => {
    await keep(page, {}, onlyPlanned);
    const link = await makeLink(page);
    const there = await another(openContext);
    await keep(there, {}, { version: 7 });
    await there.goto(link);
    await question(there).getByText('The plan in this link is left out: a newer version of this site keeps the one here.').waitFor();
    expect(await question(there).innerText()).not.toContain('all that it holds is here already');
    expect(await question(there).getByRole('button').allInnerTexts()).toEqual(['Close']);
  });

  test('of ticks that a later version keeps here', async ({ page }) => {
    await page.goto('/about/');
    await page.evaluate((key) => {
      localStorage.setItem(key, '{"version":7}');
    }, progressKey);
    await page.goto(path);
    await button(page, 'Make a link and a code').click();
    await page.getByText('A newer version of this site saved what is here, so it is left alone').waitFor();
  });

  test('of a plan for which there is no room, though there was for the ticks: the link stays, to be opened again', async ({
    page,
    openContext,
  }) => {
    await begin(page);
    const link = await makeLink(page);
    const there = await another(openContext);
    await there.addInitScript((full) => {
      Storage.prototype.setItem = function (this: Storage, key, text) {
        if (key === full) throw new DOMException('not now', 'QuotaExceededError');
        this[key] = text;
      };
    }, planKey);
    await there.goto(link);
    await button(there, 'Add it to what is here').click();
    await question(there).getByRole('alert').getByText('Not all of this is saved. The browser’s storage is full').waitFor();
    expect(there.url()).toBe(link);
    expect([Object.keys(await tickedIn(there)).length, await keptIn(there, planKey)]).toEqual([2, null]);
  });

  test('of what is ticked in a plan, which is no checklist', async ({ page, openContext }) => {
    await keep(page, { '(plan)': { 'get-your-data': time } }, onlyPlanned);
    const link = await makeLink(page);
    await page.getByText('The link holds your plan of 1 checklist and 1 tick in your plan.').waitFor();
    const there = await another(openContext);
    await keep(there, { '(plan)': { 'remove-in-app': time } });
    await there.goto(link);
    await question(there).getByText('Replacing would untick 1 list of “Your plan”.').waitFor();
    await button(there, 'Replace what is here').click();
    await question(there).getByText('Replaced: your plan changed.').waitFor();
  });

  test('of what replacing did', async ({ page, openContext }) => {
    await begin(page);
    const link = await makeLink(page);
    const there = await another(openContext);
    await keep(there, { profile: { [(await stepsOf(there, 'profile'))[0] ?? '']: time } });
    await there.goto(link);
    await button(there, 'Replace what is here').click();
    await question(there).getByText('Replaced: 4 steps ticked, 1 step unticked and your plan changed.').waitFor();
  });

  test('of a link that holds nothing that is known here', async ({ page }) => {
    const text = JSON.stringify({ kind: 'loose-ties progress', version: 1, checklists: [], plan: [{ checklist: 'unheard', on: '' }] });
    await page.goto(path);
    await page.locator('lt-carry [type=file]').setInputFiles({ name: 'x.json', mimeType: '', buffer: Buffer.from(text) });
    await question(page).getByText('1 part of this file is unknown here').waitFor();
    expect(await question(page).innerText()).not.toContain('all that it holds is here already');
  });
});

test('the sheet to share with opens where a browser has one, and what it refuses is told', async ({ page }) => {
  await page.addInitScript(() => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    Object.assign(navigator, {
      share: (given: unknown) => {
        shared.push(given);
        return shared.length > 1 ? Promise.reject(new DOMException('no', 'NotAllowedError')) : Promise.resolve();
      },
    });
  });
  await begin(page);
  const link = await makeLink(page);
  await button(page, 'Share the link').click();
  expect(await page.evaluate(() => (window as unknown as { shared: unknown[] }).shared)).toEqual([{ url: link }]);
  await button(page, 'Share the link').click();
  await page.getByText('Your browser does not share it: copy it instead.').waitFor();
});

test.for([
  { width: 320, colorScheme: 'light', forcedColors: 'none' },
  { width: 1440, colorScheme: 'dark', forcedColors: 'none' },
  { width: 320, colorScheme: 'light', forcedColors: 'active' },
] as const)(
  'in use it has no fault that machines find, $width px, $colorScheme, forced colours $forcedColors',
  async (drawn, { page, openContext }) => {
    const { width, ...colours } = drawn;
    const setUp = async (one: Page): Promise<void> => {
      await one.setViewportSize({ width, height: 640 });
      await one.emulateMedia(colours);
    };
    const sideways = (one: Page): Promise<number> =>
      one.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await setUp(page);
    await begin(page);
    const link = await makeLink(page);
    expect(await faultsByAxe(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    const there = await another(openContext);
    await setUp(there);
    await keep(there, { profile: { [(await stepsOf(there, 'profile'))[0] ?? '']: '2026-11-01T10:00:00.000Z' } });
    await there.goto(link);
    await button(there, 'Replace what is here').waitFor();
    expect(await faultsByAxe(there)).toEqual([]);
    expect(await sideways(there)).toBe(0);
    await button(there, 'Add it to what is here').click();
    await button(there, 'Undo').waitFor();
    // Where the focus went, the page was scrolled by as much as its font takes: what is half below the bar at the top can't be pressed there.
    await there.evaluate(() => {
      scrollTo(0, 0);
    });
    expect(await faultsByAxe(there)).toEqual([]);
  },
);

test('without script the page says why it needs it, and what works without', async ({ tabWithoutScript: tab }) => {
  await tab.goto(path);
  expect(await tab.locator('lt-carry').innerText()).toContain('This needs script: your ticks are kept in the browser');
  expect(await tab.locator('lt-carry button, lt-carry input').count()).toBe(0);
  expect(await tab.locator('lt-carry a').getAttribute('href')).toBe(hrefTo('/checklists/'));
});

test('all of it, code and all, is at most 8,000 bytes beside what checklists and the plan load; the page asks by itself for less than an eighth of it', () => {
  const fileAt = (address: string): string => fileOf(pathOf(address));
  const textOf = (address: string): string => readFileSync(fileAt(address), 'utf8');
  const filesOf = (html: string): Set<string> => scriptFilesOf(html, fileAt);
  const others = ['/checklists/remove-in-app/', '/tools/plan/'].map((other) => filesOf(textOf(hrefTo(other))));
  const own = [...filesOf(textOf(hrefTo(path)))].filter((file) => textOf(file).includes('lt-carry'));
  const later = own.flatMap((file) => [...textOf(file).matchAll(/import\(["'`]\.\/([^"'`]+)["'`]\)/g)].map(([, name = '']) => name));
  const loaded = later.flatMap((name) => [...filesOf(`<script data-scripts="${hrefTo(`/_astro/${name}`)}"></script>`)]);
  const weights = (files: readonly string[]): number => files.reduce((sum, file) => sum + brotliBytes(readFileSync(fileAt(file))), 0);
  expect([own.length, later.length]).toEqual([1, 1]);
  expect(loaded.length).toBeGreaterThan(2);
  expect(weights([...new Set([...own, ...loaded])].filter((file) => !others.some((files) => files.has(file))))).toBeLessThanOrEqual(8_000);
  expect(weights(own)).toBeLessThan(1_000);
});
