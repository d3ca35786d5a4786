/**
 * The folder a build goes into. A build is made elsewhere and put there whole, so that what is there is a whole site at every moment; and only what a build made
 * is ever taken away: each leaves a list of its files.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** The list of what a build made, which lies beside it. */
export const listName = '.made-by-a-build';

/** What systems leave in folders that somebody looks into. */
const litter = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/** What the repository is made of, and the folders of its tools. A build in one of them would become part of it. */
const takenFolders = ['src', 'public', 'docs', 'scripts', 'tests', 'node_modules', '.astro', '.ci', '.git', '.github'];

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Every file below a folder, links too, with forward slashes and in a fixed order; none where there is no folder. */
function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Where a path really leads, though its end may not be there yet. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync.native(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** What speaks against a build into a folder, with the cure; undefined where nothing does. */
function objectionTo(folder: string, root: string): string | undefined {
  if (isWithin(root, folder)) return 'the repository itself lies there: name a folder of its own, such as "dist"';
  const below = isWithin(folder, root) ? relative(root, folder).split(sep) : [];
  const taken = takenFolders.find((name) => below[0]?.toLowerCase() === name);
  if (taken !== undefined) return `it lies in ${taken}/, which is part of the repository: name a folder of its own, such as "dist"`;
  if (below[0] === '.cache' && below[1] === 'builds') return 'builds are made there, before they go where they belong: name another folder';
  if (folder.split(sep).some((name) => name.toLowerCase() === '.git')) return 'a folder of Git’s lies there: name another one';
  if (!existsSync(folder)) {
    const above = nearestAbove(folder);
    return statSync(above).isDirectory() ? undefined : `${above} is a file: name a folder`;
  }
  if (!statSync(folder).isDirectory()) return 'it is a file: name a folder';
  const list = join(folder, listName);
  const made = new Set([listName, ...(existsSync(list) ? readFileSync(list, 'utf8').split('\n') : [])]);
  const foreign = filesIn(folder).find((file) => !made.has(file) && !litter.includes(basename(file)));
  if (foreign === undefined) return undefined;
  return `it holds ${foreign}, which no build put there, and a build takes the place of all that is in its folder: name a new or an empty folder, or move away what is there`;
}

const nearestAbove = (path: string): string => (existsSync(path) ? path : nearestAbove(dirname(path)));

/** The folder that OUT_DIR names. Throws where a build may not go there. */
export function outFolder(named: string, root: string): string {
  const folder = realPath(resolve(root, named));
  const objection = objectionTo(folder, realPath(resolve(root)));
  if (objection === undefined) return folder;
  const error = new Error(`OUT_DIR is "${named}": ${objection}`);
  error.stack = '';
  throw error;
}

/** Puts what was made in one folder in place of another. */
export function putInPlace(made: string, folder: string): void {
  writeFileSync(join(made, listName), `${filesIn(made).join('\n')}\n`);
  mkdirSync(dirname(folder), { recursive: true });
  const beside = (what: string): string => join(dirname(folder), `.${basename(folder)}.${process.pid}.${what}`);
  const [next, last] = [beside('new'), beside('old')];
  for (const rest of [next, last]) rmSync(rest, { recursive: true, force: true });
  move(made, next);
  try {
    swap(next, last, folder);
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    if (codeOf(error) !== 'EBUSY') throw error;
    throw new Error(`${folder} can’t be replaced, since a disk begins there or something holds it: name a folder inside it`, {
      cause: error,
    });
  }
  rmSync(last, { recursive: true, force: true });
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    // On another disk it can't be renamed to.
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true, force: true });
  }
}

/** Nothing comes between its two steps but another build, or the end of the machine. */
function swap(next: string, last: string, folder: string): void {
  for (;;) {
    try {
      renameSync(folder, last);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
    try {
      renameSync(next, folder);
      return;
    } catch (error) {
      // Another build has put its own there in between: that gives way in turn.
      const cameBetween = ['ENOTEMPTY', 'EEXIST'].includes(String(codeOf(error)));
      if (cameBetween) rmSync(last, { recursive: true, force: true });
      else if (existsSync(last)) renameSync(last, folder);
      if (!cameBetween) throw error;
    }
  }
}

const isRunning = (id: number): boolean => {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** Milliseconds. Somebody may build the same checkout in a container, whose processes are not seen here. */
const longest = 3_600_000;

/** A place to make a build in. What builds that were stopped have left in its parent is cleared away. */
export function placeToBuild(parent: string): string {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const process = /^(\d+)-\d+$/.exec(name)?.[1];
    const path = join(parent, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (process !== undefined && age > longest && !isRunning(Number(process))) rmSync(path, { recursive: true, force: true });
  }
  let count = 0;
  while (existsSync(join(parent, `${process.pid}-${count}`))) count += 1;
  const place = join(parent, `${process.pid}-${count}`);
  mkdirSync(place);
  return place;
}
