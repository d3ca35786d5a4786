/** Loaded ahead of a build: counts how often each file of src/content/ is read, and writes that into the file that READS_FILE names. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const counts = new Map<string, number>();

function count(file: unknown): void {
  const [, path] = /src\/content\/(.+)$/.exec(file instanceof URL ? file.pathname : String(file)) ?? [];
  if (path !== undefined) counts.set(path, (counts.get(path) ?? 0) + 1);
}

/** The same function, which counts. */
const counting = <Read extends (...given: never[]) => unknown>(read: Read): Read =>
  ((...given: Parameters<Read>) => {
    count(given[0]);
    return read(...given);
  }) as Read;

fs.readFileSync = counting(fs.readFileSync);
fs.promises.readFile = counting(fs.promises.readFile);
syncBuiltinESMExports();

const file = process.env['READS_FILE'];
process.on('exit', () => {
  if (file) fs.writeFileSync(file, JSON.stringify(Object.fromEntries(counts)));
});
