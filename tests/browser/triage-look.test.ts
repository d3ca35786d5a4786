/** How the page for sorting connections is drawn and used: narrow, large, dark, on paper, by keys alone, without script, and with whatever a file holds. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { faultsByAxe } from '../support/axe.ts';
import { complaintsOf } from '../support/complaints.ts';
import { eventually, test } from '../support/browser-test.ts';
import { focused, press, tabTo } from '../support/keyboard.ts';
import { printedPages, squeezed } from '../support/pdf.ts';
import { changeHtml } from '../support/served-differently.ts';
import {
  forPlaywright,
  listFile,
  madeUpZip,
  names,
  savedBy,
  triageOn,
  triagePath,
  type TriageOnPage,
  type ViewName,
} from '../support/triage-on-page.ts';
import { unknownColumns, wrongFiles } from '../support/archives.ts';
import { sampleFiles } from '../../src/islands/triage/sample.ts';
import { file, zip } from '../support/archives.ts';

const views = ['load', 'overview', 'list', 'cards', 'queue', 'save'] as const satisfies readonly ViewName[];

/** How far the page can be scrolled sideways, or its main part in itself. */
const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const all = [document.scrollingElement, document.querySelector('main'), document.querySelector('lt-triage')];
    return Math.max(...all.map((part) => (part ? part.scrollWidth - part.clientWidth : NaN)));
  });

/** All folds open, each decision given, an undo and a question in sight. */
async function openInUse(page: Page): Promise<TriageOnPage> {
  const tool = triageOn(page);
  await tool.open();
  await tool.load(
    zip(
      'Complete.zip',
      sampleFiles(60).map(({ name, text }) => file(name, text)),
    ),
  );
  await tool.decideOneByOne();
  for (const key of 'kfrlff') await page.keyboard.press(key);
  return tool;
}

async function unfold(tool: TriageOnPage): Promise<void> {
  await tool.tool.locator('details').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '');
  });
}

/** Shows each view in turn, unfolded, and one more with its question open. */
async function inEachView(tool: TriageOnPage, look: (name: string) => Promise<void>): Promise<void> {
  for (const name of views) {
    await tool.go(name);
    if (name === 'list')
      await tool.view('list').locator('.group').getByRole('button', { name: 'Look again', exact: true }).click({ force: true });
    if (name === 'save') await tool.button('Forget everything').click();
    await unfold(tool);
    await look(name);
  }
}

describe('narrow, and with large letters', () => {
  test.for([16, 32])('no view scrolls sideways at 320 pixels, with text of %i', async (size, { page }) => {
    await (await page.context().newCDPSession(page)).send('Page.setFontSizes', { fontSizes: { standard: size } });
    const tool = await openInUse(page);
    await page.setViewportSize({ width: 320, height: 800 });
    const found: Record<string, number> = {};
    await inEachView(tool, async (name) => {
      found[name] = await tooWide(page);
    });
    await tool.go('load');
    await tool.drop(...unknownColumns);
    await tool.button('Read the file so').waitFor();
    found['columns'] = await tooWide(page);
    expect(Object.entries(found).filter(([, over]) => over > 0)).toEqual([]);
  });
});

describe('axe finds nothing in any view', () => {
  test.for(['light', 'dark'] as const)('%s', async (colorScheme, { page }) => {
    await page.emulateMedia({ colorScheme });
    const tool = await openInUse(page);
    const faults: Record<string, string[]> = {};
    const look = async (name: string): Promise<void> => {
      const found = await faultsByAxe(page, { part: 'lt-triage', coloursAlone: colorScheme === 'dark' });
      if (found.length > 0) faults[name] = found;
    };
    await inEachView(tool, look);
    await tool.go('load');
    await tool.drop(...unknownColumns);
    await tool.button('Read the file so').waitFor();
    await look('columns');
    await tool.drop(...(wrongFiles['a PDF'] ?? []));
    await tool.problem.locator('strong').waitFor();
    await look('problem');
    expect(faults).toEqual({});
  });

  test('and every control has a name', async ({ page }) => {
    const tool = await openInUse(page);
    const nameless: string[] = [];
    await inEachView(tool, async (name) => {
      const snapshot = await tool.view(name as ViewName).ariaSnapshot();
      nameless.push(...(snapshot.match(/- (button|link|checkbox|radio|combobox|textbox|searchbox|spinbutton)(?= *(:|\[|$))/gm) ?? []));
    });
    expect(nameless).toEqual([]);
    await tool.go('cards');
    expect(await tool.card.locator('div.acts').ariaSnapshot()).toBe(
      ['Keep', 'Unfollow', 'Remove', 'Look again'].map((label) => `- button "${label}"`).join('\n'),
    );
  });
});

test('where colours are forced, a decision that is chosen looks unlike one that is not', async ({ openContext }) => {
  const page = await (await openContext({ forcedColors: 'active' })).newPage();
  const tool = triageOn(page);
  await tool.open();
  await tool.load(madeUpZip());
  await tool.go('list');
  const drawn = (label: string): Promise<Buffer> =>
    tool.row('Ada Example').locator('label', { hasText: label }).screenshot({ animations: 'disabled' });
  const [keep, remove] = [await drawn('Keep'), await drawn('Remove')];
  await tool.row('Ada Example').getByText('Remove', { exact: true }).click();
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
  });
  expect((await drawn('Keep')).equals(keep)).toBe(true);
  expect((await drawn('Remove')).equals(remove)).toBe(false);
});

