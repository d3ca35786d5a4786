/** The words that the search knows, for when somebody has mistyped one. */
import type { ContentFiles } from '../written/files.ts';
import { readSearchWords } from './words.ts';

/** So many make about 2.6 kB on the wire. */
const most = 1000;

/** What people read or search with, without the claims' sources, which hold the words of others. */
const isRead = (path: string): boolean => /^(guides|checklists|tips|questions|evidence\/claims)\//.test(path);

const wordsOf = (text: string): string[] =>
  text
    .replaceAll(/['’]/g, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? [];

/** In the order of the alphabet. Those that stand in the most files are taken, and all synonyms. */
export function knownWords(files: ContentFiles): string[] {
  const { groups, stop } = readSearchWords(files.get('synonyms.yaml') ?? '');
  const synonyms = groups.flatMap(({ ours, theirs }) => [...ours, ...theirs]).flatMap(wordsOf);
  const dropped = new Set([...stop, ...synonyms]);
  const inFiles = new Map<string, number>();
  for (const [path, text] of files) {
    if (!isRead(path)) continue;
    // Without tags, names of buttons and claims, and addresses.
    const prose = text.replaceAll(/<[^>]*>|\{[^}]*\}|\]\([^)]*\)|https?:\S+|[\w-]*[/_.][\w/_-]+/g, ' ');
    for (const word of new Set(wordsOf(prose))) {
      if (/^[a-z]{4,}$/.test(word) && !dropped.has(word)) inFiles.set(word, (inFiles.get(word) ?? 0) + 1);
    }
  }
  const byUse = Array.from(inFiles).sort(([, one], [, other]) => other - one);
  const known = [...synonyms.filter((word) => !stop.includes(word)), ...byUse.map(([word]) => word)];
  return [...new Set(known)].slice(0, most).sort();
}
