import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { qrCode, type QrCode } from '../../src/islands/carry/qr-code.ts';
import type { Pixels } from '../support/png.ts';
import { readCode } from '../support/read-code.ts';

/** The picture of a code, three pixels to a square, with the margin that cameras need. */
function pictureOf(code: QrCode): Pixels {
  const [square, margin] = [3, 4];
  const width = (code.length + 2 * margin) * square;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let row = 0; row < width; row += 1)
    for (let column = 0; column < width; column += 1)
      if (code[Math.floor(row / square) - margin]?.[Math.floor(column / square) - margin])
        data.set([0, 0, 0, 255], (row * width + column) * 4);
  return { width, height: width, data };
}

const lettersOfLinks = fc.stringMatching(/^[\w-]{1,40}$/);

/** The most bytes that go into a code of each size, from 1 on, as the standard's table has them. */
const mostBytes = [17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520, 586, 644, 718, 792, 858];

describe('a code', () => {
  test.each(mostBytes.map((bytes, index) => [index + 1, bytes] as const))(
    'of size %i holds %i bytes, and a camera reads what was put in',
    (size, bytes) => {
      fc.assert(
        fc.property(lettersOfLinks, (part) => {
          const text = part.repeat(bytes).slice(0, bytes);
          const code = qrCode(text);
          expect(code).toHaveLength(size * 4 + 17);
          expect(readCode(pictureOf(code ?? []))).toBe(text);
        }),
        { numRuns: 5 },
      );
    },
  );

  test('that has one byte too many takes the next size', () => {
    for (const [index, bytes] of mostBytes.entries())
      expect(qrCode('a'.repeat(bytes + 1))?.length).toBe(index < 19 ? index * 4 + 25 : undefined);
  });

  test('of any address can be read', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, size: 'small' }), (address) => {
        expect(readCode(pictureOf(qrCode(address) ?? []))).toBe(address);
      }),
      { numRuns: 40 },
    );
  });
});