test('by keys alone, from the top of the page to a decision, and on to the queue', async ({ page }) => {
  const tool = triageOn(page);
  // Asked for before, since the browser is told of it first.
  const choosing = page.waitForEvent('filechooser');
  await tool.open();
  await tabTo(page, 'Choose your fileConnections.csv, or the zip as it came');
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(forPlaywright(madeUpZip()));
  await tool.view('overview').waitFor();
  await eventually(() => focused(page)).toBe('Your connections');
  expect(await press(page, 'Tab')).toBe('Decide one by one');
  await page.keyboard.press('Enter');
  await tool.view('cards').locator('.card:focus').waitFor();
  await page.keyboard.press('k');
  await tabTo(page, 'Remove');
  await page.keyboard.press('Enter');
  expect(await tool.said.textContent()).toMatch(/^Ben Sample: remove\. Next: Chidi/);
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe('Unfollow');
  await tool.tool.getByRole('link', { name: 'Queue' }).press('Enter');
  await eventually(() => focused(page)).toBe('Remove Ben Sample');
  await tabTo(page, 'Done');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('All are done');
});

describe('without script', () => {
  test('the page says so, and leads to the way by a spreadsheet', async ({ openContext }) => {
    const page = await (await openContext({ javaScriptEnabled: false })).newPage();
    await page.goto(triagePath);
    const way = page.locator('lt-triage').getByRole('link', { name: 'do the same in a spreadsheet' });
    expect(await page.locator('lt-triage').innerText()).toMatch(/^The tool needs JavaScript, and it is not running here\./);
    await way.click();
    expect(new URL(page.url()).hash).toBe('#how-do-i-do-the-same-in-a-spreadsheet');
    expect(await page.locator(':target').textContent()).toContain('How do I do the same in a spreadsheet?');
    expect(await page.locator('lt-triage').getByRole('button').count()).toBe(0);
  });

  test('or where it fails, too', async ({ page }) => {
    await changeHtml(page, triagePath, (html) => html.replace('customElements.define(', 'customElements.defin('));
    await page.goto(triagePath);
    expect(await page.locator('lt-triage').innerText()).toMatch(/^The tool needs JavaScript/);
  });
});

describe('on paper', () => {
  test('the decisions alone, where any were made', async ({ page }) => {
    const tool = triageOn(page);
    await tool.open();
    await tool.load(madeUpZip());
    await tool.decideOneByOne();
    for (const key of 'krr') await page.keyboard.press(key);
    const text = (await printedPages(await page.pdf())).map((printed) => printed.text).join('');
    for (const words of [
      'Keep: 1',
      'Ada Example',
      'Remove: 2',
      'Ben Sample, Kite Tester, Northwind, connected 6 January 2023',
      'Chidi Placeholder',
    ])
      expect(text).toContain(squeezed(words));
    for (const words of ['Dana', 'Undo', 'One by one', 'What is it for?', 'JavaScript']) expect(text).not.toContain(squeezed(words));
    expect(await tool.tool.locator('.paper').count()).toBe(0);
  });

  test('the text of the page, like a guide, where none was made', async ({ page }) => {
    await triageOn(page).open();
    const text = (await printedPages(await page.pdf())).map((printed) => printed.text).join('');
    for (const words of ['What is it for?', 'What leaves this page?', 'How do I do the same in a spreadsheet?'])
      expect(text).toContain(squeezed(words));
    for (const words of ['Choose your file', 'made-up people']) expect(text).not.toContain(squeezed(words));
  });
});

