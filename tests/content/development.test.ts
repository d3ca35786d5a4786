/** Writing with the development server: a mistake is told at once, with file, field and cure, and mending it shows at once. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'node-html-parser';
import { expect, test as plainTest } from 'vitest';
import { problemsOfPages } from '../../src/lib/check/finished-pages.ts';
import { recipes, withJourneyLine, withNumbersLine } from '../support/contributing.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The server, on a copy of the site in which every recipe of CONTRIBUTING.md was followed and something can be written. */
const test = plainTest.extend('server', { scope: 'file' }, async ({}, { onCleanup }) => {
  const copy = join(root, `.cache/development-${process.pid}`);
  rmSync(copy, { recursive: true, force: true });
  for (const part of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  };
  for (const [path, text] of recipes) write(path, text);
  const journey = 'src/content/journey.yaml';
  write(journey, withJourneyLine(readFileSync(join(copy, journey), 'utf8')));
  const numbers = 'src/content/numbers.yaml';
  write(numbers, withNumbersLine(readFileSync(join(copy, numbers), 'utf8')));
  write('src/pages/press-count.astro', "---\nimport PressCount from '../islands/press-count/PressCount.astro';\n---\n\n<PressCount />\n");
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  // Astro's server leaves pages to Vitest where it believes itself inside it.
  const environment = { ...process.env, VITEST: '' };
  const running = spawn(process.execPath, [astro, 'dev', '--port', '4710'], {
    cwd: copy,
    env: { ...environment, NODE_ENV: 'development', ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
  });
  onCleanup(() => {
    running.kill();
    rmSync(copy, { recursive: true, force: true });
  });
  let said = '';
  const listeners = new Set<() => void>();
  for (const stream of [running.stdout, running.stderr])
    stream.on('data', (text: Buffer) => {
      said += text.toString();
      for (const listener of listeners) listener();
    });
  /** What it has said from here on, once that holds what is waited for. */
  const says = (awaited: RegExp): Promise<string> => {
    const from = said.length;
    return new Promise((resolve) => {
      const look = (): void => {
        if (!awaited.test(said.slice(from))) return;
        listeners.delete(look);
        resolve(said.slice(from));
      };
      listeners.add(look);
      look();
    });
  };
  const [, address = ''] = /(http:\/\/localhost:\d+)/.exec(await says(/http:\/\/localhost:\d+/)) ?? [];
  return {
    says,
    page: async (path: string) => (await fetch(new URL(path, address))).text(),
    /** All at once, as an editor saves: of two changes within 50 milliseconds the server's watcher tells the first alone, and a file half written may be what is read then. */
    edit(file: string, ...changes: (readonly [piece: string, by: string])[]): void {
      const path = join(copy, 'src/content', file);
      let text = readFileSync(path, 'utf8');
      for (const [piece, by] of changes) {
        if (!text.includes(piece)) throw new Error(`"${piece}" does not stand in ${file}`);
        text = text.replace(piece, by);
      }
      const saved = join(copy, 'saved');
      writeFileSync(saved, text);
      renameSync(saved, path);
    },
  };
});

const claim = 'evidence/claims/notified.yaml';
const guide = 'guides/understand/are-they-notified.mdx';

/** Milliseconds: far more than a busy machine takes to start the server. */
const timeout = 180_000;

test('a mistake in a claim is told while the page stays, and is gone when it is mended', { timeout }, async ({ server }) => {
  const isThere = async (): Promise<boolean> => (await server.page('/evidence/')).includes('Is the removed person told?');
  expect(await isThere()).toBe(true);

  const told = server.says(/content check found/);
  server.edit(claim, ['question:', 'queston: x\nquestion:']);
  expect(await told).toMatch(/src\/content\/evidence\/claims\/notified\.yaml\n\s+whole file: .*queston/);
  expect(await isThere()).toBe(true);

  const mended = server.says(/finds nothing any more/);
  server.edit(claim, ['queston: x\nquestion: Is the removed person told?', 'question: Does the removed person hear of it?']);
  await mended;
  // Astro keeps changes back for half a second before it hands them on to the pages.
  const hasQuestion = async (): Promise<boolean> => (await server.page('/evidence/')).includes('Does the removed person hear of it?');
  await expect.poll(hasQuestion, { timeout }).toBe(true);
});

test('so is an unknown component in a guide, with its line', { timeout }, async ({ server }) => {
  const told = server.says(/content check found/);
  server.edit(guide, ['\n## ', '\n<Video id="x" />\n\n## ']);
  expect(await told).toMatch(/are-they-notified\.mdx\n\s+line \d+, <Video>: there is no such component/);
  const mended = server.says(/finds nothing any more/);
  server.edit(guide, ['\n<Video id="x" />\n\n## ', '\n## ']);
  await mended;
});

test('what the recipes of CONTRIBUTING.md make is there', { timeout }, async ({ server }) => {
  const shows = async (path: string, selector: string, text: string): Promise<void> => {
    const found = parse(await server.page(path)).querySelectorAll(selector);
    expect(
      found.map((element) => element.textContent.trim()),
      `${path} ${selector}`,
    ).toContain(text);
  };
  await shows('/understand/an-example/', 'h1', 'What does an example look like?');
  await shows('/checklists/look-at-who-is-there/', 'h1', 'Look at who is there');
  await shows('/tips/', 'h3', 'Read your note aloud');
  await shows('/questions/', 'h3', 'Can I remove the same person twice?');
  await shows('/evidence/', 'h4', 'Does the list say how many connections I have?');
  await shows('/press-count/', 'lt-press-count button', 'Press');
  const scripts = parse(await server.page('/press-count/')).querySelectorAll('script[src]');
  const island = scripts.map((script) => script.getAttribute('src') ?? '').find((address) => address.includes('PressCount.astro'));
  expect(await server.page(island ?? '/nothing')).toContain('press-count/define.ts');
  expect(await server.page('/src/islands/press-count/lt-press-count.ts')).toMatch(/tag = ["']lt-press-count/);
});

test('the mark of a claim in a question leads to a page that has its evidence', { timeout }, async ({ server }) => {
  const marks = parse(await server.page('/questions/')).querySelectorAll('.short-answer .mark');
  expect(marks.map((mark) => mark.getAttribute('href'))).toEqual(['/evidence/#ends-for-both']);
});

test('a guide that rests on nothing has no link to what it rests on', { timeout }, async ({ server }) => {
  const links = async (): Promise<number> =>
    parse(await server.page('/understand/an-example/')).querySelectorAll('a[href="#rests-on"]').length;
  expect(await links()).toBe(2);
  server.edit('guides/understand/an-example.mdx', [' {claim:notified}', ' It has no claims.'], [' <Claim id="ends-for-both" />', '']);
  await expect.poll(links, { timeout }).toBe(0);
});

test('the guide they make passes what finished pages are held to', { timeout }, async ({ server }) => {
  const path = '/understand/an-example/';
  const html = (await server.page(path)).replaceAll(/<style[^>]*>[\s\S]*?<\/style>|<script[^>]*>[\s\S]*?<\/script>/g, '');
  expect(problemsOfPages({ pages: [{ path, html }], base: '', hasFile: () => true }).filter(({ field }) => !field.includes('#'))).toEqual(
    [],
  );
});
