/** Checklists as people use them: with script, without it, where nothing can be saved, in two tabs, by keyboard. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { hrefTo, pathOf } from '../support/addresses.ts';
import { eventually, test } from '../support/browser-test.ts';
import { checklistOn } from '../support/checklist-on-page.ts';
import { focused, press, tabTo } from '../support/keyboard.ts';
import { changeHtml, failScripts, holdScripts } from '../support/served-differently.ts';

/** Shows two checklists, "clear-imported-contacts" (7 steps) first, then "withdraw-invitations" (6 steps). */
const guide = '/remove/contacts-and-invitations/';
const firstInGuide = 'clear-imported-contacts';
const checklist = 'withdraw-invitations';
const ownPage = '/checklists/withdraw-invitations/';
/** 6 steps. */
const longPage = '/checklists/get-your-data/';

const key = 'loose-ties:checklists';
const stored = (page: Page): Promise<string | null> => page.evaluate((name) => localStorage.getItem(name), key);
const startAgain = 'Start again: Withdraw invitations you sent';
const question = 'Untick all of “Withdraw invitations you sent”?';
const plainLine = 'Ticks are not saved while no script runs.';

describe('ticks', () => {
  test('are there again when the browser was closed in between', async ({ page, context, openContext, complaints }) => {
    await page.goto(longPage);
    const list = checklistOn(page, 'get-your-data');
    expect(await list.status.textContent()).toBe('0 of 5 done');
    await list.tick(1, 2, 5);
    expect(await list.status.textContent()).toBe('3 of 5 done');
    expect(await list.element.locator('progress').getAttribute('value')).toBe('3');
    const kept = await context.storageState();
    await context.close();

    const pageLater = await (await openContext({ storageState: kept })).newPage();
    await pageLater.goto(longPage);
    const listLater = checklistOn(pageLater, 'get-your-data');
    expect(await listLater.ticked()).toEqual([1, 2, 5]);
    expect(await listLater.status.textContent()).toBe('3 of 5 done');
    expect(complaints).toEqual([]);
  });

  test('are the same in the guide and on the page of the checklist', async ({ page, complaints }) => {
    await page.goto(guide);
    await checklistOn(page, checklist).tick(1, 3);
    await page.goto(ownPage);
    expect(await checklistOn(page, checklist).ticked()).toEqual([1, 3]);
    await checklistOn(page, checklist).untick(1);
    await page.goto(guide);
    expect(await checklistOn(page, checklist).ticked()).toEqual([3]);
    expect(await checklistOn(page, firstInGuide).ticked()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('are kept under a base path too', async ({ page, complaints }) => {
    await page.goto(inject('siteUnderBase') + ownPage);
    await checklistOn(page, checklist).tick(2);
    await page.goto(inject('siteUnderBase') + guide);
    expect(await checklistOn(page, checklist).ticked()).toEqual([2]);
    expect(complaints).toEqual([]);
  });

  test('made before the script arrived are kept', async ({ page }) => {
    const release = await holdScripts(page);
    await page.goto(ownPage, { waitUntil: 'commit' });
    const list = checklistOn(page, checklist);
    await list.tick(2);
    expect(await list.status.textContent()).toBe(plainLine);
    release();
    await eventually(() => list.status.textContent()).toBe('1 of 6 done');
    expect(await list.ticked()).toEqual([2]);
    await page.reload();
    expect(await list.ticked()).toEqual([2]);
  });

  test('that are all made end with what to do next, without script too, and nothing moves then', async ({ page, openContext }) => {
    const plain = await (await openContext({ javaScriptEnabled: false })).newPage();
    for (const each of [page, plain]) {
      await each.goto(ownPage);
      const list = checklistOn(each, checklist);
      await list.tick(1, 2, 3, 4, 5);
      expect(await list.finish.isVisible()).toBe(false);
      const height = await list.element.evaluate((element) => element.getBoundingClientRect().height);
      await list.tick(6);
      expect(await list.finish.getByRole('link').isVisible()).toBe(true);
      expect(await list.element.evaluate((element) => element.getBoundingClientRect().height)).toBe(height);
    }
    expect(await checklistOn(page, checklist).status.textContent()).toBe('All 6 done');
    await plain.goto(ownPage);
    await plain.emulateMedia({ media: 'print' });
    expect(await checklistOn(plain, checklist).finish.isVisible()).toBe(true);
  });

  test('fill the bar where colours are forced', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(ownPage);
    const list = checklistOn(page, checklist);
    const bar = list.element.locator('progress');
    const empty = await bar.screenshot();
    await list.tick(1, 2, 3);
    expect((await bar.screenshot()).equals(empty)).toBe(false);
  });

  test('agree in two tabs, and are announced only where they were made', async ({ page, context }) => {
    const otherPage = await context.newPage();
    await page.goto(guide);
    await otherPage.goto(ownPage);
    const here = checklistOn(page, checklist);
    const there = checklistOn(otherPage, checklist);

    await here.tick(1);
    expect(await here.status.getAttribute('aria-live')).toBe('polite');
    await eventually(() => there.status.textContent()).toBe('1 of 6 done');
    expect(await there.ticked()).toEqual([1]);
    expect(await there.status.getAttribute('aria-live')).toBe('off');

    await there.tick(4);
    expect(await there.status.getAttribute('aria-live')).toBe('polite');
    await eventually(() => here.status.textContent()).toBe('2 of 6 done');
    expect(await here.ticked()).toEqual([1, 4]);
    expect(await here.status.getAttribute('aria-live')).toBe('off');
  });

  test('made elsewhere in between are there after the Back button', async ({ page }) => {
    await page.goto(guide);
    await checklistOn(page, checklist).tick(1);
    await page.goto(ownPage);
    await checklistOn(page, checklist).tick(2);
    await checklistOn(page, checklist).untick(1);
    await page.goBack();
    expect(pathOf(page.url())).toBe(guide);
    await eventually(() => checklistOn(page, checklist).ticked()).toEqual([2]);
    expect(await checklistOn(page, checklist).status.textContent()).toBe('1 of 6 done');
  });

  // Playwright starts Chromium without its back/forward cache, so the event that comes with it is made here.
  test('made elsewhere are there when the browser brings a page back as it was left', async ({ page }) => {
    await page.clock.install();
    await page.goto(guide);
    const list = checklistOn(page, checklist);
    await list.tick(1);
    const one = (await stored(page)) ?? '';
    await list.tick(2);
    await page.evaluate(
      ([name, text]) => {
        localStorage.setItem(name, text);
      },
      [key, one] as const,
    );
    // What was ticked a moment ago would be written again: other tabs may not have read it yet.
    await page.clock.fastForward(5000);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    expect(await list.ticked()).toEqual([1]);
    expect(await list.status.textContent()).toBe('1 of 6 done');
  });
});

describe('without its script', () => {
  /** What a checklist owes to everybody: it reads and ticks, says what it does not do, and offers nothing that does not work. */
  async function expectPlainChecklist(page: Page): Promise<void> {
    const list = checklistOn(page, checklist);
    expect(await list.status.textContent()).toBe(plainLine);
    expect(await list.status.isVisible()).toBe(true);
    expect(await list.boxes.count()).toBe(6);
    for (const box of await list.boxes.all()) {
      expect(await box.isVisible()).toBe(true);
      expect(await box.isEnabled()).toBe(true);
    }
    await list.tick(1);
    await list.element.getByText('Pick one person you won’t want to invite soon.').click();
    expect(await list.ticked()).toEqual([1, 3]);
    await list.untick(1);
    expect(await list.ticked()).toEqual([3]);
    expect(await list.element.getByRole('button').count()).toBe(0);
    const fold = page.getByText('Where your ticks are kept');
    expect(await fold.count()).toBe(1);
    await fold.click();
    expect(await page.getByText('In this browser, on this device').isVisible()).toBe(true);
    expect(await list.controls.getByRole('button').count()).toBe(0);
    expect(
      await page
        .locator('lt-checklist :is([hidden], [inert], [disabled], [aria-disabled], [aria-hidden="true"]:not(progress, svg, small))')
        .count(),
    ).toBe(0);
  }

  test('switched off, a checklist reads and ticks', async ({ openContext }) => {
    const page = await (await openContext({ javaScriptEnabled: false })).newPage();
    await page.goto(guide);
    await expectPlainChecklist(page);
  });

  test('not loaded, a checklist reads and ticks', async ({ page }) => {
    await failScripts(page);
    await page.goto(guide);
    await expectPlainChecklist(page);
  });

  test('not loaded in part, a checklist says that it saves only where it does', async ({ page }) => {
    const files = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') files.add(new URL(request.url()).pathname);
    });
    await page.goto(guide);
    expect(files.size).toBeGreaterThan(3);
    const list = checklistOn(page, checklist);
    for (const file of files) {
      await page.evaluate(() => {
        localStorage.clear();
      });
      await failScripts(page, ({ pathname }) => pathname === file);
      await page.goto(guide);
      await list.tick(3);
      expect(await list.ticked()).toEqual([3]);
      const said = await list.status.textContent();
      await page.unrouteAll();
      await page.goto(guide);
      expect(said, `without ${file}`).toBe((await list.ticked()).length > 0 ? '1 of 6 done' : plainLine);
    }
  });
});