describe('whatever a cell holds', () => {
  const long = 'w'.repeat(10_000);
  const hostile = [
    [
      '<img src=x onerror=document.title=1>',
      '<b>Bold</b>',
      'javascript:alert(1)',
      '',
      '</script><script>document.title=2</script>',
      '"><svg onload=1>',
    ],
    ['=HYPERLINK("https://collect.example","Ada")', '@SUM(1)', 'https://evil.example/in/someone', '', '+1+1', '-2+3'],
    ['\u202Eelpmaxe', '\u2066Ada\u200B', 'https://www.linkedin.com/in/bidi-fictional', '', '\u202Edetrever', ''],
    [long, 'Long', 'https://www.linkedin.com/in/long-fictional', '', long, long],
    ['&lt;i&gt;', '{{7*7}} ${7*7}', 'data:text/html,hello', '', '', ''],
  ].map((row, at) => [...row, `06 Jan ${2024 - at}`]);

  test('it is shown as text, leads nowhere but to LinkedIn, fits, and is guarded in the table that is saved', async ({ page }) => {
    const complaints = await complaintsOf(page);
    const tool = triageOn(page);
    await tool.open();
    const title = await page.title();
    await page.setViewportSize({ width: 320, height: 800 });
    await tool.load(listFile(hostile));
    await tool.go('list');
    expect(await tool.rows.count()).toBe(5);
    const shown = await tool.rows.allTextContents();
    for (const words of [
      '<img src=x onerror=document.title=1> <b>Bold</b>',
      '</script><script>document.title=2</script>',
      '&lt;i&gt; {{7*7}} ${7*7}',
    ])
      expect(shown.join('\n')).toContain(words);
    // What runs from right to left does so inside its own name alone.
    expect(await tool.rows.locator('b > bdi').count()).toBe(5);
    await tool.decideForAll('Remove');
    const over: Record<string, number> = {};
    await inEachView(tool, async (name) => {
      over[name] = await tooWide(page);
    });
    expect(Object.entries(over).filter(([, more]) => more > 0)).toEqual([]);
    await tool.go('queue');
    const addresses = new Set<string>();
    for (let at = 0; at < 5; at += 1) {
      for (const address of await tool
        .view('queue')
        .locator('a')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)))
        addresses.add(address);
      expect(await tooWide(page)).toBeLessThanOrEqual(0);
      await tool.button('Done').click();
    }
    for (const address of addresses) expect(address).toMatch(/^https:\/\/www\.linkedin\.com\//);
    expect([...addresses].filter((address) => address.includes('/in/')).sort()).toEqual([
      'https://www.linkedin.com/in/bidi-fictional',
      'https://www.linkedin.com/in/long-fictional',
    ]);
    await tool.go('save');
    const { text } = await savedBy(page, () => tool.button('Save a table (CSV)').click());
    expect(text).toContain(`"'=HYPERLINK(""https://collect.example"",""Ada"") @SUM(1)","'+1+1","'-2+3"`);
    expect(await tool.tool.locator('img, svg, script, iframe').count()).toBe(0);
    expect(await page.title()).toBe(title);
    expect(complaints).toEqual([]);
  });
});

test('moved in the page, the tool goes on with its people and decisions', async ({ page, complaints }) => {
  const tool = triageOn(page);
  await tool.open();
  await tool.load(madeUpZip());
  await tool.decideOneByOne();
  await page.keyboard.press('k');
  await page.evaluate(() => {
    const element = document.querySelector('lt-triage');
    if (!element?.parentElement) throw new Error('No tool');
    const { parentElement: parent } = element;
    element.remove();
    if (!element.textContent.trim().startsWith('The tool needs JavaScript')) throw new Error('Its plain part is not there');
    parent.append(element);
    parent.prepend(element);
  });
  await tool.view('cards').waitFor();
  expect(await tool.who.textContent()).toBe('Ben Sample');
  await tool.card.press('r');
  expect(await tool.who.textContent()).toBe('Chidi Placeholder');
  await tool.go('list');
  expect(await Promise.all(names.slice(0, 3).map((name) => tool.chosen(name)))).toEqual(['keep', 'remove', undefined]);
  expect(await tool.tool.locator('> section').count()).toBe(6);
  expect(complaints).toEqual([]);
});
