/** Builds the site twice, at the root with an address and a repository of its own and below a base path without either, and serves both. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { preview } from 'astro';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the site is served, without a slash at its end. */
    site: string;
    /** The folder it was built into. */
    siteFolder: string;
    siteUnderBase: string;
    siteUnderBaseFolder: string;
  }
}

const root = fileURLToPath(new URL('../../', import.meta.url));
/** 22 November 2026, so that what tests see does not change with the day they run. */
export const testEpoch = '1795305600';
export const testOrigin = 'https://loose-ties.example';
export const testRepository = 'https://code.example/somebody/loose-ties';

export interface Variant {
  readonly folder: string;
  readonly base: string;
  readonly origin: string;
  /** Where errors are reported; empty where nobody has said. */
  readonly repository: string;
}
const atRoot: Variant = { folder: '.cache/site', base: '/', origin: testOrigin, repository: testRepository };
const underBase: Variant = { folder: '.cache/site-under-base', base: '/under/base', origin: '', repository: '' };

const environment = ({ folder, base, origin, repository }: Variant): Record<string, string> => ({
  OUT_DIR: folder,
  BASE_PATH: base,
  SITE_URL: origin,
  REPOSITORY_URL: repository,
  SOURCE_DATE_EPOCH: testEpoch,
  ASTRO_TELEMETRY_DISABLED: '1',
});

export async function build(variant: Variant): Promise<void> {
  const astro = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));
  try {
    await promisify(execFile)(process.execPath, [astro, 'build'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', ...environment(variant) },
      maxBuffer: 2 ** 26,
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`The site could not be built:\n${stdout}\n${stderr}`);
  }
}

/** Returns where it is served, without a slash at its end, and what ends that. */
export async function serve(variant: Variant): Promise<{ address: string; stop: () => Promise<void> }> {
  Object.assign(process.env, environment(variant));
  const server = await preview({ root, logLevel: 'silent', server: { host: '127.0.0.1', port: 4610 } });
  const path = variant.base === '/' ? '' : variant.base;
  return { address: `http://127.0.0.1:${server.port}${path}`, stop: () => server.stop() };
}

export default async function buildAndServe(project: TestProject): Promise<() => Promise<void>> {
  await build(atRoot);
  await build(underBase);
  const main = await serve(atRoot);
  const based = await serve(underBase);
  project.provide('site', main.address);
  project.provide('siteFolder', `${root}${atRoot.folder}`);
  project.provide('siteUnderBase', based.address);
  project.provide('siteUnderBaseFolder', `${root}${underBase.folder}`);
  return async () => {
    await main.stop();
    await based.stop();
  };
}
