/**
 * What Lighthouse says of a page of each type, as of a phone on a simulated slow line: `npm run bench:lighthouse`, or
 * `npm run bench:lighthouse -- /tips/` for pages of one's choice. The site is sent as a good host sends it, compressed and with
 * the headers of its own `_headers`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { defaultConfig, type Artifacts, type Config, type Gatherer, type Result, type RunnerResult } from 'lighthouse';
import RobotsTxt from 'lighthouse/core/gather/gatherers/seo/robots-txt.js';
import puppeteer from 'puppeteer-core';
import { rulesIn } from '../../src/lib/host-headers.ts';
import { build } from '../support/build-and-serve.ts';
import { findBrowser, quiet } from '../support/browser.ts';
import { wholeChromiumPath } from '../support/engines/find.ts';
import { fileAt } from '../support/site-files.ts';
import { plain } from '../support/variants.ts';
import { barePage } from './bare-page.ts';
import { ownPages } from './own-pages.ts';
import { serveCompressed } from './serve-compressed.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

/**
 * Asks for robots.txt outside the page, as Lighthouse does on Google's servers (PageSpeed Insights). Elsewhere it asks from within, where the policy of the page for sorting
 * connections refuses every request, that one too.
 */
class RobotsFromOutside extends RobotsTxt {
  override async getArtifact({ baseArtifacts }: Parameters<Gatherer['getArtifact']>[0]): Promise<Artifacts['RobotsTxt']> {
    const answer = await fetch(new URL('/robots.txt', baseArtifacts.URL.finalDisplayedUrl));
    return { status: answer.status, content: await answer.text() };
  }
}

const askingFromOutside: Config = {
  ...defaultConfig,
  artifacts: (defaultConfig.artifacts ?? []).map((artifact) =>
    artifact.id === 'RobotsTxt' ? { id: artifact.id, gatherer: { instance: new RobotsFromOutside() } } : artifact,
  ),
};

const executablePath = wholeChromiumPath ?? (await findBrowser());

/** Its marks for speed differ from run to run with what else the machine does. */
const runs = 3;

const speed = ({ categories: { performance } }: Result): number => performance?.score ?? 0;

interface Asked {
  /** The run in the middle, by its mark for speed. */
  readonly median: Result;
  readonly speeds: readonly number[];
}

/** On a busy machine the recording of a page now and then fails, and Lighthouse says that it is to be asked again. Throws where that happens as often as it answers. */
async function ask(address: string, config?: Config): Promise<Asked> {
  const results: Result[] = [];
  for (let failed = 0; results.length < runs;) {
    const { lhr: result } = (await askOnce(address, config)) ?? {};
    if (result && !result.runtimeError) results.push(result);
    else if (++failed === runs)
      throw new Error(`${address} can't be looked at: ${result?.runtimeError?.message ?? 'Lighthouse says nothing'}`);
  }
  results.sort((one, other) => speed(one) - speed(other));
  const median = results[Math.floor(runs / 2)];
  if (!median) throw new Error('Nothing was asked');
  return { median, speeds: results.map(speed) };
}

/** In a browser of its own, as when Lighthouse is started by hand. */
async function askOnce(address: string, config?: Config): Promise<RunnerResult | undefined> {
  const browser = await puppeteer.launch({
    executablePath,
    headless: wholeChromiumPath ? true : 'shell',
    args: quiet,
    defaultViewport: null,
  });
  try {
    const port = Number(new URL(browser.wsEndpoint()).port);
    return await lighthouse(address, { port, onlyCategories: categories, logLevel: 'error' }, config);
  } finally {
    await browser.close();
  }
}

const isRefused = ({ audits }: Result): boolean => audits['robots-txt']?.explanation?.includes('CSP violation') ?? false;

const largestPaint = ({ audits }: Result): number => audits['largest-contentful-paint']?.numericValue ?? 0;

const inHundred = (score: number | null | undefined): number => Math.round((score ?? 0) * 100);

function print(name: string, { median, speeds }: Asked): void {
  const marks = categories.map((category) => String(inHundred(median.categories[category]?.score)).padStart(4));
  const spread = speeds.some((one) => one !== speeds[0]) ? `, performance ${speeds.map(inHundred).join(', ')}` : '';
  console.log(`${marks.join(' ')}  ${String(Math.round(largestPaint(median))).padStart(6)}  ${name}${spread}`);
  const weights = new Map(Object.values(median.categories).flatMap(({ auditRefs }) => auditRefs.map(({ id, weight }) => [id, weight])));
  for (const { id, score, title, explanation, displayValue } of Object.values(median.audits)) {
    if (score === null || score === 1 || !weights.has(id)) continue;
    const notes = [displayValue, explanation, weights.get(id) === 0 && 'counts for nothing'].filter(Boolean).join('; ');
    console.log(`${' '.repeat(29)}${inHundred(score)}: ${title}${notes && ` (${notes})`}`);
  }
}

const variant = plain('bench');
await build(variant);
const chosen = process.argv.slice(2);
const paths: readonly string[] = chosen.length > 0 ? chosen : ownPages;
const guide = ownPages[1];
const bareFolder = mkdtempSync(join(tmpdir(), 'bare-'));
writeFileSync(join(bareFolder, 'index.html'), barePage(readFileSync(fileAt(variant.folder, guide), 'utf8')));
const rules = rulesIn(readFileSync(join(variant.folder, '_headers'), 'utf8'));
const [site, bareSite] = await Promise.all([serveCompressed(variant.folder, rules), serveCompressed(bareFolder)]);
try {
  console.log(
    `Marks of Lighthouse for a phone, simulated, of ${runs} runs the one in the middle: performance, accessibility, best practices, search engines; LCP in ms.`,
  );
  console.log('Below each page what has less than full marks in it.\n');
  let ofGuide: number | undefined;
  for (const path of paths) {
    const result = await ask(site.address + path);
    if (path === guide) ofGuide = largestPaint(result.median);
    print(path, result);
    if (isRefused(result.median))
      print(`${path}, with robots.txt asked for outside the page`, await ask(site.address + path, askingFromOutside));
  }
  if (ofGuide !== undefined) {
    const bare = largestPaint((await ask(bareSite.address)).median);
    console.log(
      `\nThe LCP of ${guide} is ${(ofGuide / bare).toFixed(2)} times the ${Math.round(bare)} ms of the same text as one bare HTML file.`,
    );
  }
} finally {
  await Promise.all([site.stop(), bareSite.stop()]);
  rmSync(bareFolder, { recursive: true });
}