describe('where ticks can’t be saved', () => {
  test('a blocked storage is told, and ticks last while the page is open', async ({ page, complaints }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    });
    await page.goto(guide);
    const list = checklistOn(page, checklist);
    await list.tick(1, 2);
    expect(await list.ticked()).toEqual([1, 2]);
    expect(await list.status.textContent()).toBe('2 of 6 done');
    await eventually(() => list.problem.textContent()).toMatch(/does not let this site save.*only while this page is open/);
    expect(await list.problem.isVisible()).toBe(true);
    await list.untick(1);
    expect(await list.ticked()).toEqual([2]);
    expect(complaints).toEqual([]);
  });

  test('a full storage is told, and what was ticked meanwhile is saved when there is room again', async ({ page, complaints }) => {
    await page.goto(guide);
    const list = checklistOn(page, checklist);
    await list.tick(1);
    await page.evaluate(() => {
      // Down to the last character, by halves.
      let filling = '';
      for (let size = 2 ** 24; size >= 1; size /= 2) {
        try {
          localStorage.setItem('filling', filling + 'x'.repeat(size));
          filling += 'x'.repeat(size);
        } catch {
          // Too much by this half.
        }
      }
    });
    const before = await stored(page);
    await list.tick(2, 3);
    expect(await list.ticked()).toEqual([1, 2, 3]);
    expect(await list.status.textContent()).toBe('3 of 6 done');
    await eventually(() => list.problem.textContent()).toMatch(/storage is full.*only while this page is open/);
    expect(await list.problem.isVisible()).toBe(true);
    expect(await stored(page)).toBe(before);

    await page.evaluate(() => {
      localStorage.removeItem('filling');
    });
    await list.tick(4);
    expect(await list.problem.textContent()).toBe('');
    await page.reload();
    expect(await list.ticked()).toEqual([1, 2, 3, 4]);
    expect(complaints).toEqual([]);
  });

  test.for([
    ['no JSON', '{{{'],
    ['JSON of something else', '[1, 2, 3]'],
    ['half a document', '{"version":1,"checklists":{"remove-from-list":'],
    ['a document with wrong times', '{"version":1,"checklists":{"remove-from-list":{"find-person":"yesterday"}}}'],
  ] as const)('broken data (%s) is set aside, and ticks are saved', async ([, broken], { page, complaints }) => {
    await page.goto('/about/');
    await page.evaluate(
      ([name, text]) => {
        localStorage.setItem(name, text);
      },
      [key, broken] as const,
    );
    await page.goto(guide);
    const list = checklistOn(page, checklist);
    expect(await list.ticked()).toEqual([]);
    await list.tick(2);
    await eventually(() => list.problem.textContent()).toMatch(/could not be read.*set aside/);
    // Once.
    await page.reload();
    expect(await list.problem.textContent()).toBe('');
    expect(await list.ticked()).toEqual([2]);
    expect(await page.evaluate(() => Object.keys(localStorage).map((name) => localStorage.getItem(name)))).toContain(broken);
    expect(complaints).toEqual([]);
  });

  test('data of a later version are told and left as they are, byte for byte', async ({ page, complaints }) => {
    const later = '{ "version": 2,  "lists": [["remove-from-list", 0.5, "é\\u00e9"]] }\n';
    await page.goto('/about/');
    await page.evaluate(
      ([name, text]) => {
        localStorage.setItem(name, text);
      },
      [key, later] as const,
    );
    await page.goto(guide);
    const list = checklistOn(page, checklist);
    await list.tick(1);
    expect(await list.ticked()).toEqual([1]);
    expect(await list.status.textContent()).toBe('1 of 6 done');
    await eventually(() => list.problem.textContent()).toMatch(/newer version of this site.*only while this page is open/);
    expect(await list.problem.isVisible()).toBe(true);
    await list.openFold();
    await list.button(startAgain).click();
    await list.button('Untick').click();
    expect(await list.ticked()).toEqual([]);
    expect(await stored(page)).toBe(later);
    expect(complaints).toEqual([]);
  });
});

