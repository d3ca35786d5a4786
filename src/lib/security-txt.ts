import { monthsAfter } from './dates.ts';

/**
 * The text of `/.well-known/security.txt` (RFC 9116). It counts for eleven months from `day` (YYYY-MM-DD), since one that is older than a year may lead nowhere.
 * `canonical` is its own whole address, where that is known.
 */
export const securityTxt = (contact: string, day: string, canonical?: string): string =>
  [
    `Contact: ${contact}`,
    `Expires: ${monthsAfter(day, 11)}T00:00:00.000Z`,
    'Preferred-Languages: en',
    ...(canonical === undefined ? [] : [`Canonical: ${canonical}`]),
    '',
  ].join('\n');
