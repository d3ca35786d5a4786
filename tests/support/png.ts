import { inflateSync } from 'node:zlib';

/** What the head of a PNG says. Throws where the bytes are no PNG. */
export function sizeOfPng(bytes: Buffer): { width: number; height: number } {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  if (!bytes.subarray(0, 8).equals(signature)) throw new Error('these bytes are no PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each, row by row from the top left, 0 to 255. */
  readonly data: Uint8ClampedArray;
}

/** The parts of a PNG of one kind, put together. */
function partsOf(bytes: Buffer, kind: string): Buffer {
  const found: Buffer[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === kind) found.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(found);
}

/** What a picture shows. For such as browsers take of pages: eight bits for each colour, rows in their order. Throws where it is another. */
export function pixelsOfPng(bytes: Buffer): Pixels {
  const { width, height } = sizeOfPng(bytes);
  const [depth, colours, , , isInterlaced] = bytes.subarray(24, 29);
  const channels = colours === 6 ? 4 : colours === 2 ? 3 : 0;
  if (depth !== 8 || channels === 0 || isInterlaced) throw new Error('this PNG is of a kind that no browser makes of a page');
  const raw = inflateSync(partsOf(bytes, 'IDAT'));
  const stride = width * channels;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  let above = new Uint8Array(stride);
  for (let row = 0; row < height; row += 1) {
    const start = row * (stride + 1);
    const line = Uint8Array.from(raw.subarray(start + 1, start + 1 + stride));
    unfilter(line, above, raw[start] ?? 0, channels);
    for (let column = 0; column < width; column += 1)
      data.set(line.subarray(column * channels, (column + 1) * channels), (row * width + column) * 4);
    above = line;
  }
  return { width, height, data };
}

/** Undoes what makes rows easier to compress: each byte is kept as its difference from its neighbours, of one kind or another. */
function unfilter(line: Uint8Array, above: Uint8Array, kind: number, channels: number): void {
  for (let at = 0; at < line.length; at += 1) {
    const [left, up, corner] = [
      at < channels ? 0 : (line[at - channels] ?? 0),
      above[at] ?? 0,
      at < channels ? 0 : (above[at - channels] ?? 0),
    ];
    const guess = [0, left, up, Math.floor((left + up) / 2), nearestOf(left, up, corner)][kind] ?? 0;
    line[at] = (line[at] ?? 0) + guess;
  }
}

function nearestOf(left: number, up: number, corner: number): number {
  const sum = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