describe('starting again', () => {
  test('asks, and can be undone', async ({ page, complaints }) => {
    await page.goto(guide);
    const list = checklistOn(page, checklist);
    await list.tick(1, 2, 6);
    await checklistOn(page, firstInGuide).tick(1);

    await list.openFold();
    await list.button(startAgain).click();
    expect(await list.controls.textContent()).toContain('Untick all of “Withdraw invitations you sent”?');
    expect(await list.ticked()).toEqual([1, 2, 6]);
    await list.button('Keep them').click();
    expect(await list.ticked()).toEqual([1, 2, 6]);

    await list.button(startAgain).click();
    await list.button('Untick').click();
    expect(await list.ticked()).toEqual([]);
    expect(await list.status.textContent()).toBe('0 of 6 done');
    await list.button('Undo').click();
    expect(await list.ticked()).toEqual([1, 2, 6]);
    await page.reload();
    expect(await list.ticked()).toEqual([1, 2, 6]);
    expect(await checklistOn(page, firstInGuide).ticked()).toEqual([1]);
    expect(complaints).toEqual([]);
  });

  test('is of no use, and says so, while nothing is ticked', async ({ page }) => {
    await page.goto(guide);
    const list = checklistOn(page, checklist);
    await list.openFold();
    expect(await list.button(startAgain).getAttribute('aria-disabled')).toBe('true');
    await list.tick(1);
    expect(await list.button(startAgain).getAttribute('aria-disabled')).toBe('false');
  });

  test('follows what another tab does while it asks', async ({ page, context }) => {
    const otherPage = await context.newPage();
    await page.goto(guide);
    await otherPage.goto(ownPage);
    const here = checklistOn(page, checklist);
    const there = checklistOn(otherPage, checklist);
    await here.tick(1);
    await here.openFold();
    await here.button(startAgain).click();
    expect(await here.controls.textContent()).toContain(question);
    await there.untick(1);
    await eventually(() => here.controls.textContent()).toBe(startAgain);
  });
});

