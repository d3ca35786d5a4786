/** The copy of the site that a browser keeps, so that it works without a network: what belongs to it, and what takes it away again. */

/** Bytes of the whole copy as hosts send it (brotli of quality 6), at most. */
export const mostBytes = 1_500_000;

/** What no reader opens here: pictures for other sites and for systems, data and texts for machines, what hosts and search engines read, files to save. */
const leftOut = [
  /^cards\//,
  /\.png$/,
  /^evidence(\.schema)?\.json$/,
  /^evidence\/places\.json$/,
  // To be saved by whoever wants it: the page it is made of is in the copy, so that every page is.
  /^loose-ties(-\d+)?\.html$/,
  /^_headers$/,
  /^robots\.txt$/,
  /^llms\.txt$/,
  /\.md$/,
  /\.ics$/,
  /^changes\.xml$/,
  /^sitemap.*\.xml$/,
  /^sw\.js$/,
  /^\./,
];

/** `file` is a path in the folder of the build, with forward slashes. */
export const isInCopy = (file: string): boolean => !leftOut.some((left) => left.test(file));

/** Pagefind has compressed its index itself. */
export const isCompressed = (file: string): boolean => /\.(pagefind|pf_\w+)$/.test(file);

/** The address of a file of the build, from that of the worker beside it. Pages are asked for as readers ask: some hosts send others elsewhere. */
export const addressInCopy = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1') || './';

/** A file that may be kept: its path in the folder of the build, with forward slashes, and its bytes as sent. */
export interface CopiedFile {
  readonly url: string;
  readonly bytes: number;
}

const isPage = (url: string): boolean => /(^|\/)index\.html$/.test(url);
/** A page after the first of a list. */
const isLaterPage = (url: string): boolean => /\/\d+\/index\.html$/.test(url);

const bytesOf = (files: readonly CopiedFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * What is kept of these: all of it where there is room; else not the index of the whole text; and where that is not enough, only the pages for which there is room,
 * those of the lowest `importance` first (by addresses below the base path). A page of the site's own that nobody ranks comes before those, a later page of a list
 * after them. What every page needs is always kept.
 */
export function fittingCopy<File extends CopiedFile>(
  files: readonly File[],
  importance: ReadonlyMap<string, number>,
  most = mostBytes,
): File[] {
  if (bytesOf(files) <= most) return [...files];
  const withoutText = files.filter(({ url }) => !url.startsWith('pagefind/'));
  const place = ({ url }: CopiedFile): number =>
    importance.get(`/${url.replace(/index\.html$/, '')}`) ?? (isLaterPage(url) ? Infinity : -1);
  const needed = withoutText.filter(({ url }) => !isPage(url));
  const pages = withoutText
    .filter(({ url }) => isPage(url))
    .sort((one, other) => (place(one) < place(other) ? -1 : Number(place(one) > place(other))));
  let room = most - bytesOf(needed);
  const kept = pages.filter(({ bytes }) => {
    room -= bytes;
    return room >= 0;
  });
  const chosen = new Set([...needed, ...kept]);
  return files.filter((file) => chosen.has(file));
}

/** Throws where the copy is more than what anybody should be given unasked. */
export function requireLight(bytes: number): void {
  if (bytes <= mostBytes) return;
  throw new Error(
    `The copy for use without a network is ${bytes} bytes as sent, and may be ${mostBytes}: leave something out in src/lib/offline-copy.ts, or build with OFFLINE=off`,
  );
}

/** The worker of a site that keeps no copies: it takes the place of one that did, at once, removes what that one kept, and goes. */
export const leavingWorker = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => {
  const leave = async () => {
    // Those of other sites on the same origin end otherwise.
    const own = (await caches.keys()).filter((name) => name.endsWith(registration.scope));
    await Promise.all(own.map((name) => caches.delete(name)));
    await registration.unregister();
  };
  event.waitUntil(leave());
});
`;
