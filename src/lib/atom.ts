/** A feed in the form of RFC 4287 (Atom). */
import { createHash } from 'node:crypto';
import { escapeUTF8 } from 'entities';

interface FeedEntry {
  /** Its name, for good. */
  readonly name: string;
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Where there is more, whole or from the root. */
  readonly address: string;
  readonly html: string;
}

interface Feed {
  /** The name of the whole. */
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly rights: string;
  readonly home: string;
  /** Its own address. */
  readonly address: string;
  /** One at least, the newest first. */
  readonly entries: readonly FeedEntry[];
}

/** Made for this site, by chance. */
const namespace = '7b0c9f0e2f5a4d0c9d1f3b8c54a1e6d2';

/** Made of a name alone (a UUID of version 5, RFC 9562), so that it stays when the site moves, and is there where no address is known. */
export function urnOf(name: string): string {
  const hash = createHash('sha1').update(Buffer.from(namespace, 'hex')).update(name, 'utf8').digest('hex');
  const variant = ((parseInt(hash.charAt(16), 16) & 3) | 8).toString(16);
  return `urn:uuid:${[hash.slice(0, 8), hash.slice(8, 12), `5${hash.slice(13, 16)}`, `${variant}${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-')}`;
}

const element = (name: string, text: string, attributes = ''): string => `<${name}${attributes}>${escapeUTF8(text)}</${name}>`;
const link = (rel: string, address: string, type: string): string => `<link rel="${rel}" type="${type}" href="${escapeUTF8(address)}"/>`;

/** Only the day is known, and the moment has to be one. */
const momentOf = (day: string): string => `${day}T00:00:00Z`;

/** Throws where nothing is in it: then nothing says when it changed. */
export function atomFeed({ name, title, subtitle, author, rights, home, address, entries }: Feed): string {
  const [newest] = entries;
  if (!newest) throw new Error(`The feed ${address} has no entry`);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    element('id', urnOf(name)),
    element('title', title),
    element('subtitle', subtitle),
    element('updated', momentOf(newest.day)),
    `<author>${element('name', author)}</author>`,
    element('rights', rights),
    link('self', address, 'application/atom+xml'),
    link('alternate', home, 'text/html'),
    ...entries.flatMap((entry) => [
      '<entry>',
      element('id', urnOf(entry.name)),
      element('title', entry.title),
      element('updated', momentOf(entry.day)),
      link('alternate', entry.address, 'text/html'),
      element('content', entry.html, ' type="html"'),
      '</entry>',
    ]),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}
