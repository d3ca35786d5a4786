/** Social cards: every title fits, and every machine draws the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cardSize, cardSvg, drawCard, setTitle } from '../../src/lib/pictures/draw-card.ts';
import { balancedLines, lettering } from '../../src/lib/pictures/lettering.ts';
import { sizeOfPng } from '../support/png.ts';

const colours = { paper: '#fcfbf8', ink: '#16212a', quiet: '#4b5863', thread: '#b0261c' };

/** Every title there is, straight from the files. */
const titles = ['guides', 'checklists'].flatMap((folder) =>
  readdirSync(join('src/content', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(mdx|yaml)$/.test(file))
    .map((file) => /^title: "?(.+?)"?$/m.exec(readFileSync(join('src/content', folder, file), 'utf8'))?.[1] ?? ''),
);
const longest = titles.toSorted((one, other) => other.length - one.length)[0] ?? '';

test('there are titles to try', () => {
  expect(titles.length).toBeGreaterThan(30);
  expect(longest.length).toBeGreaterThan(50);
});

test.each(titles)('"%s" fits in three lines or fewer', (title) => {
  const { lines, size } = setTitle(title);
  expect(lines.join(' ')).toBe(title);
  expect(lines.length).toBeLessThanOrEqual(3);
  for (const line of lines) expect(lettering().bold.width(line, size)).toBeLessThanOrEqual(cardSize.width - 2 * 84);
});

test('a longer title is set smaller, and one that cannot fit stops the build', () => {
  expect(setTitle(longest).size).toBeLessThan(setTitle('Limits').size);
  expect(() => setTitle('Donaudampfschifffahrtselektrizitätenhauptbetriebswerk')).toThrow(/shorten it/);
  expect(() => setTitle(`${longest} ${longest} ${longest}`)).toThrow(/shorten it/);
});

test('a character that the font lacks stops the build, instead of a box on the card', () => {
  expect(() => cardSvg({ title: 'Bonds 紐', kind: '', siteName: 'Loose Ties' }, colours)).toThrow(/紐/);
});

describe('lines', () => {
  const widthOf = (line: string): number => line.length;

  test('are as few as fit', () => {
    expect(balancedLines('one two three four', 10, widthOf)).toHaveLength(2);
    expect(balancedLines('one two three four', 18, widthOf)).toEqual(['one two three four']);
  });

  test('are even, so that no word is left alone', () => {
    expect(balancedLines('one two three four five six', 24, widthOf)).toEqual(['one two three', 'four five six']);
  });
});

test('a card is a PNG of the size that is promised, and the same whenever it is drawn', async () => {
  const words = { title: longest, kind: 'Remove', siteName: 'Loose Ties', beads: 5, here: 2 };
  const [one, other] = [await drawCard(words, colours), await drawCard(words, colours)];
  expect(sizeOfPng(Buffer.from(one))).toEqual(cardSize);
  expect(Buffer.compare(one, other)).toBe(0);
  // Not for the reason that every card is the same.
  expect(Buffer.compare(one, await drawCard({ ...words, here: 3 }, colours))).not.toBe(0);
});

test('a card needs no font of the machine: it holds no text, only outlines', () => {
  const svg = cardSvg({ title: longest, kind: 'Remove', siteName: 'Loose Ties' }, colours);
  expect(svg).not.toMatch(/<text|font-family|NaN|undefined/);
});
