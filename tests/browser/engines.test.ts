/** What differs between engines, tried in Firefox and WebKit, where they are here: tests/support/engines/find.ts says where they are looked for. */
import { afterAll, beforeAll, describe, expect, test as plainTest, type TestContext } from 'vitest';
import { pathOf, site } from '../support/addresses.ts';
import { eventually } from '../support/browser-test.ts';
import { EngineGone, type Engine, type EngineTab } from '../support/engines/engine.ts';
import { firefoxPath, webKitDriverPath } from '../support/engines/find.ts';
import { openFirefox, type Firefox } from '../support/engines/firefox.ts';
import { openWebKit } from '../support/engines/webkit.ts';
import { cutLines, headingsAlone, strokesOn, printedPages, squeezed } from '../support/pdf.ts';

const engines: { name: string; path: string | undefined; open: (path: string) => Promise<Engine> }[] = [
  { name: 'Firefox', path: firefoxPath, open: openFirefox },
  { name: 'WebKit', path: webKitDriverPath, open: openWebKit },
];

const list = '/checklists/engage/';
const box = (step: number): string => `lt-checklist li:nth-child(${step}) > input`;

const ticked = (tab: EngineTab): Promise<number[]> =>
  tab.ask('[...document.querySelectorAll("lt-checklist li > input")].flatMap((box, index) => (box.checked ? [index + 1] : []))');
const isRemembered = (tab: EngineTab): Promise<boolean> =>
  tab.ask('/^\\d+ of \\d+ done$/.test(document.querySelector("[data-status]").textContent)');
const address = async (tab: EngineTab): Promise<string> => pathOf(await tab.ask('location.href'));
const dialogIsOpen = (tab: EngineTab): Promise<boolean> => tab.ask('Boolean(document.querySelector("lt-search-dialog dialog[open]"))');
const found = (tab: EngineTab): Promise<number> => tab.ask('document.querySelectorAll("lt-search-dialog ol > li").length');
/** What has the focus. */
const focused = (tab: EngineTab): Promise<string> => tab.ask('document.activeElement.localName');

async function press(tab: EngineTab, button: string): Promise<void> {
  const find = `[...document.querySelectorAll('button')].find((button) => button.textContent.trim() === ${JSON.stringify(button)})`;
  await eventually(() => tab.ask<boolean>(`Boolean(${find}?.checkVisibility())`)).toBe(true);
  // One pressed before may be there still.
  await tab.ask(`document.querySelector('[data-to-press]')?.removeAttribute('data-to-press')`);
  await tab.ask(`${find}.setAttribute('data-to-press', '')`);
  await tab.click('[data-to-press]');
}

/** An expression: what a worker gets that is made as the page makes its own, and asks for the address. */
const askingWorker = (asked: string): string => {
  const text = `fetch(${JSON.stringify(asked)}, { mode: 'no-cors' }).then(() => postMessage('answered'), () => postMessage('refused'))`;
  return `new Promise((resolve) => {
    const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(text)}], { type: 'text/javascript' })));
    worker.onmessage = ({ data }) => { worker.terminate(); resolve(data); };
    worker.onerror = () => { resolve('no worker'); };
  })`;
};

async function openChecklist(tab: EngineTab): Promise<void> {
  await tab.open(site + list);
  await eventually(() => isRemembered(tab)).toBe(true);
}

