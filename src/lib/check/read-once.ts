/** Everything written, read and checked once for a whole build, whoever asks. */
import { buildDay } from '../dates.ts';
import { readContentFiles, type ContentFiles } from '../written/files.ts';
import type { Problem } from '../written/problems.ts';
import type { Content } from '../written/reading.ts';
import { checkContent } from './check.ts';

export interface Reading {
  readonly files: ContentFiles;
  readonly content: Content;
  readonly problems: readonly Problem[];
}

/**
 * By folder. Kept by the process: Astro evaluates content.config.ts apart from the integrations, so each has its own copy of
 * this module, and a variable of it would be two.
 */
const shared = globalThis as { looseTiesReadings?: Map<string, Reading> };
const readings = (shared.looseTiesReadings ??= new Map<string, Reading>());

/** `folder` is the path of `src/content/`. What was read before counts, whatever has changed since. */
export function readOnce(folder: string): Reading {
  return readings.get(folder) ?? readAgain(folder);
}

/** For when something has changed. */
export function readAgain(folder: string): Reading {
  const files = readContentFiles(folder);
  const reading = { files, ...checkContent(files, buildDay()) };
  readings.set(folder, reading);
  return reading;
}
