/** Lets a monkey loose on each island for long: `npm run bench:monkey`, or `npm run bench:monkey -- 500 7 lt-forget lt-plan` for fewer steps, another seed and some islands alone. */
import { openBrowser } from '../support/browser.ts';
import { build, serve } from '../support/build-and-serve.ts';
import { letLoose, walks } from '../support/monkey.ts';
import { plain } from '../support/variants.ts';

const [steps = '10000', seed = '1', ...names] = process.argv.slice(2);
const unknown = names.filter((name) => walks.every(({ island }) => island !== name));
if (unknown.length > 0)
  throw new Error(`No island is called ${unknown.join(' or ')}: there are ${walks.map(({ island }) => island).join(', ')}.`);
/** Each begins anew after so many, in a browser that keeps nothing yet. */
const stride = 250;

const variant = plain('bench');
await build(variant);
const site = await serve(variant);
const browser = await openBrowser();
for (const walk of walks.filter(({ island }) => names.length === 0 || names.includes(island))) {
  const started = performance.now();
  let faults = 0;
  for (let done = 0; done < Number(steps); done += stride) {
    const context = await browser.newContext({ baseURL: site.address });
    context.setDefaultTimeout(60_000);
    await letLoose(context, walk, { seed: Number(seed) + done, steps: Math.min(stride, Number(steps) - done) }).catch((fault: unknown) => {
      // At once: a walk that waits in vain is a long one.
      console.log(`  ${walk.island}: ${String(fault)}`);
      faults += 1;
      process.exitCode = 1;
    });
    await context.close();
  }
  console.log(
    `${walk.island.padEnd(18)} ${steps} interactions in ${((performance.now() - started) / 1000).toFixed(0)} s, ${faults} faults`,
  );
}
await browser.close();
await site.stop();
