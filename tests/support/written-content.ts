/** Everything written, as the content check reads it. */
import { fileURLToPath } from 'node:url';
import { checkContent } from '../../src/lib/check/check.ts';
import { readContentFiles } from '../../src/lib/written/files.ts';

export const writtenContent = checkContent(
  readContentFiles(fileURLToPath(new URL('../../src/content/', import.meta.url))),
  '2026-11-22',
).content;
