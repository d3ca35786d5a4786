/** Properties of reading the archive: what was written comes back, and nothing that is brought makes it fall. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName } from '../../src/islands/triage/archive/profile-address.ts';
import { sampleFiles } from '../../src/islands/triage/sample.ts';
import { fuzzArchives } from '../support/archives-fuzz.ts';
import { bringList } from '../support/archives-read.ts';
import { file, header, preamble, utf16, utf8, windows1252, withMark } from '../support/archives.ts';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const twoDigits = (part: number): string => String(part).padStart(2, '0');

/** How a day is written, by its year, its month from 1, and its date. */
const dayForms: readonly ((year: number, month: number, date: number) => string)[] = [
  (year, month, date) => `${twoDigits(date)} ${months[month - 1] ?? ''} ${year}`,
  (year, month, date) => `${date}-${months[month - 1] ?? ''}-${String(year).slice(2)}`,
  (year, month, date) => `${year}-${twoDigits(month)}-${twoDigits(date)}`,
  (year, month, date) => `${month}/${date}/${String(year).slice(2)}, 4:05 PM`,
  (year, month, date) => `${twoDigits(date)}.${twoDigits(month)}.${year}`,
];

const encodings = { utf8, withMark, utf16, utf16BigEndian: (text: string) => utf16(text, 'big'), windows1252 };

const form = fc.record({
  encoding: fc.constantFrom(...(Object.keys(encodings) as (keyof typeof encodings)[])),
  separator: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  isQuoted: fc.boolean(),
  hasNotes: fc.boolean(),
  hasAddress: fc.boolean(),
  day: fc.constantFrom(...dayForms),
});

const special = fc.constantFrom('"', '""', ',', ';', '\t', "'", '\\', '=1+1', '  ', 'Notes:', 'O’Example', '\n');
// Two of these in a row are never UTF-8.
const western = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...Array.from('abcXYZ ÀÉÖßéøÿ')),
    special.filter((text) => text !== 'O’Example'),
  ),
  maxLength: 12,
});
const worldwide = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    special,
    fc.constantFrom(...Array.from('例अאمПé🪁\u200b\u00a0')),
  ),
  maxLength: 12,
});

const personIn = (text: fc.Arbitrary<string>) =>
  fc.record({
    first: text,
    last: text,
    company: text,
    position: text,
    slug: fc.string({ unit: 'grapheme', maxLength: 6 }),
    year: fc.integer({ min: 2003, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
  });

const tidied = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

test('whatever is written in any form comes back', async () => {
  const written = form.chain((how) =>
    fc.record({
      how: fc.constant(how),
      people: fc.array(personIn(how.encoding === 'windows1252' ? western : worldwide), { minLength: 1, maxLength: 8 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(written, async ({ how, people }) => {
      // In a file with line ends of old Macs, no other line ends are within cells.
      const within = (text: string): string => (how.lineEnd === '\r' ? text.replaceAll('\n', ' ') : text);
      const cell = (text: string): string => (how.isQuoted || /["\s,;]/.test(text) ? `"${within(text).replaceAll('"', '""')}"` : text);
      const slugs = people.map(({ slug }, at) => `${slug}-fictional-${at}`);
      const rows = people.map(({ first, last, company, position, year, month, date }, at) => {
        const address = how.hasAddress ? [`https://www.linkedin.com/in/${encodeURIComponent(slugs[at] ?? '')}`] : [];
        return [`A${first}`, last, ...address, '', company, position, how.day(year, month, date)];
      });
      const names = how.hasAddress ? header : header.toSpliced(2, 1);
      const lines = [names, ...rows].map((row) => row.map(cell).join(how.separator)).join(how.lineEnd);
      const text = (how.hasNotes ? preamble.replaceAll('\n', how.lineEnd) : '') + lines;
      const { people: read, report } = await bringList([file('Connections.csv', encodings[how.encoding](text))]);
      expect(read.map(({ name, company, position, connected }) => [name, company, position, connected])).toEqual(
        people.map(({ first, last, company, position, year, month, date }) => [
          tidied(`A${within(first)} ${within(last)}`),
          tidied(within(company)),
          tidied(within(position)),
          year * 10_000 + month * 100 + date,
        ]),
      );
      if (how.hasAddress) expect(read.map(({ key }) => key)).toEqual(slugs.map((slug) => slug.normalize('NFC').toLowerCase()));
      expect(report.closed + report.repeated + report.withoutDay).toBe(0);
    }),
    { numRuns: 500 },
  );
});

test('whatever is brought, there is an answer', async () => {
  const ends = await fuzzArchives(500, 1);
  // It is no use where nothing is ever read.
  expect(Object.keys(ends).sort()).toEqual(['columns', 'problem', 'report']);
});

describe('the made-up archive', () => {
  test('is the same each time, of the size asked for, and of nobody who may exist', async () => {
    expect(sampleFiles(300)).toEqual(sampleFiles(300));
    expect(sampleFiles(300)).not.toEqual(sampleFiles(300, 2));
    const { people, report } = await bringList(sampleFiles(300).map(({ name, text }) => file(name, text)));
    expect(people.length + report.closed).toBe(300);
    expect(people.filter(({ profile }) => !/-fictional-\d+$/.test(profile))).toEqual([]);
    expect(report).toMatchObject({ withoutDay: 0, repeated: 0, notices: [] });
  });

  test('has everything in it that the page shows', async () => {
    const { people, report, answers } = await bringList(sampleFiles(1000).map(({ name, text }) => file(name, text)));
    const some = (share: number): boolean => share > 0 && share < people.length / 4;
    for (const fact of ['youWrote', 'theyWrote', 'endorsedYou', 'youEndorsed', 'recommendedYou', 'youRecommended', 'invitation'] as const) {
      expect([fact, some(people.filter(({ facts }) => facts[fact]).length)]).toEqual([fact, true]);
    }
    expect(new Set(people.map(({ facts }) => facts.invitation))).toEqual(new Set(['', 'by you', 'by you, with a note', 'by them']));
    expect([some(report.closed), some(report.unmatched.length)]).toEqual([true, true]);
    expect(new Set(people.map(({ name }) => foldName(name))).size).toBeLessThan(people.length);
    expect(JSON.stringify(answers)).not.toMatch(/Made-up (words|praise|note)/);
  });
});
