/** A file of script that is missing, hangs or throws: the page reads as without script, and every island that has nothing to do with it works. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page, Route } from 'playwright-core';
import { describe, expect } from 'vitest';
import { openContext, test as plainTest } from '../support/browser-test.ts';
import { fileOf, pageAt, pages, type Page as BuiltPage } from '../support/built-site.ts';
import { complaintsOf } from '../support/complaints.ts';
import { isStarted, uses } from '../support/islands.ts';
import { namedScripts } from '../support/named-scripts.ts';
import { pagesOfEachKind } from '../support/page-kinds.ts';
import { outOfUse, textDrawn } from '../support/reading.ts';

const islandsOf = ({ html }: BuiltPage): Set<string> => new Set([...html.matchAll(/<(lt-[\w-]+)/g)].map(([, tag = '']) => tag));

/** Pages on which each island is met whose script is a file, as few as can be. */
function fewPages(): BuiltPage[] {
  const missing = new Set(Object.keys(uses));
  const chosen: BuiltPage[] = [];
  for (;;) {
    const [best] = pages.toSorted((one, other) => islandsOf(other).intersection(missing).size - islandsOf(one).intersection(missing).size);
    if (!best || islandsOf(best).isDisjointFrom(missing)) return chosen;
    if (!best.html.includes('data-closed')) chosen.push(best);
    for (const tag of islandsOf(best)) missing.delete(tag);
  }
}

const isScript = (url: URL): boolean => /\/_astro\/.+\.js$/.test(url.pathname);
const nameOf = (address: string): string => /\/_astro\/(.+\.js)$/.exec(address)?.[1] ?? '';

const mark = 'broken on purpose';

interface Fault {
  readonly name: string;
  readonly answer: (route: Route) => Promise<void>;
  /** Until when a page opens then. */
  readonly waitUntil: 'load' | 'domcontentloaded';
}

const faults: readonly Fault[] = [
  { name: 'is not there', answer: (route) => route.fulfill({ status: 404, body: 'Not found' }), waitUntil: 'load' },
  { name: 'is never answered', answer: () => Promise.resolve(), waitUntil: 'domcontentloaded' },
  {
    name: 'throws at its first line',
    answer: (route) =>
      route.fulfill({ contentType: 'text/javascript', body: `throw new Error('${mark}');${textOfScript(nameOf(route.request().url()))}` }),
    waitUntil: 'load',
  },
];

/** What a browser says of a fault, whoever made it. What an island says of it is not among them. */
const isOfTheFault = (complaint: string): boolean =>
  !complaint.includes('IslandError') &&
  (complaint.includes(mark) ||
    /^answered 404: .*\.js$|Failed to load resource|Failed to fetch dynamically imported module|^request failed: .*\.js/.test(complaint));

