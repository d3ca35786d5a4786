/**
 * `npm run check:links`: asks every external address of the content whether it is still there. Started by a person or a schedule, never by CI: whether other
 * people's servers answer says nothing about a change of ours. Ends with 1 where an address fails that may not.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readContentFiles } from '../src/lib/written/files.ts';
import { externalAddressesIn } from '../src/lib/markdown/addresses-in-text.ts';
import { site } from '../src/lib/site/site.ts';
import { checkLinks, describeLinks } from './link-check.ts';
import { linkExceptions } from './link-exceptions.ts';

const places = new Map<string, string[]>();
for (const [file, text] of readContentFiles(fileURLToPath(new URL('../src/content/', import.meta.url)))) {
  for (const { address, line } of externalAddressesIn(text)) {
    places.set(address, [...(places.get(address) ?? []), `src/content/${file}:${line}`]);
  }
}
const secondsBetween = 2;
const results = await checkLinks([...places.keys()], {
  exceptions: linkExceptions,
  fetch,
  pause: () => wait(secondsBetween * 1000),
  timeLimit: 20_000,
  userAgent: `loose-ties-link-check${site.repository ? ` (+${site.repository})` : ''}`,
  hostsAtOnce: 6,
});
console.log(describeLinks(results, places));
process.exitCode = results.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