describe('by keyboard alone', () => {
  test('somebody ticks, starts again and takes it back, and never loses the focus', async ({ page, complaints }) => {
    await page.goto(ownPage);
    const list = checklistOn(page, checklist);
    await tabTo(page, 'Pick one person you won’t want to invite soon.');
    await press(page, 'Space');
    expect(await list.ticked()).toEqual([3]);
    await tabTo(page, 'Choose Withdraw beside the name.');
    await press(page, 'Space');
    expect(await list.status.textContent()).toBe('2 of 6 done');

    await list.openFold();
    await tabTo(page, startAgain);
    expect(await press(page, 'Enter')).toBe(question);
    expect(await press(page, 'Escape')).toBe(startAgain);
    expect(await list.ticked()).toEqual([3, 4]);

    await press(page, 'Enter');
    expect(await press(page, 'Tab')).toBe('Untick');
    expect(await press(page, 'Tab')).toBe('Keep them');
    expect(await press(page, 'Space')).toBe(startAgain);
    expect(await list.ticked()).toEqual([3, 4]);

    await press(page, 'Enter');
    await press(page, 'Tab');
    expect(await press(page, 'Enter')).toBe('Unticked.');
    expect(await list.ticked()).toEqual([]);
    expect(await press(page, 'Tab')).toBe('Undo');
    expect(await press(page, 'Enter')).toBe(startAgain);
    expect(await list.ticked()).toEqual([3, 4]);
    expect(complaints).toEqual([]);
  });

  test('somebody forgets everything, after being asked', async ({ page }) => {
    await page.goto(ownPage);
    const list = checklistOn(page, checklist);
    await list.tick(1);
    await tabTo(page, 'Where your ticks are kept');
    await press(page, 'Enter');
    await list.controls.getByRole('button').waitFor();
    expect(await press(page, 'Tab')).toBe(startAgain);
    expect(await press(page, 'Tab')).toBe('Forget everything on this device');
    expect(await press(page, 'Enter')).toContain('Forget everything this site keeps on this device?');
    expect(await press(page, 'Escape')).toBe('Forget everything on this device');
    expect(await list.ticked()).toEqual([1]);
    await press(page, 'Enter');
    expect(await press(page, 'Tab')).toBe('Forget');
    expect(await press(page, 'Enter')).toContain('Forgotten.');
    expect(await list.ticked()).toEqual([]);
  });

  test('somebody who stands on the question keeps the focus when another tab answers it', async ({ page, context }) => {
    await page.goto(ownPage);
    const list = checklistOn(page, checklist);
    await list.tick(1);
    await list.openFold();
    await tabTo(page, startAgain);
    expect(await press(page, 'Enter')).toBe(question);
    const otherPage = await context.newPage();
    await otherPage.goto(ownPage);
    await checklistOn(otherPage, checklist).untick(1);
    await eventually(() => list.controls.textContent()).toBe(startAgain);
    expect(await focused(page)).toBe(startAgain);
  });
});

