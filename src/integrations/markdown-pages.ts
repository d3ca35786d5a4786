/**
 * Lays each guide, checklist and page of questions beside itself as Markdown, for machines that read: "/remove/one-connection.md" beside "/remove/one-connection/". It is made of the page
 * that readers get, so that it says nothing else.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readOnce } from '../lib/check/read-once.ts';
import { datesInWords } from '../lib/evidence/dates-in-words.ts';
import { newestSource } from '../lib/evidence/verdicts.ts';
import { markdownOf, type ClaimInWords } from '../lib/markdown/from-page.ts';
import { hasMarkdown, markdownPath } from '../lib/markdown/markdown-path.ts';
import { createWording } from '../lib/markdown/wording.ts';
import { site, textLicence } from '../lib/site/site.ts';
import { required } from '../lib/written/required.ts';
import type { Content } from '../lib/written/reading.ts';
import { addressOf, htmlFilesIn } from './html-files.ts';

export function markdownPages(): AstroIntegration {
  let contentFolder: string;
  let base = '';
  let origin = '';
  return {
    name: 'markdown-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        contentFolder = fileURLToPath(new URL('content/', config.srcDir));
        base = config.base.replace(/\/$/, '');
        origin = config.site ? new URL(config.site).origin : '';
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const claims = await claimsInWords(readOnce(contentFolder).content);
        let count = 0;
        // One after the other: as trees, thousands of pages are more than fit into memory.
        for (const file of await htmlFilesIn(folder)) {
          const html = await readFile(file, 'utf8');
          const [, kind] = /<html[^>]* data-kind="([^"]*)"/.exec(html) ?? [];
          if (!hasMarkdown(kind)) continue;
          const path = addressOf(file, folder);
          const address = `${origin}${base}${path}`;
          const markdown = markdownOf(html, { address, origin, claimAt: (id) => required(claims, id, 'claim') });
          await writeFile(join(folder, markdownPath(path)), `${markdown}\n${origins(address, `${origin}${base}/`)}\n`);
          count += 1;
        }
        logger.info(`${count} pages can be read as Markdown too.`);
      },
    },
  };
}

/** Whoever reads only this is to know whose words they are, and where people find them. */
const origins = (page: string, home: string): string =>
  `From [this page](${page}) of [${site.name}](${home}), which is independent of LinkedIn. Text under [CC BY 4.0](${textLicence}).`;

async function claimsInWords({ claims, sources, interface: names }: Content): Promise<Map<string, ClaimInWords>> {
  const wording = await createWording({ interface: names, claims, base: '/' });
  const told = new Map<string, ClaimInWords>();
  for (const claim of claims.values())
    told.set(claim.id, {
      verdict: claim.verdict,
      statement: await wording.plainText(claim.statement),
      dates: datesInWords(claim, newestSource(claim, sources)),
    });
  return told;
}
