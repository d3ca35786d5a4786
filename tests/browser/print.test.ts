/** On paper: nothing to press, nothing folded away or cut off, and the ticks that were made. */
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { hrefTo } from '../support/addresses.ts';
import { test } from '../support/browser-test.ts';
import { pages } from '../support/built-site.ts';
import { checklistOn } from '../support/checklist-on-page.ts';
import { headingsAlone, printedPages, squeezed, type PrintedPage } from '../support/pdf.ts';
import { testOrigin } from '../support/variants.ts';

/** A4 without its margins of 16 mm, in CSS pixels. */
const paper = { width: 673, height: 900 };

async function openOnPaper(page: Page, path: string): Promise<void> {
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: 'screen' });
  await page.goto(path);
  // Dark, which on paper must make no difference.
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
}

/** For each closed fold whose summary is there to be seen: whether what it holds is there too. */
const foldsShown = (page: Page): Promise<boolean[]> =>
  page.locator('details:not([open])').evaluateAll((folds) =>
    folds
      .filter((fold) => fold.querySelector('summary')?.checkVisibility())
      .map((fold) =>
        // Folded content keeps its measures, so its size would tell nothing.
        Array.from(fold.querySelectorAll(':scope > :not(summary)')).every((content) => content.checkVisibility()),
      ),
  );

test.for(pages.map(({ path }) => path))('%s is whole on paper', async (path, { tab: page }) => {
  await openOnPaper(page, path);
  expect(await foldsShown(page)).not.toContain(false);
  const { toPress, cut, pale, sliced, width } = await page.evaluate(() => {
    const brief = (element: Element): string => element.outerHTML.slice(0, 120);
    const drawn = Array.from(document.querySelectorAll('body *')).filter((element) => element.checkVisibility());
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const contrastWithPaper = (colour: string): number => {
      if (!canvas) return 0;
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = Array.from(canvas.getImageData(0, 0, 1, 1).data, (channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
    };
    const hasText = (element: Element): boolean => Array.from(element.childNodes).some((node) => node instanceof Text && node.data.trim());
    const colours = new Set(drawn.map((element) => getComputedStyle(element).color));
    const paleColours = new Set([...colours].filter((colour) => contrastWithPaper(colour) < 4.5));
    // Firefox cuts through the lines of what it can't break between: no such box may stand at the foot of a page, or be longer than one.
    const isWhole = (element: Element): boolean => {
      const { display, overflowY } = getComputedStyle(element);
      const height = element.getBoundingClientRect().height;
      return (overflowY !== 'visible' && overflowY !== 'clip') || /grid|flex/.test(display) || (display === 'inline-block' && height > 100);
    };
    const isKept = (element: Element | null): boolean =>
      element !== null &&
      ((getComputedStyle(element).breakInside.startsWith('avoid') && element.getBoundingClientRect().height < 600) ||
        isKept(element.parentElement));
    return {
      // What heads the first page never stands at its foot.
      sliced: drawn
        .filter((element) => element instanceof HTMLElement && element.innerText.trim() && !element.closest('.masthead, .unseen'))
        .filter((element) => isWhole(element) && !isKept(element))
        .map(brief),
      // The contents of the handbook number its chapters, as the heads of its pages do.
      toPress: drawn.filter((element) => element.matches('nav:not(.all-chapters), button, [href="#main"]')).map(brief),
      // Nobody can scroll on paper.
      cut: drawn
        .filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible')
        .filter((element) => getComputedStyle(element).clipPath === 'none')
        .map(brief),
      pale: drawn.filter((element) => hasText(element) && paleColours.has(getComputedStyle(element).color)).map(brief),
      width: document.scrollingElement?.scrollWidth,
    };
  });
  expect({ toPress, cut, pale, sliced, width }).toEqual({ toPress: [], cut: [], pale: [], sliced: [], width: paper.width });
});

/** The folds of what a page rests on, one for each claim. */
const evidenceOf = (page: Page) => page.getByRole('region', { name: 'What this page rests on' }).locator('details');

test('the evidence of a guide is folded on the screen, and open on paper', async ({ page }) => {
  await page.goto('/remove/one-connection/');
  const texts = evidenceOf(page).locator('p');
  const shown = (): Promise<boolean[]> => texts.evaluateAll((all) => all.map((text) => text.checkVisibility()));
  expect(new Set(await shown())).toEqual(new Set([false]));
  await page.emulateMedia({ media: 'print' });
  expect(new Set(await shown())).toEqual(new Set([true]));
  for (const text of await texts.all()) expect((await text.boundingBox())?.height).toBeGreaterThan(10);
});

const longPages = [
  '/remove/one-connection/',
  '/understand/are-they-notified/',
  '/decide/ways-to-step-back/',
  '/checklists/profile/',
  '/evidence/',
];
/** What holds a heading to what follows it is the same on any paper, so of the long pages one is enough on the second. */
const papers = [
  { format: 'A4', width: 595, height: 842, long: longPages },
  { format: 'Letter', width: 612, height: 792, long: longPages.slice(0, 1) },
] as const;

describe.for(papers)('on $format', ({ format, long, ...size }) => {
  const print = async (page: Page): Promise<PrintedPage[]> => printedPages(await page.pdf({ format }));
  const textOf = (printed: readonly PrintedPage[]): string => printed.map(({ text }) => text).join('');

  test('a checklist is one sheet to pin up: its boxes, its day, its address', async ({ page }) => {
    await page.goto('/checklists/remove-from-list/');
    const list = checklistOn(page, 'remove-from-list');
    await list.tick(1, 3);
    // Of a step that holds a link the words before it: behind it stands its address.
    const actions = await list.element
      .locator('li > label')
      .evaluateAll((labels) => labels.map((label) => (label.querySelector('a')?.previousSibling ?? label).textContent ?? ''));
    const printed = await print(page);
    const [sheet, ...others] = printed;
    for (const { width, height } of printed) {
      expect(Math.abs(width - size.width)).toBeLessThanOrEqual(1);
      expect(Math.abs(height - size.height)).toBeLessThanOrEqual(1);
    }

    const text = sheet?.text ?? '';
    const starts = actions.map((action, index) => {
      const at = text.indexOf(squeezed(`${index + 1}. ${action}`));
      expect(at, `"${action}" on the first sheet`).toBeGreaterThan(0);
      return at;
    });
    const finish = squeezed(
      (await list.finish.getByRole('paragraph', { includeHidden: true }).evaluate((words) => words.firstChild?.textContent)) ?? '',
    );
    expect(finish).not.toBe('');
    expect(text).toContain(finish);
    const isDone = starts.map((start, index) => text.slice(start, starts[index + 1]).includes('Done.'));
    expect(isDone).toEqual([true, false, true, false, false, false]);

    expect(text).toContain(`${testOrigin}${hrefTo('/checklists/remove-from-list/')}`);
    expect(text).toContain('Sourcesreadon22November2026');
    expect(printed.map(({ foot }) => foot)).toEqual(printed.map((_, index) => `${index + 1} of ${printed.length}`));
    // What it rests on stands where its address leads.
    expect(textOf(printed)).not.toContain('Whatthispagerestson');
    if (format === 'A4') expect(others).toEqual([]);
  });

  test('a mark is its sign alone: no address stands beside it', async ({ page }) => {
    await openOnPaper(page, '/tools/which-way/');
    const widths = await page.locator('main a.mark').evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().width));
    expect(widths.length).toBeGreaterThan(10);
    expect(Math.max(...widths)).toBeLessThan(20);
  });

  test('links say where they lead, and what can only be pressed is gone', async ({ page }) => {
    await page.goto('/checklists/remove-from-list/');
    await checklistOn(page, 'remove-from-list').tick(1);
    const text = textOf(await print(page));
    expect(text).toContain('(https://www.linkedin.com/mynetwork/invite-connect/connections/)');
    expect(text).toContain(`(${testOrigin}${hrefTo('/checklists/before-you-remove/')})`);
    for (const pressed of [
      'Skip to the text',
      'All checklists',
      'Search',
      'Start again',
      'Forget everything',
      'Where your ticks',
      'Colours',
    ]) {
      // The sketch of a search box is no search box.
      expect(text.replaceAll('Searchbyname', '').replaceAll('Searchforthename', ''), pressed).not.toContain(squeezed(pressed));
    }
  });

  test('a guide has its evidence, opened, with the day each was read', async ({ page }) => {
    await page.goto('/remove/one-connection/');
    const claims = await evidenceOf(page).count();
    const text = textOf(await print(page));
    expect(claims).toBeGreaterThan(5);
    expect(text.match(/Readon\d+November2026/g)).toHaveLength(claims);
    expect(text).toContain(`${testOrigin}${hrefTo('/remove/one-connection/')}`);
  });

  test.for(long)('no heading of %s stands alone at the foot of a page', async (path, { page }) => {
    await page.goto(path);
    const printed = await print(page);
    expect(printed.length).toBeGreaterThan(1);
    const headings = await page.locator('main :is(h1, h2, h3, summary, [data-stance] > p)').allTextContents();
    expect(headingsAlone(printed, headings)).toEqual([]);
  });
});

