/**
 * What happens to a build and to its pages as more is written: `npm run bench:growth`, or `npm run bench:growth -- 100 1000 5000` for other numbers of guides, and
 * `-- 1000 --stage remove` for all that is added in one stage, `--heap 1024` for less memory, `--keep` to look at what was built. Nothing here passes or fails: tests/site/growth.test.ts holds what must not grow.
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { laySources } from '../support/grown-site.ts';
import { measuredBuild } from './measured-build.ts';
import { rowsOf, type Row } from './growth-figures.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    stage: { type: 'string' },
    // Megabytes: as many as Node takes by itself on a machine of 4 GB.
    heap: { type: 'string', default: '2048' },
    keep: { type: 'boolean', default: false },
  },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [100, 1000];
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) throw new Error('Give numbers of guides, such as 100 1000');

const columns: (readonly Row[])[] = [];
for (const size of sizes) {
  console.error(`Building a site of ${size} guides …`);
  const folder = laySources(`guides-${size}`, { guides: size, ...(values.stage !== undefined && { stage: values.stage }) });
  const cost = await measuredBuild(folder, Number(values.heap));
  columns.push(await rowsOf(cost, size));
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
  // After each, since the next may take long.
  printTable();
}

function printTable(): void {
  console.log(
    `\n${''.padEnd(46)}${sizes
      .slice(0, columns.length)
      .map((size) => cell(`${size} guides`))
      .join(cell(''))}`,
  );
  for (const [at, { what }] of (columns[0] ?? []).entries()) {
    const figures = columns.map((rows) => rows[at]?.figure ?? 0);
    const cells = figures.flatMap((figure, index) => {
      const before = figures[index - 1];
      return [...(before ? [cell(`×${(figure / before).toFixed(2)}`)] : []), cell(asNumber(figure))];
    });
    console.log(what.padEnd(46) + cells.join(''));
  }
}

function asNumber(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}

function cell(text: string): string {
  return text.padStart(13);
}
