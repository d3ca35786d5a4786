/** Builds words that are written by hand into the scripts of the search that import them. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { wordsOf } from '../islands/search/query.ts';
import { readOnce } from '../lib/check/read-once.ts';
import { knownWords } from '../lib/search/known-words.ts';
import type { Content } from '../lib/written/reading.ts';
import type { SearchWords } from '../lib/written/schema.ts';

/** Modules that are made of what is written; virtual-modules.d.ts says what they export. */
const modules: Readonly<Record<string, (content: Content) => string>> = {
  'virtual:search-words': ({ searchWords, firstThings }) =>
    wordsAsModule(searchWords) + asModule({ firstThings: firstThings.map(({ label, guide }) => ({ label, path: `/${guide}/` })) }),
  'virtual:known-words': (content) => asModule({ known: knownWords(content, wordsOf).join(' ') }),
};

/** As text that is taken apart when the script starts: a tenth lighter than lists of words, and everybody who searches loads it. */
function wordsAsModule({ groups, stop }: SearchWords): string {
  const text = JSON.stringify(groups.map(({ ours, theirs }) => `${ours.join()}:${theirs.join()}`).join('|'));
  return `const list = (text) => text.split(',');
    const group = (text) => { const [ours, theirs] = text.split(':'); return { ours: list(ours), theirs: list(theirs) }; };
    export const words = { groups: ${text}.split('|').map(group), stop: list(${JSON.stringify(stop.join())}) };`;
}

const asModule = (exported: Readonly<Record<string, unknown>>): string =>
  Object.entries(exported)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join(' ');

export function searchWords(): AstroIntegration {
  return {
    name: 'search-words',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const folder = fileURLToPath(new URL('content/', config.srcDir));
        const made = {
          name: 'search-words',
          resolveId: (id: string) => (id in modules ? `\0${id}` : undefined),
          load(id: string) {
            const make = id.startsWith('\0') ? modules[id.slice(1)] : undefined;
            return make?.(readOnce(folder).content);
          },
        };
        updateConfig({ vite: { plugins: [made] } });
      },
    },
  };
}
