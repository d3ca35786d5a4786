/** Before any test that looks at what is built: builds the site in both variants, each once, serves them, and has the browser ready. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestProject } from 'vitest/node';
import { findBrowser } from './browser.ts';
import { build, serve } from './build-and-serve.ts';
import { atPath, root, underBase } from './variants.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The path that the site is built for (vitest.config.ts). */
    base: string;
    /** Where the site is served, without a slash at its end. */
    site: string;
    /** The folder it was built into. */
    siteFolder: string;
    siteUnderBase: string;
    siteUnderBaseFolder: string;
    /** What its build printed. */
    siteUnderBasePrinted: string;
    /** The file that says how often that build read each file of src/content/. */
    reads: string;
  }
}

/**
 * A copy of all that the site is built from, with one position changed: the first article says the opposite of what it says, that the
 * removed person is not told. The copy is this run's alone, since others may run beside it.
 */
function changedCopy(): string {
  const copy = join(root, `.cache/changed-${process.pid}`);
  rmSync(copy, { recursive: true, force: true });
  for (const entry of readdirSync(root, { withFileTypes: true }))
    if (['src', 'public'].includes(entry.name) || (entry.isFile() && !entry.name.startsWith('.')))
      cpSync(join(root, entry.name), join(copy, entry.name), { recursive: true });
  const file = join(copy, 'src/content/evidence/claims/notified.yaml');
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(/(source: article-step-by-step\s+stance: )"yes"/, '$1"no"');
  if (changed === text) throw new Error('The claim "notified" has no position to change');
  writeFileSync(file, changed);
  return copy;
}

export default async function buildAndServeBoth(project: TestProject): Promise<() => Promise<void>> {
  const reads = join(root, `.cache/reads-${process.pid}.json`);
  const counting = { NODE_OPTIONS: `--import=${pathToFileURL(join(root, 'tests/support/count-reads.ts')).href}`, READS_FILE: reads };
  const copy = changedCopy();
  const looked = atPath(project.config.provide.base ?? '/');
  const [, printed] = await Promise.all([build(looked), build(underBase, copy, counting), findBrowser()]);
  const [main, based] = await Promise.all([serve(looked), serve(underBase)]);
  project.provide('site', main.address);
  project.provide('siteFolder', looked.folder);
  project.provide('siteUnderBase', based.address);
  project.provide('siteUnderBaseFolder', underBase.folder);
  project.provide('siteUnderBasePrinted', printed);
  project.provide('reads', reads);
  return async () => {
    await Promise.all([main.stop(), based.stop()]);
    rmSync(copy, { recursive: true, force: true });
    rmSync(reads, { force: true });
  };
}