for (const { name, path, open } of engines)
  describe.skipIf(path === undefined)(name, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await open(path ?? '');
    });
    afterAll(() => engine.close());

    let gone: string | undefined;
    /** Where the engine's driver stops to answer, this and all after it are left out, and the report says so. */
    const test = (title: string, work: (given: { tab: EngineTab }) => Promise<void>): void => {
      plainTest(title, async ({ skip }: TestContext) => {
        skip(gone !== undefined, gone);
        try {
          const tab = await engine.newTab();
          try {
            await work({ tab });
          } finally {
            await tab.close();
          }
        } catch (cause) {
          if (!(cause instanceof EngineGone)) throw cause;
          gone = cause.message;
          skip(gone);
        }
      });
    };

    test('ticks stay as they were left after a reload', async ({ tab }) => {
      await openChecklist(tab);
      await tab.click(box(1));
      await tab.click(box(3));
      await tab.click(box(3));
      await tab.reload();
      await eventually(() => isRemembered(tab)).toBe(true);
      expect(await ticked(tab)).toEqual([1]);
    });

    test('ticks are there again after Back', async ({ tab }) => {
      await openChecklist(tab);
      await tab.click(box(1));
      await tab.reload();
      await eventually(() => isRemembered(tab)).toBe(true);
      await tab.open(`${site}/about/`);
      await tab.back();
      await eventually(() => address(tab)).toBe(list);
      await eventually(() => isRemembered(tab)).toBe(true);
      expect(await ticked(tab)).toEqual([1]);
    });

    test('what is forgotten stays so after Back', async ({ tab }) => {
      await openChecklist(tab);
      await tab.click(box(2));
      await tab.open(`${site}/about/`);
      await press(tab, 'Forget everything on this device');
      await press(tab, 'Forget');
      await eventually(() => tab.ask('document.querySelector("lt-forget").textContent')).toContain('Forgotten');
      await tab.back();
      await eventually(() => address(tab)).toBe(list);
      await eventually(() => isRemembered(tab)).toBe(true);
      await eventually(() => ticked(tab)).toEqual([]);
      expect(await tab.ask('JSON.stringify(localStorage)')).not.toContain('engage');
    });

    test('a link takes ticks over once somebody says so, and undoes it; the address is clean then', async ({ tab }) => {
      const kept = (): Promise<string> => tab.ask('localStorage.getItem("loose-ties:checklists") ?? ""');
      await tab.open(`${site}/tools/carry/#progress=AbCiAQMBQAAIgAEBCoAIAAIMEQYAlY8`);
      await eventually(() => tab.ask('document.querySelector("lt-carry [data-question]").textContent')).toContain(
        'What this link would change',
      );
      expect(await kept()).not.toContain('yearly-review');
      await press(tab, 'Add it to what is here');
      await eventually(kept).toContain('yearly-review');
      expect(await tab.ask('location.hash')).toBe('');
      await press(tab, 'Undo');
      await eventually(kept).not.toContain('yearly-review');
    });

    test('the search opens by its keys on whatever layout, finds, leads there, and is there again after Back', async ({ tab }) => {
      await openChecklist(tab);
      // As on a Russian keyboard; one without letters of ours can't be had here.
      await tab.ask(
        'document.dispatchEvent(new KeyboardEvent("keydown", { key: "л", code: "KeyK", ctrlKey: true, bubbles: true, cancelable: true }))',
      );
      await eventually(() => dialogIsOpen(tab)).toBe(true);
      await tab.press('Escape');
      await eventually(() => dialogIsOpen(tab)).toBe(false);
      await tab.press('Control+k');
      await eventually(() => dialogIsOpen(tab)).toBe(true);
      await tab.press('b', 'l', 'o', 'c', 'k');
      await eventually(() => found(tab)).toBeGreaterThan(0);
      await tab.press('ArrowDown');
      expect(await focused(tab)).toBe('a');
      await tab.press('Enter');
      await eventually(() => address(tab)).not.toBe(list);
      // Only what has loaded is in the history.
      await eventually(() => tab.ask('document.readyState')).toBe('complete');
      await tab.back();
      await eventually(() => address(tab)).toBe(list);
      await eventually(() => dialogIsOpen(tab)).toBe(true);
      await eventually(() => tab.ask('document.querySelector("lt-search-dialog input").value')).toBe('block');
    });

    test('what the evidence was narrowed to is in its controls again after Back', async ({ tab }) => {
      const state = (): Promise<unknown> =>
        tab.ask(
          '[document.querySelector("lt-catalogue [type=search]").value, document.querySelector("lt-catalogue [name=show]:checked").value]',
        );
      await tab.open(`${site}/evidence/#find=profile&show=unknown`);
      const hasStarted = () => tab.ask('Boolean(document.querySelector("lt-catalogue [type=search]"))');
      const narrowed = ['profile', 'unknown'];
      await eventually(hasStarted).toBe(true);
      await eventually(state).toEqual(narrowed);
      await tab.reload();
      await eventually(hasStarted).toBe(true);
      await tab.open(`${site}/about/`);
      await tab.back();
      await eventually(() => address(tab)).toBe('/evidence/');
      await eventually(hasStarted).toBe(true);
      // A kept page is reset a moment after it is shown.
      await tab.ask('new Promise((resolve) => { setTimeout(() => { requestAnimationFrame(resolve); }); })');
      expect(await state()).toEqual(narrowed);
    });

    test('connections are sorted: made-up people load, a key decides, a reload keeps it, and a worker of the page may ask for nothing', async ({
      tab,
    }) => {
      const card = (): Promise<string> => tab.ask('document.querySelector("#cards:not([hidden]) .place")?.textContent ?? ""');
      const isLoaded = (): Promise<boolean> => tab.ask('Boolean(document.querySelector("#overview:not([hidden]) .plot"))');
      const hasFocus = (): Promise<boolean> => tab.ask('document.activeElement.matches("#cards .card")');
      const load = async (): Promise<void> => {
        await press(tab, 'Try it with 500 made-up people');
        await eventually(isLoaded).toBe(true);
        await press(tab, 'Decide one by one');
        await eventually(hasFocus).toBe(true);
      };
      await tab.open(`${site}/tools/triage/`);
      await load();
      expect(await card()).toBe('489 of 489 undecided');
      await tab.press('k');
      await eventually(card).toBe('488 of 489 undecided');
      await tab.press('r');
      await eventually(card).toBe('487 of 489 undecided');
      // Storage has it a moment later.
      await eventually(() => tab.ask('localStorage["loose-ties:triage"]')).toBe('1');
      await tab.open(`${site}/tools/triage/`);
      await eventually(() => tab.ask('document.querySelector("#load")?.textContent')).toContain('You have decided about 2 people');
      await load();
      expect(await card()).toBe('487 of 487 undecided');
      for (const asked of [`${site}/robots.txt`, 'https://collect.example/'])
        expect(await tab.ask(askingWorker(asked)), asked).toBe('refused');
    });

    test('Escape closes the search, and the focus is where it was', async ({ tab }) => {
      await openChecklist(tab);
      await tab.ask(`document.querySelector(${JSON.stringify(box(2))}).focus()`);
      await tab.press('Control+k');
      await eventually(() => dialogIsOpen(tab)).toBe(true);
      await tab.press('Escape');
      await eventually(() => dialogIsOpen(tab)).toBe(false);
      expect(await tab.ask(`document.activeElement === document.querySelector(${JSON.stringify(box(2))})`)).toBe(true);
    });

    test('the colours that were chosen are there again after a reload', async ({ tab }) => {
      await openChecklist(tab);
      for (const [colours, paper] of [
        ['dark', 'rgb(18, 23, 27)'],
        ['light', 'rgb(252, 251, 248)'],
      ]) {
        const choice = `lt-colours input[value="${colours ?? ''}"]`;
        await tab.click(choice);
        await tab.reload();
        expect(await tab.ask('getComputedStyle(document.body).backgroundColor')).toBe(paper);
        await eventually(() => tab.ask(`document.querySelector('${choice}')?.checked`)).toBe(true);
      }
    });
  });

