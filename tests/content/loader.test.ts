/** How what is written gets into Astro's collections: one reading for all, a build that stops, a development server that goes on. */
import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AstroError } from 'astro/errors';
import type { Loader } from 'astro/loaders';
import { expect, test as plainTest, vi } from 'vitest';
import { entries, pages, sequence, texts } from '../../src/lib/check/loader.ts';
import { readOnce } from '../../src/lib/check/read-once.ts';
import { contentWith, edited, smallContent } from './small-content.ts';

const claim = 'evidence/claims/told.yaml';
const broken = edited(claim, 'source: help-page', 'source: nowhere');

const claims = entries('claims', (content) => content.claims.values());

/** A folder of its own for each test, as `src/` is to Astro. */
const test = plainTest.extend('source', ({}, { onCleanup }) => {
  const folder = mkdtempSync(join(tmpdir(), 'written-'));
  onCleanup(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (files: Iterable<[string, string]>): void => {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, 'content', path)), { recursive: true });
      writeFileSync(join(folder, 'content', path), text);
    }
  };
  return {
    write,
    path: (file: string) => join(folder, 'content', file),
    /** Loads a collection; with a watcher as the development server does. */
    load(loader: Loader, watcher?: EventEmitter & { add: () => void }) {
      const stored = new Map<string, unknown>();
      const store = {
        clear: () => {
          stored.clear();
        },
        set: (entry: { id: string }) => void stored.set(entry.id, entry),
      };
      const logger = { warn: vi.fn(), error: vi.fn(), info: vi.fn() };
      const context = { collection: loader.name, store, logger, watcher, config: { srcDir: pathToFileURL(`${folder}/`) } };
      return { stored, logger, run: () => loader.load(context as never) };
    },
  };
});

const watcher = () => Object.assign(new EventEmitter(), { add: () => {} });

test('each kind is handed over as Astro wants it', async ({ source }) => {
  source.write(contentWith({}));
  const load = async (loader: Loader) => {
    const { stored, run } = source.load(loader);
    await run();
    return stored;
  };
  expect(await load(claims)).toEqual(
    new Map([['told', { id: 'told', data: expect.objectContaining({ question: 'Are they told?' }) as unknown }]]),
  );
  expect(await load(sequence('journey', ({ journey }) => journey))).toEqual(
    new Map([['remove', { id: 'remove', data: { title: 'Remove', promise: 'One person.', guides: ['one-person'], position: 0 } }]]),
  );
  const tip = (await load(texts('tips', ({ tips }) => tips.values()))).get('look-twice');
  expect(tip).toMatchObject({ data: { title: 'Look twice' }, body: expect.stringMatching(/^\nThey are/) as unknown });
  const guide = (await load(pages('guides', ({ guides }) => guides.values()))).get('remove/one-person');
  expect(guide).toMatchObject({ filePath: 'src/content/guides/remove/one-person.mdx', deferredRender: true });
});

test('a build stops on a problem, and says no more than file, field and cure', async ({ source }) => {
  source.write(contentWith(broken));
  const { run } = source.load(claims);
  const error: unknown = await Promise.try(run).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AstroError);
  expect(error).toMatchObject({
    message: expect.stringMatching(/src\/content\/evidence\/claims\/told\.yaml\n.*positions: no source is called "nowhere"/) as unknown,
    stack: '',
  });
});

test('warns of a claim that is due for another look', async ({ source }) => {
  const due = (smallContent[claim] ?? '').replace('date: "2026-11-22"', 'date: "2019-01-01"').replace('2027-05-22', '2020-01-01');
  source.write(contentWith({ [claim]: due }));
  const { run, logger } = source.load(claims);
  await run();
  expect(logger.warn).toHaveBeenCalledExactlyOnceWith('The claim "told" was due for a check on 2020-01-01.');
});

test('all collections share one reading, which is told of once', async ({ source }) => {
  source.write(contentWith(broken));
  const dev = watcher();
  const [one, other] = [
    source.load(claims, dev),
    source.load(
      texts('tips', ({ tips }) => tips.values()),
      dev,
    ),
  ];
  await one.run();
  const reading = readOnce(source.path(''));
  await other.run();
  expect(readOnce(source.path(''))).toBe(reading);
  expect(one.logger.error).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('no source is called "nowhere"'));
  expect(other.logger.error).not.toHaveBeenCalled();
});

test('in development a problem leaves the last good content, and mending it is seen', async ({ source }) => {
  vi.useFakeTimers();
  source.write(contentWith({}));
  const dev = watcher();
  const { stored, logger, run } = source.load(claims, dev);
  await run();
  const change = (files: Record<string, string>): void => {
    source.write(Object.entries(files));
    dev.emit('change', source.path(claim));
    vi.runAllTimers();
  };
  const question = (): unknown => (stored.get('told') as { data: { question: string } }).data.question;

  change(edited(claim, 'question: Are they told?', 'question: Are they told?\nquestoin: x'));
  expect(logger.error).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/told\.yaml\n.*whole file: .*questoin/));
  expect(question()).toBe('Are they told?');

  change(edited(claim, 'question: Are they told?', 'question: Do they hear?'));
  expect(logger.info).toHaveBeenCalledWith('The content check finds nothing any more.');
  expect(question()).toBe('Do they hear?');
  vi.useRealTimers();
});