/** What a script loads at once, and what it loads when that is wanted. */
const atOnce = /\b(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g;
const later = /\bimport\(["'`]\.\/([^"'`]+)["'`]\)/g;

const textOfScript = (name: string): string => readFileSync(fileOf(`/_astro/${name}`), 'utf8');

const importedBy = (name: string, form: RegExp): string[] => [...textOfScript(name).matchAll(form)].map(([, imported = '']) => imported);

/** The files of script that the file can't run without, itself among them. */
function neededBy(name: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of importedBy(name, atOnce)) neededBy(imported, found);
  return found;
}

/** The islands that a file defines, and no other. */
const definedIn = (name: string): string[] =>
  [...textOfScript(name).matchAll(/\btag\s*=\s*["'`](lt-[\w-]+)["'`]/g)].map(([, tag = '']) => tag);

/** The islands that start with a page though it lacks a file, and perhaps such as it starts later. */
function startedWithout(missing: string, { document }: BuiltPage): Set<string> {
  const named = namedScripts(document).map((address) => nameOf(address));
  const run = named.map((name) => neededBy(name)).filter((files) => !files.has(missing));
  const runLater = [...new Set(run.flatMap((files) => [...files]))]
    // Some do nothing but load another; the frame loads what tells of a new version.
    .flatMap((name) =>
      importedBy(name, later).filter((loaded) => definedIn(name).length === 0 || definedIn(loaded).includes('lt-new-version')),
    )
    .map((name) => neededBy(name))
    .filter((files) => !files.has(missing));
  return new Set([...run, ...runLater].flatMap((files) => [...files].flatMap(definedIn)));
}

/** Whether what an island loads when it is used needs the file. */
const needsLater = (tag: string, missing: string): boolean =>
  readdirSync(fileOf('/_astro'))
    .filter((name) => name.endsWith('.js') && definedIn(name).includes(tag))
    .some((name) => importedBy(name, later).some((loaded) => neededBy(loaded).has(missing)));

/** Where a file of script is asked for. */
interface Asked {
  readonly file: string;
  readonly path: string;
  /** The island that asks for it when it is used. None where the page asks as it opens. */
  readonly by?: string;
}

/** The islands that start as the page opens. */
const startedAtOnce = async (page: Page): Promise<string[]> => {
  const started = await Promise.all(Object.keys(uses).map(async (tag) => ((await isStarted(page, tag)) ? tag : [])));
  return started.flat();
};

const test = plainTest
  .extend('known', { scope: 'file' }, async ({ browser }, { onCleanup }) => {
    // A browser that keeps nothing from before: each file is asked for when it is needed.
    const context = await openContext(browser);
    onCleanup(() => context.close());
    const tab = await context.newPage();
    const asked = new Map<string, Asked>();
    const started = new Map<string, readonly string[]>();
    let now: Omit<Asked, 'file'> = { path: '/' };
    tab.on('request', (request) => {
      const file = nameOf(request.url());
      if (file && !asked.has(file)) asked.set(file, { file, ...now });
    });
    for (const { path } of fewPages()) {
      now = { path };
      await tab.goto(path);
      await uses['lt-new-version']?.works(tab);
      started.set(path, await startedAtOnce(tab));
      for (const [by, { act, works }] of Object.entries(uses)) {
        if (!(await isStarted(tab, by))) continue;
        now = { path, by };
        await act(tab);
        await works(tab);
      }
    }
    return { asked: [...asked.values()], startedOn: (path: string): readonly string[] => started.get(path) ?? [] };
  })
  .extend('plain', { scope: 'file' }, ({ tabWithoutScript }) => {
    const known = new Map<string, Plain>();
    return async (path: string): Promise<Plain> => {
      if (!known.has(path)) {
        await tabWithoutScript.goto(path);
        known.set(path, { text: await textDrawn(tabWithoutScript), out: await outOfUse(tabWithoutScript) });
      }
      return known.get(path) ?? { text: [], out: [] };
    };
  });

/** How a page is where nothing of its script runs. */
interface Plain {
  readonly text: Awaited<ReturnType<typeof textDrawn>>;
  readonly out: Awaited<ReturnType<typeof outOfUse>>;
}

/** Outside of the islands that work, everything that stands in the page without script is to be read, and nothing more is out of use. */
async function expectReads(page: Page, plain: Plain, where: string, working: readonly string[] = []): Promise<void> {
  const ofOthers = ({ island }: { island: string }): boolean => !working.includes(island);
  const drawn = new Set((await textDrawn(page)).map(({ what }) => what));
  const gone = plain.text.filter((piece) => ofOthers(piece) && !drawn.has(piece.what));
  expect(gone, where).toEqual([]);
  expect((await outOfUse(page)).filter(ofOthers), where).toEqual(plain.out.filter(ofOthers));
}

/** Where the search can't be opened here, its own page is, which needs the same file and tells that too. */
const leadAway = ['lt-search-field', 'lt-search-link'];

describe.for(faults)('where a file of script $name', ({ name, answer, waitUntil }) => {
  test('and it is all of them, each kind of page reads as without script', async ({ page, complaints, plain }) => {
    await page.route(isScript, answer);
    // The script of a page that may ask for nothing stands in it.
    for (const { path } of pagesOfEachKind.filter(({ html }) => !html.includes('data-closed'))) {
      await page.goto(path, { waitUntil });
      await expectReads(page, await plain(path), path);
    }
    expect(complaints.filter((complaint) => !isOfTheFault(complaint))).toEqual([]);
  });

  test('and it is one that a page asks for, the islands that it has nothing to do with work', async ({
    page,
    complaints,
    known,
    plain,
  }) => {
    const files = known.asked.filter(({ by }) => by === undefined);
    expect(files.length).toBeGreaterThan(10);
    for (const { file, path } of files) {
      await page.route((url) => nameOf(url.pathname) === file, answer);
      await page.goto(path, { waitUntil });
      const able = startedWithout(file, pageAt(path));
      for (const tag of known.startedOn(path).filter((one) => able.has(one)))
        await page.waitForFunction((name) => customElements.get(name) !== undefined, tag);
      const working = await startedAtOnce(page);
      await expectReads(page, await plain(path), `${path} without ${file}`, working);
      // It makes no difference to them why it is not there.
      if (name === faults[0]?.name)
        for (const [tag, { act, works }] of Object.entries(uses)) {
          if (needsLater(tag, file) || !(await isStarted(page, tag))) continue;
          await act(page);
          await works(page);
        }
      await page.evaluate(() => {
        localStorage.clear();
      });
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    }
    expect(complaints.filter((complaint) => !isOfTheFault(complaint))).toEqual([]);
  });

  test('and it is one that an island asks for, that is told once at most, and the others work', async ({ context, known }) => {
    const files = known.asked.filter(({ by }) => by !== undefined);
    expect(files.length).toBeGreaterThan(5);
    for (const { file, path, by = '' } of files) {
      // With it ends what waits in vain.
      const page = await context.newPage();
      const complaints = await complaintsOf(page);
      // Before it is opened: some are asked for once it is there.
      await page.route((url) => nameOf(url.pathname) === file, answer);
      const isAsked = page.waitForRequest((request) => nameOf(request.url()) === file);
      await page.goto(path);
      if (!(await isStarted(page, by))) {
        await uses['lt-your-ticks']?.act(page);
        await uses['lt-your-ticks']?.works(page);
      }
      await uses[by]?.act(page);
      void uses[by]?.works(page).catch(() => undefined);
      await isAsked;
      const isLedAway = leadAway.includes(by) && file.startsWith('lt-search-dialog') && waitUntil === 'load';
      if (isLedAway) await page.waitForURL('**/search/');
      // The answer that was pressed is followed as the link that it is.
      if (by === 'lt-ways' && waitUntil === 'load') await page.waitForURL('**/tools/which-way/*');
      await uses['lt-colours']?.act(page);
      await uses['lt-colours']?.works(page);
      const told = complaints.filter((complaint) => !isOfTheFault(complaint));
      expect(told.length, `${file}: ${told.join()}`).toBeLessThanOrEqual(isLedAway ? 2 : 1);
      for (const one of told) expect(one).toMatch(/^console error: IslandError: <lt-/);
      await page.close();
    }
  });
});
