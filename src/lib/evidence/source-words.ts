/** How sources are sorted and spoken of: their kinds, and how each was read. */
import type { Source } from '../written/schema.ts';

export const kindTitles: Readonly<Record<Source['kind'], string>> = {
  official: 'Official pages',
  terms: 'Terms and policies',
  study: 'Studies',
  measurement: 'Counted or looked up by us',
  press: 'Press',
  guide: 'Guides, blogs and sellers',
  code: 'Code written against the live site',
};

export const readWords: Readonly<Record<Source['read'], string>> = {
  original: 'Read in the original',
  archive: 'Read in an archive',
  copy: 'Read as a copy on another site',
  reported: 'Known only from what others report',
};
