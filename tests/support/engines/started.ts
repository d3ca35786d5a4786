/** A program that is started for tests, and says where it listens. */
import { spawn, type ChildProcess } from 'node:child_process';

export interface Started {
  /** What it printed, as far as the pattern needs it. */
  readonly found: RegExpExecArray;
  readonly stop: () => Promise<void>;
}

interface Program {
  readonly path: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts it, and waits until it prints what is looked for. Throws with all it printed, where it ends before. */
export async function startProgram({ path, args, environment }: Program, lookFor: RegExp): Promise<Started> {
  const env = { ...process.env, ...environment };
  // Set by the Chromium from npm for itself: its libraries, and a folder with one font.
  for (const name of ['LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) Reflect.deleteProperty(env, name);
  // A group of its own, so that what it starts ends with it.
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env });
  const ended = new Promise<void>((resolve) => child.once('close', resolve));
  const end = (): void => {
    endGroup(child);
  };
  process.once('exit', end);
  const found = await new Promise<RegExpExecArray>((resolve, reject) => {
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        const match = lookFor.exec(printed);
        if (match) resolve(match);
      });
    child.once('error', reject);
    child.once('close', () => {
      reject(new Error(`${path} ended before it was ready:\n${printed}`));
    });
  });
  return {
    found,
    async stop() {
      process.off('exit', end);
      end();
      await ended;
    },
  };
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Gone by itself in the meantime.
  }
}
