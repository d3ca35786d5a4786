/** Builds a site and measures what that takes. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../support/build-and-serve.ts';
import { plain, root } from '../support/variants.ts';

export interface BuildCost {
  /** Where the built site is. */
  readonly folder: string;
  readonly seconds: number;
  /** Of all cores together, Pagefind's process included. NaN where the system has no /proc. */
  readonly processorSeconds: number;
  /** Bytes of memory that all its processes held at once, at most, as seen every tenth of a second. NaN where the system has no /proc. */
  readonly memory: number;
}

const pageSize = 4096;
const ticksPerSecond = 100;

/** What the processes of a group hold at the moment, and have used so far, by their ids. */
function processesOf(group: number): Map<number, { readonly memory: number; readonly ticks: number }> {
  const found = new Map<number, { memory: number; ticks: number }>();
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      // What stands before is the name of the program, in which anything can stand.
      const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
        .map(Number);
      if (fields[2] !== group) continue;
      found.set(Number(id), { memory: (fields[21] ?? 0) * pageSize, ticks: (fields[11] ?? 0) + (fields[12] ?? 0) });
    } catch {
      // It ended meanwhile.
    }
  }
  return found;
}

const hasProc = process.platform === 'linux';

/**
 * Builds what lies in a folder, as `npm run build` does. `heap` is how many megabytes Node may take for objects: on a large machine it would take more without needing
 * them. Throws with what the build said where it fails.
 */
export async function measuredBuild(from: string, heap: number): Promise<BuildCost> {
  const folder = join(from, 'dist');
  const started = performance.now();
  const building = spawn(process.execPath, [`--max-old-space-size=${heap}`, join(root, 'scripts/build.ts')], {
    cwd: from,
    env: { ...process.env, NODE_ENV: 'production', ...environment({ ...plain('growth'), folder }) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const said: string[] = [];
  for (const stream of [building.stdout, building.stderr]) stream.on('data', (part: Buffer) => said.push(part.toString()));
  const used = new Map<number, number>();
  let memory = 0;
  const look = (): void => {
    const processes = processesOf(building.pid ?? 0);
    for (const [id, { ticks }] of processes) used.set(id, ticks);
    memory = Math.max(
      memory,
      [...processes.values()].reduce((sum, one) => sum + one.memory, 0),
    );
  };
  const looking = hasProc ? setInterval(look, 100) : undefined;
  const code = await new Promise((resolve) => building.on('close', resolve));
  clearInterval(looking);
  if (code !== 0) throw new Error(`The site could not be built:\n${said.join('').slice(-4000)}`);
  const ticks = [...used.values()].reduce((sum, one) => sum + one, 0);
  return {
    folder,
    seconds: (performance.now() - started) / 1000,
    processorSeconds: hasProc ? ticks / ticksPerSecond : NaN,
    memory: hasProc ? memory : NaN,
  };
}