describe('forgetting everything', () => {
  test.for([
    { where: 'on the page about the site', path: '/about/', within: 'main' },
    { where: 'on the page of checklists', path: '/checklists/', within: 'main' },
    { where: 'at the end of a guide with checklists', path: guide, within: 'main' },
  ])('$where, asks and leaves nothing behind', async ({ path, within }, { page, complaints }) => {
    await page.goto(guide);
    await checklistOn(page, checklist).tick(1, 2);
    await page.evaluate(() => {
      localStorage.setItem('loose-ties:of-another-island', 'kept too');
    });
    await page.goto(path);
    const place = page.locator(within);
    const fold = place.getByText('Where your ticks are kept');
    if ((await fold.count()) > 0) await fold.click();

    await place.getByRole('button', { name: 'Forget everything on this device' }).click();
    await place.getByRole('button', { name: 'Keep it' }).click();
    expect(await page.evaluate(() => localStorage.length)).toBe(2);

    await place.getByRole('button', { name: 'Forget everything on this device' }).click();
    await place.getByRole('button', { name: 'Forget', exact: true }).click();
    expect(await place.locator('lt-forget').textContent()).toBe('Forgotten. Nothing is kept on this device.');
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
    await page.goto(guide);
    expect(await checklistOn(page, checklist).ticked()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('reaches the other tabs', async ({ page, context }) => {
    await page.goto(guide);
    await checklistOn(page, checklist).tick(1);
    const otherPage = await context.newPage();
    await otherPage.goto('/about/');
    await otherPage.getByRole('button', { name: 'Forget everything on this device' }).click();
    await otherPage.getByRole('button', { name: 'Forget', exact: true }).click();
    await eventually(() => checklistOn(page, checklist).ticked()).toEqual([]);
  });

  test('says so where the browser does not allow it', async ({ page }) => {
    await page.goto('/about/');
    await page.evaluate(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    });
    await page.getByRole('button', { name: 'Forget everything on this device' }).click();
    await page.getByRole('button', { name: 'Forget', exact: true }).click();
    expect(await page.locator('lt-forget').textContent()).toContain('did not allow it');
  });

  test('takes a moment where connections were sorted: what comes of it is spoken then, also where the browser does not even let it ask', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    });
    await page.goto('/about/');
    const told = page.locator('lt-forget > span');
    const forget = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Forget everything on this device' }).click();
      await page.getByRole('button', { name: 'Forget', exact: true }).click();
    };
    await forget();
    // Said at once, and spoken since the focus goes there.
    expect(await told.getAttribute('role')).toBeNull();
    await page.evaluate(() => {
      localStorage.setItem('loose-ties:triage', 'x');
      dispatchEvent(new StorageEvent('storage'));
    });
    await forget();
    expect(await told.getAttribute('role')).toBe('status');
    await eventually(() => told.textContent()).toContain('did not allow it');
    expect(await told.evaluate((line) => line === document.activeElement)).toBe(true);
  });

  test('ends where a database of that name is not this site’s', async ({ page }) => {
    await page.goto('/about/');
    await page.evaluate(async () => {
      localStorage.setItem('loose-ties:triage', 'x');
      await new Promise((resolve) => {
        const opening = indexedDB.open('loose-ties:triage');
        opening.onsuccess = () => {
          opening.result.close();
          resolve(undefined);
        };
      });
    });
    await page.reload();
    await page.getByRole('button', { name: 'Forget everything on this device' }).click();
    await page.getByRole('button', { name: 'Forget', exact: true }).click();
    await eventually(() => page.locator('lt-forget > span').textContent()).toContain('did not allow it');
  });
});