test('where nobody has said where the site lives, paper has the day and makes up no address', async ({ page }) => {
  await page.goto(`${inject('siteUnderBase')}/checklists/remove-from-list/`);
  const [sheet] = await printedPages(await page.pdf());
  expect(sheet?.lines.slice(0, 3).join(' ')).toMatch(/^Loose Ties.* Sources read on 22 November 2026/);
  expect(sheet?.lines.slice(0, 3).join(' ')).not.toContain('http');
});

test('a tick is drawn: no font needs to have one, and nothing relies on a background', async ({ page }) => {
  await page.goto('/checklists/remove-from-list/');
  const list = checklistOn(page, 'remove-from-list');
  await list.tick(2);
  await page.emulateMedia({ media: 'print' });
  const drawn = await list.boxes.evaluateAll((boxes) =>
    boxes.map((box) => {
      const { borderBottomWidth, borderBottomColor, content } = getComputedStyle(box, '::before');
      const { backgroundColor } = getComputedStyle(box);
      return (
        content !== 'none' &&
        parseFloat(borderBottomWidth) > 0 &&
        borderBottomColor === getComputedStyle(document.body).color &&
        backgroundColor === 'rgba(0, 0, 0, 0)'
      );
    }),
  );
  expect(drawn).toEqual([false, true, false, false, false, false]);
});
