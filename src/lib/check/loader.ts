/**
 * Loaders that hand what is written to Astro's collections. All of them share one reading: a build stops where there is a problem; the
 * development server tells of it, keeps what was good, and reads again with each change.
 */
import { fileURLToPath } from 'node:url';
import { AstroError } from 'astro/errors';
import type { Loader, LoaderContext } from 'astro/loaders';
import { buildDay } from '../dates.ts';
import { isDue } from '../evidence/verdicts.ts';
import { describeProblems } from '../written/problems.ts';
import type { Content } from '../written/reading.ts';
import type { Entry, Text } from '../written/schema.ts';
import { readAgain, readOnce, type Reading } from './read-once.ts';

type Stored = Parameters<LoaderContext['store']['set']>[0];

/** A collection: what of the content is in it, and how an entry of it is stored. */
function loader<Kind extends Entry>(
  name: string,
  of: (content: Content) => Iterable<Kind>,
  stored: (entry: Kind, index: number) => Stored,
): Loader {
  return {
    name: `written:${name}`,
    load(context) {
      const { store, config } = context;
      const folder = fileURLToPath(new URL('content/', config.srcDir));
      const fill = (content: Content): void => {
        store.clear();
        for (const [index, entry] of [...of(content)].entries()) store.set(stored(entry, index));
      };
      if (context.watcher) watch(folder, context, fill);
      const reading = readOnce(folder);
      if (!isTold.has(reading)) tell(reading, context);
      fill(reading.content);
      return Promise.resolve();
    },
  };
}

/** What is known by its fields. */
export const entries = <Kind extends Entry>(name: string, of: (content: Content) => Iterable<Kind>): Loader =>
  loader(name, of, ({ id, ...data }) => ({ id, data }));

/** What has an order, which is kept as the `position` of each. */
export const sequence = <Kind extends Entry>(name: string, of: (content: Content) => Iterable<Kind>): Loader =>
  loader(name, of, ({ id, ...data }, position) => ({ id, data: { ...data, position } }));

/** What is known by its fields and a text. */
export const texts = <Kind extends Text<Entry>>(name: string, of: (content: Content) => Iterable<Kind>): Loader =>
  loader(name, of, ({ id, body, ...data }) => ({ id, data, body }));

/** Texts in MDX, which Astro renders. */
export const pages = <Kind extends Text<Entry>>(name: string, of: (content: Content) => Iterable<Kind>): Loader =>
  loader(name, of, ({ id, body, ...data }) => ({ id, data, body, filePath: `src/content/${name}/${id}.mdx`, deferredRender: true }));

/** Each reading is told of once, whichever collection comes first. */
const isTold = new WeakSet<Reading>();

/** Says which claims are due, and what is wrong. Throws where nobody is there to mend it at once. */
function tell(reading: Reading, { logger, watcher }: LoaderContext): void {
  isTold.add(reading);
  const { content, problems } = reading;
  const today = buildDay();
  for (const claim of content.claims.values())
    if (isDue(claim, today)) logger.warn(`The claim "${claim.id}" was due for a check on ${claim.recheckBy}.`);
  if (problems.length === 0) return;
  if (watcher) {
    logger.error(describeProblems(problems));
    return;
  }
  const error = new AstroError(describeProblems(problems), 'CONTRIBUTING.md says what each kind of file holds.');
  // Where in our code it was found says nothing to whoever wrote the content.
  error.stack = '';
  // Where "window" or "document" stands in an error's text, Astro says that browsers are not on the server, in place of our hint.
  error.toString = () => error.name;
  throw error;
}

/** Milliseconds in which several changes, such as those of another branch, count as one. */
const pause = 50;

interface Watching {
  /** By the name of the collection. */
  readonly fills: Map<string, (content: Content) => void>;
  coming?: ReturnType<typeof setTimeout>;
}
const watching = new WeakMap<object, Watching>();

/** Reads again when anything in the folder changes, once for all collections. What is wrong is told, and leaves the collections as they were. */
function watch(folder: string, context: LoaderContext, fill: (content: Content) => void): void {
  const { watcher, collection, logger } = context;
  if (!watcher) return;
  const others = watching.get(watcher);
  if (others) {
    others.fills.set(collection, fill);
    return;
  }
  const state: Watching = { fills: new Map([[collection, fill]]) };
  watching.set(watcher, state);
  watcher.add(folder);
  const refill = (): void => {
    const before = readOnce(folder);
    const reading = readAgain(folder);
    tell(reading, context);
    if (reading.problems.length > 0) return;
    if (before.problems.length > 0) logger.info('The content check finds nothing any more.');
    for (const each of state.fills.values()) each(reading.content);
  };
  const onChange = (path: string): void => {
    if (!path.startsWith(folder)) return;
    clearTimeout(state.coming);
    state.coming = setTimeout(refill, pause);
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, onChange);
}