describe('elsewhere', () => {
  test('the list of checklists tells how far each is', async ({ page, complaints }) => {
    await page.goto(longPage);
    await checklistOn(page, 'get-your-data').tick(1, 2, 3);
    await page.goto('/checklists/');
    const entry = (path: string) => page.locator('main li', { has: page.locator(`a[href="${hrefTo(path)}"]`) });
    expect(await entry(longPage).locator('lt-progress-note').textContent()).toBe('3 of 5 done');
    expect((await entry(ownPage).locator('lt-progress-note').textContent())?.trim()).toBe('6 steps');
    expect(complaints).toEqual([]);
  });

  const underWay = (page: Page): Locator => page.locator('lt-under-way');

  test('home leads back to the next step of all that is under way, the newest first', async ({ page, complaints }) => {
    await page.goto('/');
    expect(await underWay(page).textContent()).toMatch(/^\s*Nothing yet/);
    await page.goto(longPage);
    await checklistOn(page, 'get-your-data').tick(1);
    await page.goto(ownPage);
    const list = checklistOn(page, checklist);
    const all = await list.boxes.count();
    await list.tick(1, 2, 3);
    await page.goto('/');
    const links = underWay(page).getByRole('link');
    expect(await links.first().textContent()).toMatch(new RegExp(`^Withdraw invitations you sent Step 4 of ${all}, last ticked today`));
    await underWay(page).getByText('And 1 more').click();
    expect(await links.last().textContent()).toMatch(/ Step 2 of \d/);
    await links.first().click();
    await page.waitForURL(`**${ownPage}#${checklist}.*`);
    expect(await list.ticked()).toEqual([1, 2, 3]);
    expect(await page.locator('li:target').evaluate((step) => step.previousElementSibling?.querySelector('input')?.checked)).toBe(true);

    await list.tick(...Array.from({ length: all - 3 }, (_, index) => index + 4));
    await page.goto('/');
    expect(await links.allTextContents()).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  test('under a base path the way back stays under it', async ({ page }) => {
    await page.goto(inject('siteUnderBase') + ownPage);
    await checklistOn(page, checklist).tick(1);
    await page.goto(`${inject('siteUnderBase')}/`);
    await underWay(page).getByRole('link').click();
    await page.waitForURL(`${inject('siteUnderBase')}${ownPage}#*`);
    expect(await checklistOn(page, checklist).ticked()).toEqual([1]);
  });
});

describe('an island that fails', () => {
  const isIslandError = (complaint: string): boolean => complaint.includes('IslandError');

  test('at its start logs one error and leaves its plain HTML, and the others go on', async ({ page, complaints }) => {
    await changeHtml(page, guide, (html) => html.replace('<span data-status', '<span'));
    await page.goto(guide);
    const broken = checklistOn(page, firstInGuide);
    await broken.tick(1, 2);
    expect(await broken.ticked()).toEqual([1, 2]);
    expect(await broken.element.getByText(plainLine).isVisible()).toBe(true);
    const sound = checklistOn(page, checklist);
    await sound.tick(1);
    expect(await sound.status.textContent()).toBe('1 of 6 done');
    await page.reload();
    expect(await sound.ticked()).toEqual([1]);
    expect(complaints.filter(isIslandError)).toHaveLength(2);
    expect(complaints).toHaveLength(2);
  });

  test('later logs one error and takes back what it promised', async ({ page, complaints }) => {
    await page.goto(guide);
    const broken = checklistOn(page, checklist);
    await broken.element.locator('progress').evaluate((bar) => {
      Object.defineProperty(bar, 'value', {
        set() {
          throw new Error('broken by the test');
        },
      });
    });
    await broken.tick(1, 2, 3);
    expect(await broken.ticked()).toEqual([1, 2, 3]);
    expect(await broken.status.textContent()).toBe(plainLine);
    const sound = checklistOn(page, firstInGuide);
    await sound.tick(1);
    expect(await sound.status.textContent()).toBe('1 of 7 done');
    expect(complaints.filter(isIslandError)).toHaveLength(1);
    expect(complaints).toHaveLength(1);
  });

  test('does not take the line on the home page with it', async ({ page, complaints }) => {
    await changeHtml(page, '/', (html) => html.replace('data-empty', ''));
    await page.goto('/');
    expect(await page.locator('lt-under-way').getByRole('link', { name: 'All checklists' }).isVisible()).toBe(true);
    expect(complaints.filter(isIslandError)).toHaveLength(1);
    expect(complaints).toHaveLength(1);
  });
});

describe('to a screen reader', () => {
  interface Node {
    readonly role: string;
    readonly name: string;
    readonly description: string;
    readonly checked: unknown;
    readonly live: unknown;
  }

  /** Chromium's own accessibility tree of one part of the page. */
  async function treeOf(page: Page, selector: string): Promise<Node[]> {
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { node } = await session.send('DOM.describeNode', { nodeId });
    const { nodes } = await session.send('Accessibility.queryAXTree', { backendNodeId: node.backendNodeId });
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name, description, properties = [] }) => {
        const property = (wanted: string): unknown => properties.find((known) => (known.name as string) === wanted)?.value.value;
        return {
          role: String(role?.value),
          name: String(name?.value ?? ''),
          description: String(description?.value ?? ''),
          checked: property('checked'),
          live: property('live'),
        };
      });
  }

  test('a checklist is a named list of named boxes, each with what one should see then', async ({ page }) => {
    await page.goto(ownPage);
    const list = checklistOn(page, checklist);
    await list.tick(3);
    const tree = await treeOf(page, `lt-checklist[data-checklist="${checklist}"]`);
    const boxes = tree.filter(({ role }) => role === 'checkbox');
    const labels = await list.element.locator('li > label').allInnerTexts();
    expect(boxes.map(({ name }) => name)).toEqual(labels);
    expect(boxes.map(({ checked }) => checked)).toEqual(['false', 'false', 'true', 'false', 'false', 'false']);
    expect(boxes[2]?.description).toBe('You can say why this invitation should go.');
    expect(boxes.every(({ description }) => description.length > 10)).toBe(true);
    expect(tree).toContainEqual(expect.objectContaining({ role: 'list', name: 'Steps: Withdraw invitations you sent' }));
    expect(tree.filter(({ role }) => role === 'listitem')).toHaveLength(6);
    expect(tree.find(({ role }) => role === 'status')).toMatchObject({ live: 'polite' });
    expect(tree.filter(({ role }) => role === 'progressbar')).toEqual([]);
  });
});