describe.skipIf(firefoxPath === undefined)('Firefox prints', () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await openFirefox(firefoxPath ?? '');
  });
  afterAll(() => firefox.close());

  const test = plainTest.extend('tab', async ({}, { onCleanup }) => {
    const tab = await firefox.newTab();
    onCleanup(() => tab.close());
    return tab;
  });
  const a4 = { width: 21, height: 29.7 };
  const letter = { width: 21.59, height: 27.94 };

  // Without what holds a heading to what follows, four of these have one alone.
  test.for([
    ['/understand/what-changes/', a4],
    ['/understand/are-they-notified/', letter],
    ['/decide/plan-a-clean-up/', a4],
    ['/remove/one-connection/', a4],
    ['/remove/one-connection/', letter],
    ['/questions/', a4],
    ['/tips/', letter],
    ['/handbook/', a4],
  ] as const)(
    '%s whole: it begins on the first page, no line is cut, and no heading stands alone at the foot of one',
    async ([path, paper], { tab }) => {
      await tab.open(site + path);
      const pdf = await tab.print(paper);
      expect(await cutLines(pdf)).toEqual([]);
      const printed = await printedPages(pdf);
      expect(printed.length).toBeGreaterThan(1);
      expect(printed[0]?.text).toContain(squeezed(await tab.ask('document.querySelector("h1").textContent')));
      expect(printed[0]?.lines.length).toBeGreaterThan(15);
      const headings = await tab.ask<string[]>(
        '[...document.querySelectorAll("main :is(h1, h2, h3)")].map((heading) => heading.textContent)',
      );
      expect(headingsAlone(printed, headings)).toEqual([]);
    },
  );

  test('the ticks of a guide', async ({ tab }) => {
    await tab.open(`${site}/network/engage/`);
    await eventually(() => isRemembered(tab)).toBe(true);
    const before = await tab.print(a4);
    await tab.click(box(1));
    await tab.click(box(2));
    const after = await tab.print(a4);
    expect((await strokesOn(after)) - (await strokesOn(before))).toBeGreaterThanOrEqual(2);
    expect((await printedPages(after))[0]?.text.match(/Done\./g)).toHaveLength(2);
  });
});
