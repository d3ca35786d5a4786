/**
 * What Lighthouse says of a page of each type, as of a phone on a simulated slow line: `npm run bench:lighthouse`, or
 * `npm run bench:lighthouse -- /tips/` for pages of one's choice. The site is sent as a good host sends it, compressed and with
 * the headers of its own `_headers`; with `--without-headers` as one sends it that does not read them.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
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
import { inWords, spreadOf } from './spread.ts';

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

/** What it says of speed differs from run to run with what else the machine does. */
const runs = 3;
const runsToCompare = 9;

const speed = ({ categories: { performance } }: Result): number => performance?.score ?? 0;

interface Asked {
  /** The run in the middle, by its mark for speed. */
  readonly median: Result;
  readonly speeds: readonly number[];
  /** Milliseconds. */
  readonly paints: readonly number[];
}

async function ask(address: string, config?: Config): Promise<Asked> {
  const results: Result[] = [];
  while (results.length < runs) results.push(await answer(address, config));
  return summary(results);
}

function summary(results: readonly Result[]): Asked {
  const bySpeed = results.toSorted((one, other) => speed(one) - speed(other));
  const median = bySpeed[Math.floor(bySpeed.length / 2)];
  if (!median) throw new Error('Nothing was asked');
  return { median, speeds: bySpeed.map(speed), paints: results.map(largestPaint) };
}

/** On a busy machine the recording of a page now and then fails, and Lighthouse says that it is to be asked again. Throws where that happens every time. */
async function answer(address: string, config?: Config): Promise<Result> {
  for (let failed = 0; ;) {
    const { lhr: result } = (await askOnce(address, config)) ?? {};
    if (result && !result.runtimeError) return result;
    if (++failed === runs) throw new Error(`${address} can't be looked at: ${result?.runtimeError?.message ?? 'Lighthouse says nothing'}`);
  }
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

function print(name: string, { median, speeds, paints }: Asked): void {
  const marks = categories.map((category) => String(inHundred(median.categories[category]?.score)).padStart(4));
  const spread = speeds.some((one) => one !== speeds[0]) ? `, performance ${speeds.map(inHundred).join(', ')}` : '';
  console.log(`${marks.join(' ')}  ${inWords(paints).padStart(19)}  ${name}${spread}`);
  const weights = new Map(Object.values(median.categories).flatMap(({ auditRefs }) => auditRefs.map(({ id, weight }) => [id, weight])));
  for (const { id, score, title, explanation, displayValue } of Object.values(median.audits)) {
    if (score === null || score === 1 || !weights.has(id)) continue;
    const notes = [displayValue, explanation, weights.get(id) === 0 && 'counts for nothing'].filter(Boolean).join('; ');
    console.log(`${' '.repeat(42)}${inHundred(score)}: ${title}${notes && ` (${notes})`}`);
  }
}

const { values, positionals: chosen } = parseArgs({ allowPositionals: true, options: { 'without-headers': { type: 'boolean' } } });
const variant = plain('bench');
await build(variant);
const paths: readonly string[] = chosen.length > 0 ? chosen : ownPages;
const guide = ownPages[1];
const bareFolder = mkdtempSync(join(tmpdir(), 'bare-'));
writeFileSync(join(bareFolder, 'index.html'), barePage(readFileSync(fileAt(variant.folder, guide), 'utf8')));
const rules = values['without-headers'] ? [] : rulesIn(readFileSync(join(variant.folder, '_headers'), 'utf8'));
const [site, bareSite] = await Promise.all([serveCompressed(variant.folder, rules), serveCompressed(bareFolder, rules)]);
try {
  console.log(
    `Marks of Lighthouse for a phone, simulated, of ${runs} runs the one in the middle: performance, accessibility, best practices, search engines; LCP in ms.`,
  );
  console.log('Below each page what has less than full marks in it.\n');
  for (const path of paths) {
    const result = await ask(site.address + path);
    print(path, result);
    if (isRefused(result.median))
      print(`${path}, with robots.txt asked for outside the page`, await ask(site.address + path, askingFromOutside));
  }
  if (paths.includes(guide)) {
    // In turn, so that both meet the same machine.
    const ofGuide: Result[] = [];
    const ofBare: Result[] = [];
    for (let run = 0; run < runsToCompare; run++) {
      ofGuide.push(await answer(site.address + guide));
      ofBare.push(await answer(bareSite.address));
    }
    console.log(`\n${runsToCompare} runs in turn of ${guide} and of the same text as one bare HTML file, sent with the same headers:\n`);
    const [one, bare] = [summary(ofGuide), summary(ofBare)];
    print(guide, one);
    print('the bare file', bare);
    console.log(
      `\nThe LCP of the guide is ${(spreadOf(one.paints).median / spreadOf(bare.paints).median).toFixed(2)} times that of the bare file.`,
    );
  }
} finally {
  await Promise.all([site.stop(), bareSite.stop()]);
  rmSync(bareFolder, { recursive: true });
}
