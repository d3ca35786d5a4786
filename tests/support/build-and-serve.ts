/** Builds the site as `npm run build` does, and serves it as `npm run preview` does. */
import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { preview } from 'astro';
import { listName } from '../../src/lib/out-folder.ts';
import { root, type Variant } from './variants.ts';

export const environment = ({ folder, base, origin, repository, day, contact, isPrecompressed }: Variant): Record<string, string> => ({
  OUT_DIR: folder,
  BASE_PATH: base,
  SITE_URL: origin,
  REPOSITORY_URL: repository,
  SECURITY_CONTACT: contact ?? '',
  PRECOMPRESS: isPrecompressed ? 'on' : '',
  ...(day && { SOURCE_DATE_EPOCH: String(Date.parse(day) / 1000) }),
  ASTRO_TELEMETRY_DISABLED: '1',
});

/**
 * How Astro is started here. A process of Node's now and then never ends, where its own threads still compile while it exits
 * (https://github.com/nodejs/node/issues/54918): among hundreds of builds that would be one of ours, so that these have none.
 */
export const astroCommand: readonly string[] = ['--single-threaded', join(root, 'node_modules/astro/bin/astro.mjs')];

/** Builds what lies in the folder `from`, with more environment where that is given. Returns what the build printed, and throws with it where the build fails. */
export async function build(variant: Variant, from = root, more: Readonly<Record<string, string>> = {}): Promise<string> {
  // Our own scratch, from before builds listed what they made.
  if (variant.folder.startsWith(join(root, '.cache/')) && !existsSync(join(variant.folder, listName)))
    rmSync(variant.folder, { recursive: true, force: true });
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [...astroCommand, 'build'], {
      cwd: from,
      env: { ...process.env, NODE_ENV: 'production', ...environment(variant), ...more },
      maxBuffer: 2 ** 26,
    });
    return stdout + stderr;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`The site could not be built:\n${stdout}\n${stderr}`);
  }
}

export interface Served {
  /** Without a slash at its end. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

export async function serve({ folder, base }: Pick<Variant, 'folder' | 'base'>): Promise<Served> {
  // Said here and not in the environment, which whatever runs after this would inherit.
  const server = await preview({ root, base, outDir: folder, logLevel: 'silent', server: { host: '127.0.0.1', port: 0 } });
  return { address: `http://127.0.0.1:${server.port}${base === '/' ? '' : base}`, stop: () => server.stop() };
}
