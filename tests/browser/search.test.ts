/** The search as people use it: by mouse, keyboard, touch and address, in their own words, and when it fails. */
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { hrefTo, pathOf } from '../support/addresses.ts';
import { faultsByAxe } from '../support/axe.ts';
import { eventually, test as testInTime } from '../support/browser-test.ts';
import { pages } from '../support/built-site.ts';
import { focused, press, tabTo } from '../support/keyboard.ts';
import { movement, openBeforeScripts, watchMovement } from '../support/movement.ts';
import {
  addressesOf,
  announced,
  choosePlaceHere,
  guide,
  inDialog,
  kindsOf,
  onPage,
  openDialog,
  partsOf,
  pathsOf,
  requestsOf,
  search,
  searchAll,
  searchPage,
  test,
  withoutTime,
} from '../support/search-by-hand.ts';
import { isLeftToBrowser } from '../support/press-for-a-tab.ts';
import { answerTo, wholeAnswerTo } from '../support/search-queries.ts';
import { changeHtml, failScripts } from '../support/served-differently.ts';

/** All but those that are only a help with looking. */
const pagesToFind = pages.map(({ path }) => path).filter((path) => !['/404.html', searchPage].includes(path));

describe('the dialog', () => {
  test('opens at a click, with the field ready and what people come for', async ({ page, complaints }) => {
    await page.goto(guide);
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.waitFor();
    expect(await focused(page)).toBe('Search in your own words');
    expect(await dialog.getByRole('listitem').allTextContents()).toEqual([
      'Remove one person',
      'Will they know?',
      'Remove many',
      'Unfollow, mute, remove or block?',
      'Someone is bothering me',
    ]);
    expect(page.url()).toContain(guide);
    expect(complaints).toEqual([]);
  });

  test('loads one file of answers as it opens, and nothing of the index before the whole text is asked for', async ({ page }) => {
    const requests = requestsOf(page);
    await page.goto(guide);
    // The last of what every page loads once it is there.
    await eventually(() => requests.some((path) => path.includes('/own-scripts.'))).toBe(true);
    const before = requests.length;
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).hover();
    await openDialog(page);
    await search(page, inDialog, 'remove');
    await page.clock.runFor(2000);
    await search(page, inDialog, 'remove one');
    const loaded = requests.slice(before);
    expect(loaded.filter((path) => path === '/known-answers.json')).toHaveLength(1);
    // The dialog, with all the search of the known answers.
    expect(loaded.filter((path) => /\/lt-search-dialog\.[^/]+\.js$/.test(path))).toHaveLength(1);
    expect(loaded.length).toBeLessThanOrEqual(3);
    await page.getByRole('button', { name: 'Search the whole text' }).click();
    await wholeAnswerTo(page, inDialog, 'remove one').waitFor({ state: 'attached' });
    expect(requests.filter((path) => path.includes('/pagefind/')).length).toBeGreaterThan(0);
  });

  test('lists what it finds, best first, each with its kind and its answer', async ({ page, complaints }) => {
    await page.goto('/');
    await openDialog(page);
    const paths = await search(page, inDialog, 'how do I unfriend someone?');
    expect(paths[0]).toBe(guide);
    expect(new Set(paths).size).toBe(paths.length);
    const first = page.locator(`${inDialog} [data-results] li`).first();
    expect(await first.getByRole('link').textContent()).toContain('Guide');
    expect(await first.getByRole('paragraph').textContent()).toContain('Remove connection');
    expect(await first.locator('mark').first().textContent()).toMatch(/remove/i);
    expect(await partsOf(page, inDialog).otherwise.isHidden()).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('leads to the section that answers', async ({ page }) => {
    await page.goto('/');
    await openDialog(page);
    await search(page, inDialog, 'leave fewer traces');
    await page.locator(`${inDialog} [data-results] li > a`).first().click();
    await page.waitForURL(/\/[a-z]+\/[a-z-]+\/#./);
    const section = page.locator(decodeURIComponent(new URL(page.url()).hash));
    await eventually(() => section.evaluate((heading) => heading.getBoundingClientRect().top)).toBeLessThan(200);
  });

  test('closes when a result stays on the page', async ({ page }) => {
    await page.goto(guide);
    await choosePlaceHere(page);
    await page.waitForURL(`**${guide}#*`);
    expect(await page.locator('dialog').isVisible()).toBe(false);
  });

  test('says how many it found once somebody stops typing, not at each letter', async ({ page }) => {
    await page.goto(guide);
    await openDialog(page);
    const { status } = partsOf(page, inDialog);
    expect(await status.getAttribute('role')).toBe('status');
    await status.evaluate((element) => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => said.push(element.textContent)).observe(element, { childList: true });
    });
    const said = (): Promise<string[]> => page.evaluate(() => (window as unknown as { said: string[] }).said);
    let typed = '';
    for (const letter of 'invitation') {
      await page.keyboard.type(letter);
      typed += letter;
      await answerTo(page, inDialog, typed).waitFor({ state: 'attached' });
      await page.clock.runFor(500);
      expect(await said(), typed).toEqual([]);
    }
    await page.clock.runFor(200);
    expect(await said()).toEqual([expect.stringMatching(/^The 8 best results for “invitation”$/)]);
  });

  test('says when there is nothing, and offers what people come for', async ({ page, complaints }) => {
    await page.goto(guide);
    await openDialog(page);
    expect(await searchAll(page, inDialog, 'zzzqqqxxx')).toEqual([]);
    expect(await announced(page, inDialog)).toBe('Nothing here is about “zzzqqqxxx”. Try other words.');
    expect(await partsOf(page, inDialog).otherwise.isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('shows what is typed and found as text, whatever it is', async ({ page, complaints }) => {
    await page.goto(guide);
    await openDialog(page);
    await search(page, inDialog, '<img src=x onerror=alert(1)> remove');
    expect(await page.locator('dialog img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('keeps nothing of what was typed', async ({ page, context }) => {
    await page.goto(guide);
    await openDialog(page);
    await search(page, inDialog, 'unfriend');
    await page.keyboard.press('Escape');
    await openDialog(page);
    const { field, results, otherwise } = partsOf(page, inDialog);
    expect(await field.inputValue()).toBe('');
    expect(await results.count()).toBe(0);
    expect(await otherwise.isVisible()).toBe(true);
    expect(page.url()).not.toContain('unfriend');
    expect(JSON.stringify(await context.storageState())).not.toContain('unfriend');
  });

  test('closes at a click beside it, and by its button', async ({ page }) => {
    await page.goto(guide);
    for (const close of [() => page.mouse.click(5, 400), () => page.getByRole('button', { name: 'Close' }).click()]) {
      await openDialog(page);
      await close();
      expect(await page.locator('dialog').isVisible()).toBe(false);
    }
  });

  test('leaves a click alone that wants another tab', async ({ page }) => {
    await page.goto(guide);
    expect(await isLeftToBrowser(page.getByRole('banner').getByRole('link', { name: 'Search' }))).toBe(true);
    expect(await page.locator('dialog').count()).toBe(0);
  });
});

describe('results', () => {
  const addresses = (page: Page): Promise<string[]> => addressesOf(partsOf(page, onPage).results);

  test('are of every kind, each named, and one of each page', async ({ page }) => {
    await page.goto(searchPage);
    const kinds = new Set<string | null>();
    for (const typed of ['recommendations', 'did someone remove me', 'take a break', 'groups']) {
      const paths = await search(page, onPage, typed);
      expect(new Set(paths).size).toBe(paths.length);
      for (const kind of await page.locator('#search-results li > a small').allTextContents()) kinds.add(kind);
    }
    expect([...kinds].sort()).toEqual(['Checklist', 'Evidence', 'Guide', 'Question', 'Tip', 'Tool']);
  });

  test('that are questions lead to their answer, show it, and link the guide with more', async ({ page }) => {
    await page.goto(searchPage);
    await search(page, onPage, 'a contact has died');
    const first = page.locator('#search-results li').first();
    expect(await first.getByRole('link').first().textContent()).toContain('Question');
    expect(await first.getByRole('paragraph').first().textContent()).toMatch(/^We think you don’t have to remove them/);
    const more = first.getByRole('link').nth(1);
    expect(await more.getAttribute('href')).toBe(hrefTo('/decide/who-to-keep/'));
    await first.getByRole('link').first().click();
    await page.waitForURL('**/questions/#a-contact-has-died');
    expect(await page.locator(':target').isVisible()).toBe(true);
    await page.goBack();
    await eventually(() => more.isVisible()).toBe(true);
    await more.click();
    await page.waitForURL('**/decide/who-to-keep/');
  });

  test('that are claims open their evidence', async ({ page }) => {
    await page.goto(`${searchPage}#q=told&kind=evidence`);
    const link = page.locator('#search-results a[href$="#notified"]');
    await link.click();
    await page.waitForURL('**/evidence/#notified');
    expect(await page.locator(':target').isVisible()).toBe(true);
  });

  test('show nothing of what a checklist says at every step', async ({ page }) => {
    await page.goto(searchPage);
    for (const typed of ['more on this step', 'if not', 'to go back']) {
      await search(page, onPage, typed);
      const shown = (await page.locator('#search-results').textContent()) ?? '';
      expect(shown).not.toMatch(/More on this step|If not:|To go back:/);
    }
  });

  test('are of one kind where somebody chooses it, and that is announced and in the address', async ({ page, complaints }) => {
    await page.goto(searchPage);
    await search(page, onPage, 'block');
    const all = await addresses(page);
    const { kind } = partsOf(page, onPage);
    await kind.selectOption('Questions');
    await eventually(() => kindsOf(page, onPage)).toEqual(new Set(['Question']));
    expect(await announced(page, onPage)).toMatch(/results? for “block” among questions/);
    const questions = await addresses(page);
    expect(questions.length).toBeGreaterThan(1);
    expect(questions.filter((address) => !address.startsWith('/questions/#'))).toEqual([]);
    expect(new Set(questions).size).toBe(questions.length);
    expect(new URL(page.url()).hash).toBe('#q=block&kind=question');
    await page.reload();
    await eventually(() => addresses(page)).toEqual(questions);
    expect(await kind.inputValue()).toBe('question');
    await kind.selectOption('All');
    await eventually(() => addresses(page)).toEqual(all);
    expect(complaints).toEqual([]);
  });

  test('that are none of one kind leave the way back to all', async ({ page }) => {
    await page.goto(searchPage);
    await search(page, onPage, 'hibernate');
    const { kind, results, field } = partsOf(page, onPage);
    await kind.selectOption('Tips');
    await searchAll(page, onPage, 'hibernate');
    expect(await announced(page, onPage)).toBe('Nothing found for “hibernate” among tips. Show all, or try other words.');
    expect(await kind.isVisible()).toBe(true);
    await searchAll(page, onPage, 'zzzqqqxxx');
    expect(await announced(page, onPage)).toBe('Nothing here is about “zzzqqqxxx”. Show all, or try other words.');
    expect(await kind.isVisible()).toBe(true);
    await field.fill('');
    await eventually(() => kind.isVisible()).toBe(false);
    await field.fill('hibernate');
    await eventually(() => results.count()).toBeGreaterThan(1);
    expect(await kind.inputValue()).toBe('');
  });
});

describe('a word that was mistyped', () => {
  test('is corrected without asking, and that is said', async ({ page, complaints }) => {
    const requests = requestsOf(page);
    await page.goto(guide);
    await openDialog(page);
    const right = await search(page, inDialog, 'recommendations');
    expect(await search(page, inDialog, 'recomendations')).toEqual(right);
    expect(await announced(page, inDialog)).toMatch(/^\d+ results for “recommendations”$/);
    // It is theirs: nobody changes what they typed.
    expect(await partsOf(page, inDialog).field.inputValue()).toBe('recomendations');
    expect(await page.locator('dialog').textContent()).not.toContain('Did you mean');
    expect(requests.filter((path) => path.includes('/pagefind/'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('among others is corrected alone, and the address keeps what was typed', async ({ page }) => {
    await page.goto(`${searchPage}#q=withdraw+invatation`);
    await eventually(() => pathsOf(page.locator('#search-results li > a'))).toContain('/remove/contacts-and-invitations/');
    expect(await announced(page, onPage)).toMatch(/ for “withdraw invit\w+”$/);
    expect(new URL(page.url()).hash).toBe('#q=withdraw+invatation');
  });

  test('is none where the name of LinkedIn is two words', async ({ page }) => {
    await page.goto(searchPage);
    const paths = await search(page, onPage, 'remove a linked in connection');
    expect(paths[0]).toBe(guide);
    expect(await announced(page, onPage)).toContain('for “remove a linked in connection”');
  });
});

describe('a word that nothing here speaks of', () => {
  test('is said, once the whole text was searched as well', async ({ page, complaints }) => {
    await page.goto(searchPage);
    expect(await search(page, onPage, 'asdf')).toEqual([]);
    // Not yet: somebody may go on typing, and it may stand in the text.
    await page.clock.runFor(200);
    expect(await partsOf(page, onPage).status.textContent()).toBe('');
    await page.clock.runFor(100);
    await wholeAnswerTo(page, onPage, 'asdf').waitFor({ state: 'attached' });
    expect(await announced(page, onPage)).toBe('Nothing here is about “asdf”. Try other words.');
    expect(await page.locator('[data-index]').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('finds nothing by how it begins, nor by what every object has', async ({ page, complaints }) => {
    await page.goto(searchPage);
    for (const typed of ['istanbul', 'aaaa', 'toString', 'constructor', 'hasOwnProperty']) {
      expect(await searchAll(page, onPage, typed), typed).toEqual([]);
      expect(await announced(page, onPage)).toBe(`Nothing here is about “${typed.toLowerCase()}”. Try other words.`);
    }
    expect(complaints).toEqual([]);
  });

  test('hides what is left where that is not most of what was asked', async ({ page }) => {
    await page.goto(searchPage);
    expect(await search(page, onPage, 'remove asdf')).toEqual([]);
    expect(await searchAll(page, onPage, 'remove asdf connection')).toContain(guide);
    // Among so many results as well, the whole text was searched for it.
    expect(await announced(page, onPage)).toMatch(/^The 8 best results, and \d places? in the text/);
  });

  test('is not talked about among words that say nothing', async ({ page }) => {
    await page.goto(searchPage);
    expect(await searchAll(page, onPage, 'what is it')).toEqual([]);
    expect(await announced(page, onPage)).toBe('Nothing found for “what is it”. Try other words.');
  });
});

describe('by keyboard alone', () => {
  test('somebody chooses a kind', async ({ page }) => {
    await page.goto(guide);
    await openDialog(page);
    await search(page, inDialog, 'recommendations');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Close');
    await page.keyboard.press('Tab');
    const { kind } = partsOf(page, inDialog);
    const isFocused = (): Promise<boolean> => kind.evaluate((select) => select === document.activeElement);
    expect(await isFocused()).toBe(true);
    // Not by its first letters: where they come late, each begins anew.
    for (let presses = 0; (await kind.inputValue()) !== 'question' && presses < 10; presses += 1) await page.keyboard.press('ArrowDown');
    await eventually(() => kindsOf(page, inDialog)).toEqual(new Set(['Question']));
    expect(await isFocused()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toContain('/questions/#');
    await page.keyboard.press('Escape');
    await openDialog(page);
    await search(page, inDialog, 'recommendations');
    expect(await kind.inputValue()).toBe('');
  });

  test('somebody finds a page', async ({ page, complaints }) => {
    await page.goto(guide);
    await tabTo(page, 'Search');
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor();
    expect(await focused(page)).toBe('Search in your own words');
    await page.keyboard.type('will they know');
    await answerTo(page, inDialog, 'will they know').waitFor({ state: 'attached' });
    expect(await press(page, 'ArrowDown')).toContain('Will they know');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/understand/are-they-notified/**');
    expect(complaints).toEqual([]);
  });

  test('the arrows lead through the list and back to the field', async ({ page }) => {
    await page.goto(guide);
    await openDialog(page);
    await search(page, inDialog, 'remove');
    const { results, field } = partsOf(page, inDialog);
    const titles = (await results.allTextContents()).map((title) => title.trim().replaceAll(/\s+/g, ' '));
    expect(titles.length).toBeGreaterThan(3);
    const last = titles.at(-1);
    expect(await press(page, 'ArrowDown')).toBe(titles[0]);
    expect(await press(page, 'ArrowDown')).toBe(titles[1]);
    expect(await press(page, 'End')).toBe(last);
    expect(await press(page, 'ArrowDown')).toBe(last);
    expect(await press(page, 'ArrowUp')).toBe(titles.at(-2));
    expect(await press(page, 'Home')).toBe(titles[0]);
    expect(await press(page, 'ArrowUp')).toBe('Search in your own words');
    await press(page, 'ArrowDown');
    await page.keyboard.type('d');
    expect(await focused(page)).toBe('Search in your own words');
    expect(await field.inputValue()).toBe('removed');
  });

  test('the arrows lead through what people come for, too', async ({ page }) => {
    await page.goto(guide);
    await openDialog(page);
    expect(await press(page, 'ArrowDown')).toBe('Remove one person');
    expect(await press(page, 'ArrowDown')).toBe('Will they know?');
  });

  test('Home and End move the caret while the field has the focus', async ({ page }) => {
    await page.goto(guide);
    await openDialog(page);
    await search(page, inDialog, 'move');
    await page.keyboard.press('Home');
    await page.keyboard.type('re');
    expect(await partsOf(page, inDialog).field.inputValue()).toBe('remove');
  });

  test('Escape closes, with a word in the field as well, and the focus is where it was', async ({ page }) => {
    await page.goto(guide);
    await tabTo(page, 'Menu');
    await openDialog(page);
    await search(page, inDialog, 'remove');
    expect(await press(page, 'Escape')).toBe('Menu');
    expect(await page.locator('dialog').isVisible()).toBe(false);
    await tabTo(page, 'Search');
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor();
    expect(await press(page, 'Escape')).toBe('Search');
  });

  test('a result that is the page itself leads to its beginning, and what lasts as long as the page is still there', async ({ page }) => {
    const path = '/checklists/someone-is-bothering-me/';
    await page.goto(path);
    const tick = page.locator('lt-checklist li > input').last();
    await tick.check();
    await openDialog(page);
    await search(page, inDialog, 'checklist if someone is bothering me');
    await page.locator(`${inDialog} [data-results] a[href$="${path}"]`).click();
    await page.waitForURL(`**${path}#*`);
    await eventually(() => page.locator('dialog').isVisible()).toBe(false);
    expect(await page.locator('h1').evaluate((title) => title.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
    expect(await tick.isChecked()).toBe(true);
  });

  test('with the focus nowhere, it is on the link afterwards', async ({ page }) => {
    await page.goto(guide);
    await openDialog(page);
    await page.keyboard.press('Escape');
    // The browser tells of the closing in a task of its own.
    await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Search');
    expect(await focused(page)).toBe('Search');
  });

  test('what has the focus is never below the field, which stays in sight', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 500 });
    await page.goto(guide);
    await openDialog(page);
    await search(page, inDialog, 'remove');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    const fieldEnds = await page.locator('dialog form').evaluate((form) => form.getBoundingClientRect().bottom);
    expect(fieldEnds).toBeLessThan(200);
    for (let at = (await partsOf(page, inDialog).results.count()) - 1; at > 0; at--) {
      await page.keyboard.press('ArrowUp');
      expect(await page.evaluate(() => document.activeElement?.getBoundingClientRect().top)).toBeGreaterThanOrEqual(fieldEnds);
    }
  });

  test('Enter in the field leads to the page of results', async ({ page }) => {
    await page.goto(guide);
    await openDialog(page);
    await page.keyboard.type('undo');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${searchPage}#q=undo`);
    await eventually(() => pathsOf(page.locator('#search-results li > a'))).toContain('/understand/undo-a-removal/');
  });
});

describe('the page', () => {
  test('answers by address', async ({ page, complaints }) => {
    await page.goto(`${searchPage}#q=remove`);
    await eventually(() => pathsOf(page.locator('#search-results li > a'))).toContain(guide);
    expect(await partsOf(page, onPage).field.inputValue()).toBe('remove');
    expect(await page.locator('[data-index]').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  test('keeps the address in step with what is typed', async ({ page }) => {
    await page.goto(searchPage);
    const entries = await page.evaluate(() => history.length);
    await search(page, onPage, 'who to keep');
    await announced(page, onPage);
    expect(new URL(page.url()).hash).toBe('#q=who+to+keep');
    await partsOf(page, onPage).field.fill('');
    await announced(page, onPage);
    expect(new URL(page.url()).hash).toBe('');
    expect(await page.locator('[data-index]').isVisible()).toBe(true);
    expect(await page.evaluate(() => history.length)).toBe(entries);
  });

  test('has its results again at the Back button', async ({ page }) => {
    await page.goto(searchPage);
    const paths = await search(page, onPage, 'mute posts');
    await page.locator('#search-results li > a').first().click();
    await page.waitForURL((url) => pathOf(url.href) !== searchPage);
    await page.goBack();
    await eventually(() => pathsOf(page.locator('#search-results li > a'))).toEqual(paths);
    expect(await partsOf(page, onPage).field.inputValue()).toBe('mute posts');
  });

  test('searches at its button without loading the page anew', async ({ page }) => {
    await page.goto(searchPage);
    await page.evaluate(() => Object.assign(window, { same: true }));
    await partsOf(page, onPage).field.fill('limits');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await eventually(() => pathsOf(page.locator('#search-results li > a'))).toContain('/understand/limits/');
    expect(await page.evaluate(() => 'same' in window)).toBe(true);
  });

  test('announces at once what is found for a word that was finished with Enter', async ({ page }) => {
    await page.goto(searchPage);
    const { field, status } = partsOf(page, onPage);
    await field.fill('limits');
    await answerTo(page, onPage, 'limits').waitFor({ state: 'attached' });
    expect(await status.textContent()).toBe('');
    await field.press('Enter');
    await eventually(() => status.textContent()).toMatch(/^\d results, and \d places in the text for “limits”$/);
  });

  // At these widths what is said of them takes one line or more.
  testInTime.for([320, 360, 1280].flatMap((width) => ['remove', 'remove someone without them knowing'].map((asked) => ({ width, asked }))))(
    'moves nothing when its script comes, or its results, or what is said of them: “$asked”, $width pixels wide',
    async ({ width, asked }, { openContext }) => {
      const page = await (await openContext({ viewport: { width, height: 800 } })).newPage();
      await watchMovement(page);
      const release = await openBeforeScripts(page, `${searchPage}#q=${encodeURIComponent(asked)}`);
      const text = Promise.withResolvers<undefined>();
      await page.route(/\/pagefind\//, async (route) => {
        await text.promise;
        await route.continue();
      });
      release();
      await answerTo(page, onPage, asked).waitFor({ state: 'attached' });
      const { results, status } = partsOf(page, onPage);
      const placeOfFirst = () => results.first().boundingBox();
      const place = await placeOfFirst();
      text.resolve(undefined);
      await wholeAnswerTo(page, onPage, asked).waitFor({ state: 'attached' });
      expect(await status.textContent()).toContain('places in the text');
      expect(await placeOfFirst()).toEqual(place);
      expect((await movement(page)).shifts).toEqual([]);
    },
  );

  test('works under a base path, and so does the dialog', async ({ page, complaints }) => {
    const base = inject('siteUnderBase');
    await page.goto(`${base}${searchPage}`);
    const paths = await search(page, onPage, 'unfriend');
    expect(paths).toContain(pathOf(`${base}${guide}`));
    await openDialog(page);
    expect(await pathsOf(page.locator(`${inDialog} [data-otherwise] a`))).toContain(pathOf(`${base}${guide}`));
    expect(await search(page, inDialog, 'unfriend')).toEqual(paths);
    await page.locator(`${inDialog} [data-results] li > a`).first().click();
    await page.waitForURL(`${base}${guide}**`);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('lists every page without JavaScript', async ({ openContext }) => {
    const page = await (await openContext({ javaScriptEnabled: false })).newPage();
    await page.goto(`${searchPage}#q=remove`);
    const listed = await pathsOf(page.locator('[data-index] a'));
    expect(pagesToFind.filter((path) => !listed.includes(path))).toEqual([]);
    expect(await partsOf(page, onPage).status.textContent()).toContain('needs JavaScript');
    expect(await page.locator('[data-index] a').first().isVisible()).toBe(true);
  });
});

test('a dialog whose search is taken out and put back answers as before', async ({ page, complaints }) => {
  await page.goto(guide);
  await openDialog(page);
  const before = await search(page, inDialog, 'remove');
  await search(page, inDialog, 'block');
  await page.locator(inDialog).evaluate((element) => {
    element.parentElement?.append(element);
  });
  expect(await partsOf(page, inDialog).field.inputValue()).toBe('block');
  expect(await search(page, inDialog, 'remove')).toEqual(before);
  expect(complaints).toEqual([]);
});

describe('when it fails', () => {
  const index = /\/pagefind\//;
  const answers = /\/known-answers\.json/;
  const gone = (page: Page, what = index) => page.route(what, (route) => route.fulfill({ status: 404, body: 'Not found' }));
  const blocked = (page: Page, what = index) => page.route(what, (route) => route.abort());
  const withoutWorkers = (page: Page) => changeHtml(page, searchPage, (html) => html.replace("worker-src 'self'", "worker-src 'none'"));
  const broken = (page: Page) => page.route(/\.pagefind$/, (route) => route.fulfill({ status: 200, body: 'no WebAssembly' }));

  /** Holds back what is asked for at such an address, until what is returned is called. */
  const hold = async (page: Page, what: RegExp): Promise<() => void> => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    await page.route(what, async (route) => {
      await promise;
      await route.continue();
    });
    return () => {
      resolve(undefined);
    };
  };

  /** What the search told of in the console. */
  const errorsOf = (page: Page): string[] => {
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && message.text().includes('<lt-search>')) errors.push(message.text());
    });
    return errors;
  };

  const faults = [
    { what: 'the index is missing', fail: gone, says: 'it is not there.' },
    { what: 'the index is blocked', fail: blocked, says: 'you may be offline, or something blocks it.' },
    { what: 'workers and WebAssembly are refused', fail: withoutWorkers, says: 'this browser refuses to run it' },
    { what: 'a part of the index is broken', fail: broken, says: 'it broke down.' },
  ];

  testInTime.for(faults)(
    '$what: the known answers stay, and the page says what could not be searched',
    async ({ fail, says }, { page }) => {
      const errors = errorsOf(page);
      await fail(page);
      await page.goto(`${searchPage}#q=remove`);
      const { status, results } = partsOf(page, onPage);
      await eventually(() => status.textContent()).toContain(`“remove”. The whole text could not be searched: ${says}`);
      expect(await pathsOf(results)).toContain(guide);
      expect(await page.locator('[data-index]').isVisible()).toBe(false);
      expect(await page.getByRole('heading', { name: 'In the text' }).count()).toBe(0);
      expect(errors).toHaveLength(1);
    },
  );

  testInTime.for([
    { what: 'missing', fail: gone, says: 'it is not there.' },
    { what: 'blocked', fail: blocked, says: 'you may be offline, or something blocks it.' },
  ])(
    'the known answers are $what: places in the text are shown, and the page says what could not be loaded',
    async ({ fail, says }, { page }) => {
      const errors = errorsOf(page);
      await fail(page, answers);
      await page.goto(searchPage);
      const { field, status, results } = partsOf(page, onPage);
      // Without Enter, too.
      await field.fill('remove');
      await eventually(() => status.textContent()).toMatch(/^\d places in the text for “remove”\. The answers could not be loaded: /);
      expect(await status.textContent()).toContain(says);
      expect(await results.count()).toBeGreaterThan(0);
      expect(await page.locator('[data-index]').isVisible()).toBe(false);
      expect(await page.getByRole('heading', { name: 'In the text' }).isVisible()).toBe(true);
      expect(errors).toHaveLength(1);
    },
  );

  testInTime('known answers and index: the page says so and lists all pages', async ({ page }) => {
    const errors = errorsOf(page);
    await gone(page, answers);
    await blocked(page);
    await page.goto(`${searchPage}#q=remove`);
    await eventually(() => partsOf(page, onPage).status.textContent()).toBe(
      'The answers could not be loaded: it is not there. The whole text could not be searched: you may be offline, or something blocks it. Press Enter in the field to try again. Here are all pages instead.',
    );
    expect(await page.locator('[data-index]').isVisible()).toBe(true);
    expect(await page.locator('#search-results').isVisible()).toBe(false);
    expect(errors).toHaveLength(2);
  });

  testInTime('the dialog keeps its known answers where the index is blocked, and says so when it is asked for', async ({ page }) => {
    await blocked(page);
    await page.goto(guide);
    await openDialog(page);
    const { results, status } = partsOf(page, inDialog);
    const paths = await search(page, inDialog, 'remove');
    await page.getByRole('button', { name: 'Search the whole text' }).click();
    await eventually(() => status.textContent()).toContain('The whole text could not be searched');
    expect(await pathsOf(results)).toEqual(paths);
    expect(await focused(page)).toBe('Search in your own words');
  });

  testInTime('the dialog says so and lists all pages', async ({ page, complaints }) => {
    await blocked(page, answers);
    await blocked(page);
    await page.goto(guide);
    await openDialog(page);
    await page.keyboard.type('remove');
    await eventually(() => partsOf(page, inDialog).status.textContent()).toContain('could not be loaded');
    const links = page.locator(`${inDialog} [data-otherwise] a`);
    await eventually(() => links.count()).toBe(pagesToFind.length);
    expect((await pathsOf(links)).sort()).toEqual([...pagesToFind].sort());
    expect(await links.first().isVisible()).toBe(true);
    // The list comes from a page with styles of its own, which the content policy of this one would refuse.
    expect(complaints.filter((complaint) => /policy/i.test(complaint))).toEqual([]);
  });

  testInTime('without a connection at all, the dialog still leads to the list', async ({ page }) => {
    await blocked(page, answers);
    await page.goto(guide);
    await openDialog(page);
    await page.context().setOffline(true);
    await page.keyboard.type('remove');
    await eventually(() => partsOf(page, inDialog).status.textContent()).toContain('offline');
    await eventually(() => page.locator(`${inDialog} [data-otherwise] a`).allTextContents()).toEqual(['All pages']);
  });

  testInTime.for([
    { what: 'the index', fails: index },
    { what: 'the file of known answers', fails: answers },
  ])('$what can be tried again', async ({ fails }, { page }) => {
    await blocked(page, fails);
    await page.goto(`${searchPage}#q=remove`);
    const { status } = partsOf(page, onPage);
    await eventually(() => status.textContent()).toContain('try again');
    await page.unroute(fails);
    await partsOf(page, onPage).field.press('Enter');
    await eventually(() => status.textContent()).toMatch(/^The 8 best results, and \d places? in the text for “remove”$/);
    expect(await page.locator('[data-index]').isVisible()).toBe(false);
  });

  testInTime('"nothing found" is not said of an index that is out of reach', async ({ page }) => {
    await page.goto(searchPage);
    const { field, status } = partsOf(page, onPage);
    await search(page, onPage, 'remove');
    await page.context().setOffline(true);
    await field.fill('zzzqqqxxx');
    await eventually(() => status.textContent()).toContain('The whole text could not be searched');
    expect(await status.textContent()).not.toContain('Nothing');
  });

  const partsOfIndex = /\/pagefind\/index\//;

  testInTime.for([
    { what: 'missing', fail: (page: Page) => gone(page, partsOfIndex) },
    { what: 'out of reach', fail: (page: Page) => blocked(page, partsOfIndex) },
    {
      what: 'another page',
      fail: (page: Page) => page.route(partsOfIndex, (route) => route.fulfill({ contentType: 'text/html', body: '<p>Sign in</p>' })),
    },
  ])('a part of the index that is $what is no "nothing found", and is asked for anew', async ({ fail }, { page }) => {
    await fail(page);
    await page.goto(`${searchPage}#q=remove`);
    const { field, status } = partsOf(page, onPage);
    await eventually(() => status.textContent()).toContain('The whole text could not be searched');
    await page.unroute(partsOfIndex);
    await field.press('Enter');
    await eventually(() => status.textContent()).toMatch(/\d places? in the text for “remove”$/);
  });

  testInTime('a newer index takes the place of one that is gone', async ({ page }) => {
    // At first the site serves an older index, and a part of that which is gone by the time it is asked for.
    let older = true;
    await page.route(/pagefind-entry\.json/, async (route) => {
      const response = await route.fetch();
      const entry = (await response.json()) as { languages: Record<string, unknown> };
      if (older) entry.languages['xx'] = { hash: 'older', wasm: null, page_count: 0 };
      await route.fulfill({ response, json: entry });
    });
    await page.route(/\/pagefind\/index\//, async (route) => {
      if (older) await route.fulfill({ status: 404, body: 'Not found' });
      else await route.continue();
      older = false;
    });
    await page.goto(`${searchPage}#q=remove`);
    await eventually(() => partsOf(page, onPage).status.textContent()).toMatch(/\d places? in the text for “remove”$/);
    expect(older).toBe(false);
  });

  test('slow, it says so after 5 seconds, lists all pages, and goes on', async ({ page }) => {
    const letGo = await hold(page, answers);
    await page.goto(`${searchPage}#q=remove`);
    const { status, results } = partsOf(page, onPage);
    await page.locator('lt-search [data-status][role=status]').waitFor({ state: 'attached' });
    await page.clock.runFor(4900);
    expect(await status.textContent()).toBe('');
    await page.clock.runFor(200);
    expect(await status.textContent()).toBe('The search is slow to load, and goes on loading. Here are all pages instead.');
    expect(await page.locator('[data-index]').isVisible()).toBe(true);
    letGo();
    await eventually(() => results.count()).toBeGreaterThan(0);
    expect(await page.locator('[data-index]').isVisible()).toBe(false);
  });

  test('slow, nobody who stands on a link loses the focus to what comes in its place', async ({ page }) => {
    const letGo = await hold(page, answers);
    await page.goto('/about/');
    await openDialog(page);
    const onLink = page.locator(`${inDialog} a[href$="${guide}"]:focus`);
    await page.keyboard.insertText('remove');
    await press(page, 'ArrowDown');
    expect(await onLink.count()).toBe(1);
    await page.clock.runFor(5100);
    await page.locator(`${inDialog} a[href$="/tips/"]`).waitFor();
    expect(await onLink.count()).toBe(1);
    letGo();
    await answerTo(page, inDialog, 'remove').waitFor({ state: 'attached' });
    expect(await onLink.count()).toBe(1);
  });

  test('slow, whoever stands on a link that no answer leads to is in the field then', async ({ page }) => {
    const letGo = await hold(page, answers);
    await page.goto('/about/');
    await openDialog(page);
    await page.keyboard.insertText('undo');
    await press(page, 'ArrowDown');
    letGo();
    await answerTo(page, inDialog, 'undo').waitFor({ state: 'attached' });
    expect(await focused(page)).toBe('Search in your own words');
  });

  test('the whole text being slow, the known answers are there, it says so after 5 seconds, and goes on', async ({ page }) => {
    const letGo = await hold(page, index);
    await page.goto(`${searchPage}#q=remove`);
    const { status, results } = partsOf(page, onPage);
    await answerTo(page, onPage, 'remove').waitFor({ state: 'attached' });
    expect(await pathsOf(results)).toContain(guide);
    await page.clock.runFor(4900);
    expect(await status.textContent()).toBe('The 8 best results for “remove”');
    await page.clock.runFor(200);
    expect(await status.textContent()).toBe('The 8 best results for “remove”. The whole text is slow to load, and goes on loading.');
    expect(await pathsOf(results)).toContain(guide);
    letGo();
    await wholeAnswerTo(page, onPage, 'remove').waitFor({ state: 'attached' });
    expect(await status.textContent()).toMatch(/places in the text for “remove”$/);
  });

  test.for([
    { what: 'the file of known answers', hangs: answers },
    { what: 'the index', hangs: index },
    { what: 'a part of the index', hangs: partsOfIndex },
  ])('$what never coming, Enter asks for it anew once that is said', async ({ hangs }, { page }) => {
    let isHanging = true;
    await page.route(hangs, async (route) => {
      // What hangs does so for good.
      if (!isHanging) await route.continue();
    });
    await page.goto(`${searchPage}#q=remove`);
    const { field, status } = partsOf(page, onPage);
    await page.locator('lt-search [data-status][role=status]').waitFor({ state: 'attached' });
    if (hangs !== answers) await answerTo(page, onPage, 'remove').waitFor({ state: 'attached' });
    await page.clock.runFor(5100);
    expect(await status.textContent()).toContain('slow to load');
    isHanging = false;
    await field.press('Enter');
    await wholeAnswerTo(page, onPage, 'remove').waitFor({ state: 'attached' });
    expect(await status.textContent()).toMatch(/^The 8 best results, and \d places in the text for “remove”$/);
  });

  test('a key event that is none harms nothing', async ({ page, complaints }) => {
    await page.goto(searchPage);
    const paths = await search(page, onPage, 'remove');
    await page.keyboard.press('ArrowDown');
    await page.evaluate(() => {
      for (const target of [document.activeElement, document])
        for (const type of ['keydown', 'keyup']) target?.dispatchEvent(new Event(type, { bubbles: true }));
    });
    expect(await pathsOf(partsOf(page, onPage).results)).toEqual(paths);
    await openDialog(page);
    await search(page, inDialog, 'block');
    await page.keyboard.press('ArrowDown');
    await page.evaluate(() => document.activeElement?.dispatchEvent(new Event('keydown', { bubbles: true })));
    expect(await partsOf(page, inDialog).results.count()).toBeGreaterThan(3);
    expect(complaints).toEqual([]);
  });

  testInTime('what was typed last counts, however late the first answer comes', async ({ page }) => {
    const letGo = await hold(page, answers);
    await page.goto(searchPage);
    const { field, results } = partsOf(page, onPage);
    await field.fill('remove');
    await field.fill('limits');
    letGo();
    await answerTo(page, onPage, 'limits').waitFor({ state: 'attached' });
    expect((await pathsOf(results))[0]).toBe('/understand/limits/');
  });

  testInTime('without its script, the link is a link', async ({ page }) => {
    await page.goto(guide);
    const opener = page.getByRole('banner').getByRole('link', { name: 'Search' });
    await failScripts(page, ({ pathname }) => pathname.includes('lt-search-dialog'));
    await opener.click();
    await page.waitForURL(`**${searchPage}`);
    expect(await page.locator('[data-index]').isVisible()).toBe(true);
    await page.goto(guide);
    await page.keyboard.press('Control+k');
    await page.waitForURL(`**${searchPage}`);
  });

  testInTime('without its script, what was typed at home goes along', async ({ page }) => {
    await page.goto('/');
    await failScripts(page, ({ pathname }) => pathname.includes('lt-search-dialog'));
    await page.locator('main lt-search-field input').fill('who & what');
    await page.locator('main lt-search-field input').press('Enter');
    await page.waitForURL(`**${searchPage}#q=*`);
    await page.unrouteAll();
    await page.reload();
    await eventually(() => page.locator(`${onPage} input`).inputValue()).toBe('who & what');
  });

  testInTime('without its script, Back from a result leads to the page that it was found on, and no further', async ({ page }) => {
    await page.goto(guide);
    await openDialog(page);
    await search(page, inDialog, 'limits');
    await partsOf(page, inDialog).results.first().click();
    await page.waitForURL((url) => pathOf(url.href) !== guide);
    const requests = requestsOf(page);
    const told = page.waitForEvent('console', (message) => message.text().includes('<lt-search-link>'));
    await failScripts(page, ({ pathname }) => pathname.includes('lt-search-dialog'));
    await page.goBack();
    await told;
    // A page that it led to would have been asked for before this.
    await page.evaluate((address) => fetch(address).then((response) => response.text()), hrefTo('/pages.json'));
    expect(requests).toContain('/pages.json');
    expect(requests).not.toContain(searchPage);
  });

  testInTime('while its script is late, a second click is followed', async ({ page }) => {
    await page.goto(guide);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    await page.route(/lt-search-dialog/, async (route) => {
      await promise;
      await route.abort();
    });
    const opener = page.getByRole('banner').getByRole('link', { name: 'Search' });
    await opener.click();
    await opener.click();
    // Not until it is loaded: there, too, the script is awaited.
    await page.waitForURL(`**${searchPage}`, { waitUntil: 'commit' });
    resolve(undefined);
  });
});

describe('for everybody', () => {
  const themes = ['light', 'dark'] as const;

  test.for(themes)('axe finds nothing in the open dialog, nor on the page: %s', async (colorScheme, { openContext }) => {
    const page = await withoutTime(await (await openContext({ colorScheme })).newPage());
    await page.goto(guide);
    await openDialog(page);
    // axe works by the clock.
    await page.clock.resume();
    expect(await faultsByAxe(page, { coloursAlone: colorScheme === 'dark' })).toEqual([]);
    await search(page, inDialog, 'remove');
    expect(await announced(page, inDialog)).toContain('results');
    expect(await faultsByAxe(page, { coloursAlone: colorScheme === 'dark' })).toEqual([]);
    await page.goto(`${searchPage}#q=remove`);
    await answerTo(page, onPage, 'remove').waitFor({ state: 'attached' });
    expect(await announced(page, onPage)).toContain('results');
    expect(await faultsByAxe(page, { coloursAlone: colorScheme === 'dark' })).toEqual([]);
  });

  test('a screen reader hears a dialog, its field, the news, the choice of kinds, and a list of links', async ({ page }) => {
    await page.goto(guide);
    await openDialog(page);
    await search(page, inDialog, 'a contact has died');
    expect(await announced(page, inDialog)).toContain('results');
    const tree = await page.locator('dialog').ariaSnapshot();
    const parts = [
      /^- dialog "Search"/,
      /- search:/,
      /- searchbox "Search in your own words".*a contact has died/,
      /- button "Close"/,
      /- status: \d+ results for “a contact has died”/,
      /- combobox "Show"/,
      /- option "All" \[selected\]/,
      /- option "Evidence"/,
      /- list:/,
      /- listitem:/,
      /- link "A contact has died Question"/,
      /- link "Whom should I remove, and whom should I keep\?"/,
    ];
    let from = 0;
    for (const part of parts) {
      const at = tree.slice(from).search(part);
      expect(at, `${String(part)} in\n${tree}`).toBeGreaterThanOrEqual(0);
      from += at;
    }
    expect(await page.evaluate(() => document.querySelector('dialog')?.matches(':modal'))).toBe(true);
  });

  test('the dialog fits 320 pixels, and fingers', async ({ openContext }) => {
    const page = await (await openContext({ viewport: { width: 320, height: 640 }, hasTouch: true })).newPage();
    await page.goto('/about/');
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).tap();
    await page.locator('dialog[open]').waitFor();
    await search(page, inDialog, 'remove');
    expect(await page.locator('dialog').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
    const heights = await page
      .locator('dialog :is(input, button, select, [data-results] li)')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    await partsOf(page, inDialog).kind.tap();
    await partsOf(page, inDialog).kind.selectOption('Guides');
    await eventually(() => kindsOf(page, inDialog)).toEqual(new Set(['Guide']));
    // Forced, since the link lies over all of its result.
    await page.locator(`${inDialog} [data-results] li p`).nth(1).tap({ force: true });
    await page.waitForURL((url) => pathOf(url.href) !== '/about/');
  });

  test('the dialog has an edge where colours are forced', async ({ openContext }) => {
    const page = await (await openContext({ forcedColors: 'active' })).newPage();
    await page.goto(guide);
    await openDialog(page);
    await search(page, inDialog, 'remove');
    const borders = await page
      .locator('dialog, dialog :is(input, select)')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).borderTopStyle));
    expect(borders).toEqual(['solid', 'solid', 'solid']);
    // What has the focus is told by an outline, which is drawn in a colour of the system.
    await page.keyboard.press('ArrowDown');
    expect(await page.locator(':focus').evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
  });
});
