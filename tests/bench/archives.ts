/** Brings random and damaged files to the reader of archives, many times: `npm run bench:archives`, or `npm run bench:archives -- 500 7` for fewer and another seed. */
import { fuzzArchives } from '../support/archives-fuzz.ts';

const [runs = '10000', seed = '1'] = process.argv.slice(2);
const started = performance.now();
const ends = await fuzzArchives(Number(runs), Number(seed));
console.log(`${runs} archives in ${((performance.now() - started) / 1000).toFixed(0)} s. How they ended:`);
for (const [end, count] of Object.entries(ends)) console.log(`${String(count).padStart(7)}  ${end}`);
