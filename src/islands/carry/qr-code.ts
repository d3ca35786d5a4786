/**
 * A text as a QR code (ISO/IEC 18004), with the least error correction: on a screen nothing is torn or stained, and larger squares are read from further away.
 * Pure. Of the eight masks the first is always taken: which one is best only matters for texts that make large even areas, and links make none.
 */

/** By the size, counted from 1: how many bytes correct errors in each block, and how many blocks there are. */
const correcting = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28];
const blocks = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8];

/** Rows of squares, dark ones true. */
export type QrCode = readonly (readonly boolean[])[];

/** How many squares are left for bits once all that a code of this size needs by itself is drawn. */
function roomOf(size: number): number {
  const marks = size > 1 ? Math.floor(size / 7) + 2 : 0;
  return (16 * size + 128) * size + 64 - (marks ? (25 * marks - 10) * marks - 55 + (size > 6 ? 36 : 0) : 0);
}

/** Multiplies in the field of 256 elements. */
function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((other >> bit) & 1) * one);
  return product;
}

/** Reed-Solomon: what is left of the bytes when they are divided by the polynomial of this degree. */
function remainder(bytes: readonly number[], degree: number): number[] {
  const divisor = Array.from({ length: degree }, (_, index) => Number(index === degree - 1));
  let root = 1;
  for (let factor = 0; factor < degree; factor += 1) {
    for (let index = 0; index < degree; index += 1) divisor[index] = times(divisor[index] ?? 0, root) ^ (divisor[index + 1] ?? 0);
    root = times(root, 2);
  }
  const rest = Array.from({ length: degree }, () => 0);
  for (const byte of bytes) {
    const factor = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    for (let index = 0; index < degree; index += 1) rest[index] = (rest[index] ?? 0) ^ times(divisor[index] ?? 0, factor);
  }
  return rest;
}

/** The bytes in blocks, each with what corrects it, as they are drawn: the first of each block, the second of each … */
function interleaved(bytes: readonly number[], size: number): number[] {
  const [count = 1, degree = 7] = [blocks[size - 1], correcting[size - 1]];
  const all = Math.floor(roomOf(size) / 8);
  const short = Math.floor(all / count) - degree;
  const isLong = (block: number): boolean => block >= count - (all % count);
  let at = 0;
  const data = Array.from({ length: count }, (_, block) => bytes.slice(at, (at += short + Number(isLong(block)))));
  const fromEach = (parts: readonly (readonly number[])[]): number[] =>
    Array.from({ length: Math.max(...parts.map(({ length }) => length)) }, (_, index) => parts.flatMap((part) => part[index] ?? [])).flat();
  return [...fromEach(data), ...fromEach(data.map((part) => remainder(part, degree)))];
}

/** Undefined where the text is too long to be read from a small screen: more than 858 bytes. */
export function qrCode(text: string): QrCode | undefined {
  const bytes = new TextEncoder().encode(text);
  const roomAt = (size: number): number => Math.floor(roomOf(size) / 8) - (blocks[size - 1] ?? 0) * (correcting[size - 1] ?? 0);
  const lengthBits = (size: number): number => (size < 10 ? 8 : 16);
  const size = blocks.findIndex((_, index) => bytes.length * 8 + 4 + lengthBits(index + 1) <= roomAt(index + 1) * 8) + 1;
  if (size === 0) return undefined;
  // "Bytes follow", how many, and they themselves; then what fills the rest.
  const bits = [...bitsOf(4, 4), ...bitsOf(bytes.length, lengthBits(size)), ...[...bytes].flatMap((byte) => bitsOf(byte, 8)), 0, 0, 0, 0];
  const data = Array.from({ length: roomAt(size) }, (_, index) => {
    const first = index * 8;
    const fill = index - Math.ceil(bits.length / 8);
    return fill < 0 ? bits.slice(first, first + 8).reduce((sum, bit, place) => sum + (bit << (7 - place)), 0) : fill % 2 ? 0x11 : 0xec;
  });
  return drawn(interleaved(data, size), size);
}

/** The highest first. */
const bitsOf = (number: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => (number >> (count - 1 - index)) & 1);

/** With the bits behind it that let errors in it be noticed. */
function checked(number: number, degree: number, divisor: number): number {
  let rest = number;
  for (let index = 0; index < degree; index += 1) rest = (rest << 1) ^ ((rest >> (degree - 1)) * divisor);
  return (number << degree) | rest;
}

function drawn(bytes: readonly number[], size: number): QrCode {
  const width = size * 4 + 17;
  const rows: (boolean | undefined)[][] = Array.from({ length: width }, () => Array.from({ length: width }, () => undefined));
  const set = (column: number, row: number, isDark: boolean): void => {
    if (column >= 0 && column < width && row >= 0 && row < width) (rows[row] ?? [])[column] = isDark;
  };
  /** Squares within each other. */
  const mark = (column: number, row: number, radius: number, light: readonly number[]): void => {
    for (let down = -radius; down <= radius; down += 1)
      for (let right = -radius; right <= radius; right += 1)
        set(column + right, row + down, !light.includes(Math.max(Math.abs(right), Math.abs(down))));
  };
  for (let index = 0; index < width; index += 1) {
    set(6, index, index % 2 === 0);
    set(index, 6, index % 2 === 0);
  }
  for (const [column, row] of [
    [3, 3],
    [width - 4, 3],
    [3, width - 4],
  ] as const)
    mark(column, row, 4, [2, 4]);
  const places = placesOfMarks(size);
  const last = places.length - 1;
  places.forEach((column, at) => {
    places.forEach((row, index) => {
      const isCorner = (at === 0 && (index === 0 || index === last)) || (at === last && index === 0);
      if (!isCorner) mark(column, row, 2, [1]);
    });
  });
  // The least correction, and the first mask.
  bitsOf(checked(0b01000, 10, 0x537) ^ 0x5412, 15)
    .reverse()
    .forEach((bit, index) => {
      const isDark = bit === 1;
      set(8, index < 6 ? index : index < 8 ? index + 1 : width - 15 + index, isDark);
      set(index < 8 ? width - 1 - index : index === 8 ? 7 : 14 - index, 8, isDark);
    });
  set(8, width - 8, true);
  if (size > 6)
    bitsOf(checked(size, 12, 0x1f25), 18)
      .reverse()
      .forEach((bit, index) => {
        const [near, far] = [Math.floor(index / 3), width - 11 + (index % 3)];
        set(far, near, bit === 1);
        set(near, far, bit === 1);
      });
  // In columns of two from the right, up and down, around the column that is taken.
  const bits = bytes.flatMap((byte) => bitsOf(byte, 8));
  let next = 0;
  for (let right = width - 1; right > 0; right -= right === 8 ? 3 : 2) {
    const isUp = ((right + 1) & 2) === 0;
    for (let step = 0; step < width; step += 1)
      for (const column of [right, right - 1]) {
        const row = isUp ? width - 1 - step : step;
        if (rows[row]?.[column] !== undefined) continue;
        set(column, row, (bits[next] === 1) !== ((column + row) % 2 === 0));
        next += 1;
      }
  }
  return rows.map((row) => row.map(Boolean));
}

/** Where, along each side, the middles of the small marks stand. */
function placesOfMarks(size: number): number[] {
  if (size === 1) return [];
  const count = Math.floor(size / 7) + 2;
  const apart = Math.floor((size * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => size * 4 + 10 - (count - 2 - index) * apart)];
}
