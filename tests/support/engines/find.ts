/** Which other browsers are here, and how any program is looked for. None is ever downloaded; CONTRIBUTING.md says how they come. */
import { existsSync } from 'node:fs';

interface Known {
  readonly name: string;
  /** Says where it is, where it lies elsewhere. */
  readonly variable: string;
  readonly usual: readonly string[];
  /** What it can't do without, beside itself. */
  readonly needs?: () => boolean;
}

const known = {
  firefox: {
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    usual: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
  webkit: {
    name: 'WebKit',
    variable: 'WEBKIT_DRIVER_PATH',
    usual: ['/usr/bin/WebKitWebDriver'],
    // It has no mode without a display.
    needs: () => Boolean(process.env['DISPLAY']) || existsSync('/usr/bin/Xvfb'),
  },
  // The headless shell that comes with the packages keeps no page.
  chromium: {
    name: 'a whole Chromium',
    variable: 'CHROMIUM_PATH',
    usual: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/usr/bin/chromium', '/usr/bin/google-chrome'],
  },
} satisfies Record<string, Known>;

/** Where a program is; undefined where it is not here. Throws where a variable names a file that is not there. */
export function find({ variable, usual, needs }: Known): string | undefined {
  const chosen = process.env[variable];
  if (chosen && !existsSync(chosen)) throw new Error(`${variable} names ${chosen}, and there is no such file: mend the path, or unset it.`);
  return needs?.() === false ? undefined : chosen || usual.find((path) => existsSync(path));
}

/** Where Firefox is, WebKit's driver, and a Chromium with all its parts. */
export const firefoxPath = find(known.firefox);
export const webKitDriverPath = find(known.webkit);
export const wholeChromiumPath = find(known.chromium);

/** The names of those that are not here. */
export const missing: readonly string[] = Object.values(known)
  .filter((engine) => find(engine) === undefined)
  .map(({ name }) => name);
