/** Who somebody is, as an address or a name tells it. */

const address = /^\s*(?:https?:\/\/)?(?:[a-z]{2,3}\.)?linkedin\.com\/in\/([^/?#\s]+)/i;

/** The last part of a profile's address, percent-decoded, NFC, in lower case; empty where it is no such address. */
export function slugOf(text: string): string {
  const part = address.exec(text)?.[1] ?? '';
  let slug = part;
  try {
    slug = decodeURIComponent(part);
  } catch {
    // It is as it is.
  }
  slug = slug.normalize('NFC').toLowerCase();
  return /^\.*$/.test(slug) ? '' : slug;
}

/** The only form in which an address becomes a link. */
export const profileOf = (slug: string): string => (slug ? `https://www.linkedin.com/in/${encodeURIComponent(slug)}` : '');

/** One line, without blanks around and doubled ones inside, and no longer than anybody's name or job is. */
export function tidy(text = ''): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > 300 ? line.slice(0, 300).replace(/[\uD800-\uDBFF]$/, '') : line;
}

/** What names are compared by: small letters, without accents, dots, "styled" letters and what nobody sees. */
export function foldName(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  // Some are called by a drawing alone.
  return folded || tidy(name);
}
