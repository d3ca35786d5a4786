/**
 * The settings of a build, which come from the environment: read and checked here, and nowhere else. What is wrong is told with name, value and cure
 * before anything is built, since most of it would only show in addresses that are published. An empty one counts as unset.
 */

interface Settings {
  /** Where the site will live: an origin, without a slash at its end. */
  readonly site: string | undefined;
  /** The path it lives under: "/", or "/loose-ties" without a slash at its end. */
  readonly base: string;
  /** Where errors are reported, without a slash at its end. */
  readonly repository: string | undefined;
  /** The moment that counts as now; undefined where the clock's does. */
  readonly milliseconds: number | undefined;
  /** Where the build goes, as it is given. */
  readonly folder: string;
  /** Whether compressed files are laid beside. */
  readonly isPrecompressed: boolean;
  /** Where holes are reported in private: an address that begins with "mailto:" or "https:". */
  readonly securityContact: string | undefined;
  /** Whether browsers keep a copy of the site, for use without a network. */
  readonly offline: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Says what is wrong with a value and what to write instead. */
class Refusal extends Error {}

const refuse = (cure: string): never => {
  throw new Refusal(cure);
};

const forms = 'write https:// and what follows it in the address bar';

/** An address of the web in its normal form. */
function webAddress(value: string, example: string): URL {
  const ssh = /^(?:ssh:\/\/)?[^/@\s]+@([^:/\s]+)[:/](.+)$/.exec(value);
  if (ssh) refuse(`this is an address for Git: write "https://${ssh[1] ?? ''}/${(ssh[2] ?? '').replace(/\.git$/, '')}"`);
  if (!/^https?:\/\/[^/]/i.test(value) || !URL.canParse(value)) refuse(`this is no address of the web: ${forms}, such as "${example}"`);
  const address = new URL(value);
  if (address.username || address.password) refuse('it holds a user’s name or password, which would stand in every page: leave that out');
  if (address.search || address.hash) refuse('it holds a “?” or “#”: leave out that and what follows');
  if (!/^[a-z0-9.-]+$|^\[[0-9a-f:.]+\]$/.test(address.hostname) || address.hostname.includes('..'))
    refuse(`"${address.hostname}" is no name of a host: ${forms}, such as "${example}"`);
  return address;
}

function siteFrom(value: string): string {
  const { origin, pathname } = webAddress(value, 'https://example.org');
  const path = pathname.replace(/\/+$/, '');
  if (path !== '') refuse(`the path belongs in another setting: write SITE_URL=${origin} and BASE_PATH=${path}`);
  return origin;
}

function baseFrom(value: string): string {
  const path = value.replace(/(?!^)\/$/, '');
  const segments = path.slice(1).split('/');
  const isPath =
    path === '/' || (path.startsWith('/') && segments.every((segment) => /^[\w.~-]+$/.test(segment) && !/^\.\.?$/.test(segment)));
  if (!isPath)
    refuse('write "/" and the path, such as "/loose-ties": Latin letters, digits, “-”, “_”, “.” and “~”, with single slashes between');
  return path;
}

function repositoryFrom(value: string): string {
  const example = 'https://github.com/owner/name';
  const { origin, pathname } = webAddress(value, example);
  const path = pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  if (!/^(\/[^/]+){2,}$/.test(path)) refuse(`it names a host and no repository on it: write it whole, such as "${example}"`);
  return `${origin}${path}`;
}

/** The end of the year 9999: with a fifth digit, days are no longer in the order of their letters. */
const lastSecond = 253_402_300_799;

function momentFrom(value: string): number {
  if (!/^\d+$/.test(value)) refuse('give whole seconds since 1970, or unset it');
  if (Number(value) > lastSecond) refuse('this lies after the year 9999: give seconds since 1970, not milliseconds, or unset it');
  return Number(value) * 1000;
}

function folderFrom(value: string): string {
  if (/[\0\n\r]/.test(value)) refuse('it holds a line end: write the name of a folder');
  return value;
}

function switchFrom(value: string): true {
  if (value !== 'on') refuse('write "on", or unset it');
  return true;
}

/** Letters of RFC 3986 alone, since it stands in a line of its own. */
function contactFrom(value: string): string {
  const isMail = /^mailto:[\w.!#$&'*+/=^`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(value);
  const isPage = /^https:\/\/[a-z0-9]/i.test(value) && URL.canParse(value) && !/[^!-~]/.test(value);
  if (!isMail && !isPage) refuse('write "mailto:security@example.org", or "https://" and the address of a page that says how');
  return isPage ? webContact(value) : value;
}

function webContact(value: string): string {
  const { username, password, href } = new URL(value);
  if (username || password) refuse('it holds a user’s name or password, which everybody could read: leave that out');
  return href;
}

function offlineFrom(value: string): boolean {
  if (value !== 'on' && value !== 'off') refuse('write "off", or "on" as if it were unset');
  return value === 'on';
}

/** Throws with everything that is wrong. */
export function settingsOf(environment: Environment): Settings {
  const wrong: string[] = [];
  const read = <Value>(name: string, from: (value: string) => Value): Value | undefined => {
    const value = environment[name];
    if (!value) return undefined;
    try {
      return from(value);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      wrong.push(`${name} is "${value}": ${error.message}`);
      return undefined;
    }
  };
  const settings = {
    site: read('SITE_URL', siteFrom),
    base: read('BASE_PATH', baseFrom) ?? '/',
    repository: read('REPOSITORY_URL', repositoryFrom),
    milliseconds: read('SOURCE_DATE_EPOCH', momentFrom),
    folder: read('OUT_DIR', folderFrom) ?? 'dist',
    isPrecompressed: read('PRECOMPRESS', switchFrom) ?? false,
    securityContact: read('SECURITY_CONTACT', contactFrom),
    offline: read('OFFLINE', offlineFrom) ?? true,
  };
  if (wrong.length === 0) return settings;
  const error = new Error(wrong.join('\n'));
  // Where in our code it was found says nothing to whoever set it.
  error.stack = '';
  throw error;
}

/** Those of this process. */
export const settings = (): Settings => settingsOf(process.env);
