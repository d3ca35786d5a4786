/** The contrast of every pair of colours, computed from the stylesheets (WCAG 2.2, relative luminance). */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { colourIn, paletteOf, schemes } from '../../src/lib/pictures/palette.ts';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const palette = paletteOf(tokens);

/** What stands on what, and the least contrast it needs. */
const pairs = [
  // Text, and the thread and beads drawn in it.
  { front: 'ink', backs: ['paper', 'sheet'], least: 7 },
  // What may be overlooked, and what warns: still read by everybody.
  { front: 'quiet', backs: ['paper', 'sheet'], least: 4.5 },
  { front: 'thread', backs: ['paper', 'sheet'], least: 4.5 },
  // Edges of what can be pressed or filled in (WCAG 1.4.11).
  { front: 'edge', backs: ['paper', 'sheet'], least: 3 },
] as const;

/** Hairlines that only divide: nothing is lost with them. */
const dividing = ['rule'];

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

test('contrast is computed as WCAG says', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#ffffff', '#ffffff')).toBe(1);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

const cases = pairs.flatMap(({ front, backs, least }) =>
  backs.flatMap((back) => schemes.map((scheme) => ({ front, back, least, scheme }))),
);

test.each(cases)('$front on $back, $scheme: at least $least', ({ front, back, least, scheme }) => {
  expect(contrast(colourIn(palette, front, scheme), colourIn(palette, back, scheme))).toBeGreaterThanOrEqual(least);
});

test.each(pairs)('$front on white paper: at least $least', ({ front, least }) => {
  expect(contrast(colourIn(palette, front, 'light'), '#ffffff')).toBeGreaterThanOrEqual(least);
});

test('no colour of the palette is left out', () => {
  const known = new Set([...pairs.flatMap(({ front, backs }) => [front, ...backs]), ...dividing]);
  expect([...palette.keys()].filter((name) => !known.has(name))).toEqual([]);
  expect(palette.size).toBe(known.size);
  // And none is written in a way that is not read here.
  expect(tokens.match(/light-dark\(|#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|ok?l(?:ab|ch)|color)\(/gi)).toHaveLength(palette.size * 3);
});

describe('colours beside the palette', () => {
  const pairIn = (file: string, rule: RegExp) => {
    const [, light = '', dark = ''] = rule.exec(readFileSync(file, 'utf8')) ?? [];
    return { light, dark };
  };

  test.each(['function', 'constant'])('a %s in code is read on the sheet it stands on', (name) => {
    const colours = pairIn('src/styles/prose.css', new RegExp(`\\.code-${name} \\{\\s*color: light-dark\\((#\\w{6}), (#\\w{6})\\)`));
    for (const scheme of schemes) expect(contrast(colours[scheme], colourIn(palette, 'sheet', scheme))).toBeGreaterThanOrEqual(4.5);
  });

  test('a string in code is read on the sheet it stands on', () => {
    const colours = pairIn('src/styles/prose.css', /\.code-string-expression \{\s*color: light-dark\((#\w{6}), (#\w{6})\)/);
    for (const scheme of schemes) expect(contrast(colours[scheme], colourIn(palette, 'sheet', scheme))).toBeGreaterThanOrEqual(4.5);
  });

  test('text is read where it is selected', () => {
    const colours = pairIn('src/styles/base.css', /::selection \{\s*background: light-dark\((#\w{6}), (#\w{6})\)/);
    for (const scheme of schemes) expect(contrast(colourIn(palette, 'ink', scheme), colours[scheme])).toBeGreaterThanOrEqual(7);
  });

  test('components have none of their own', () => {
    const files = globSync('src/{components,islands,layouts,pages}/**/*.{astro,css}');
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const styles = file.endsWith('.css') ? readFileSync(file, 'utf8') : (/<style[\s\S]*/.exec(readFileSync(file, 'utf8'))?.[0] ?? '');
      // A veil of black darkens what it lies over, and carries no text.
      expect(
        styles.replaceAll(/rgb\(0 0 0 \/ /g, '').match(/light-dark\(|:[^;{]*#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab)a?\(/gi),
        file,
      ).toBeNull();
    }
  });
});
