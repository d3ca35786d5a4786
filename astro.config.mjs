import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { mdxComponents } from './src/components/mdx.ts';
import { scriptsAsText } from './src/integrations/bundled-scripts.ts';
import { compressedCopies } from './src/integrations/compressed-copies.ts';
import { buildBeside } from './src/integrations/in-place.ts';
import { finishedPages } from './src/integrations/finished-pages.ts';
import { handbookFile } from './src/integrations/handbook-file.ts';
import { headersForHosts } from './src/integrations/host-headers.ts';
import { leanImports } from './src/integrations/lean-imports.ts';
import { markdownPages } from './src/integrations/markdown-pages.ts';
import { offline } from './src/integrations/offline.ts';
import { pagePolicy } from './src/integrations/page-policy.ts';
import { quietLog } from './src/integrations/quiet-log.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { securityContact } from './src/integrations/security-txt.ts';
import { firstThings } from './src/integrations/first-things.ts';
import { siteAddress } from './src/integrations/site-address.ts';
import { waysApart } from './src/integrations/ways-apart.ts';
import { codeToClasses } from './src/lib/markdown/code-classes.ts';
import { imports } from './src/lib/markdown/imports.ts';
import { links } from './src/lib/markdown/links.ts';
import { loneSentences } from './src/lib/markdown/lone-sentences.ts';
import { scrollable } from './src/lib/markdown/scrollable.ts';
import { readableTables } from './src/lib/markdown/tables.ts';
import { useReadablePath } from './src/lib/plain-path.ts';
import { settings } from './src/lib/settings.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
useReadablePath(root);
const { site, base, folder, isPrecompressed, offline: isOffline } = settings();
const [buildFirst, buildLast] = buildBeside(folder);

export default defineConfig({
  ...(site && { site }),
  base,
  outDir: folder,
  trailingSlash: 'always',
  // HTML and style in one response: a reading page is meant to fit in one round trip.
  build: { format: 'directory', inlineStylesheets: 'always' },
  markdown: {
    processor: satteri({ mdastPlugins: [loneSentences], hastPlugins: [links(base), readableTables, scrollable, imports(mdxComponents)] }),
    shikiConfig: { theme: 'css-variables', transformers: [codeToClasses] },
  },
  // The order matters: pages are written with their policy, a file is made of the handbook, the index is made of them, and what machines read, they are looked at, browsers
  // get a copy of all that, and only then it is put where the site is.
  integrations: [
    buildFirst,
    quietLog(),
    siteAddress(),
    mdx(),
    ...(site ? [sitemap({ filter: (address) => !address.endsWith('/search/') })] : []),
    firstThings(),
    leanImports(),
    scriptsAsText(),
    pagePolicy(),
    handbookFile(),
    searchIndex(),
    waysApart(),
    markdownPages(),
    finishedPages(),
    headersForHosts(),
    securityContact(),
    offline(isOffline),
    ...(isPrecompressed ? [compressedCopies()] : []),
    buildLast,
  ],
  // Scripts stay files, so that each can fail alone and none counts as part of a page.
  vite: { build: { assetsInlineLimit: 0 }, resolve: { preserveSymlinks: process.execArgv.includes('--preserve-symlinks') } },
});
