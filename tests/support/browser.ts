/** A real Chromium for the tests. None is ever downloaded: on Linux it comes inside an npm package, elsewhere an installed one is used. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

// Not the arguments its package proposes: they switch web security off, and every test of the content policy would pass for nothing.
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
];

/**
 * Where the browser is. On Linux it is unpacked at the first call, and no other process may start it before that is done ("text file busy"):
 * call this once before there are several.
 */
export async function findBrowser(): Promise<string> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return chosen;
  if (process.platform === 'linux' && process.arch === 'x64') {
    // Read when the package is imported: it then unpacks the libraries and the font that a bare machine lacks.
    process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
    const { default: packaged } = await import('@sparticuz/chromium');
    return packaged.executablePath();
  }
  const found = installed.find((path) => existsSync(path));
  if (!found) throw new Error('No Chromium was found: install Google Chrome, or set CHROMIUM_PATH to a Chromium of yours.');
  return found;
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: quiet });
}
