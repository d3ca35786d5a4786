/** Turns SVG into PNG and ICO, the same bytes on every machine: WebAssembly, no font but what a picture brings along as paths. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

let ready: Promise<void> | undefined;

/** The SVG as a PNG so many pixels wide. Throws on what is no SVG. */
export async function pngOf(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= readFile(packageFile('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm);
  await ready;
  const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: width } });
  const image = drawing.render();
  const png = new Uint8Array(image.asPng());
  image.free();
  drawing.free();
  return png;
}

/** PNGs of the given sizes (pixels, below 256) in one ICO, for browsers that know no better. */
export async function icoOf(svg: string, sizes: readonly number[]): Promise<Uint8Array<ArrayBuffer>> {
  const images = await Promise.all(sizes.map((size) => pngOf(svg, size)));
  const header = Buffer.alloc(6 + 16 * sizes.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(sizes.length, 4);
  let offset = header.length;
  sizes.forEach((size, index) => {
    const entry = 6 + 16 * index;
    const bytes = images[index]?.length ?? 0;
    header.writeUInt8(size, entry);
    header.writeUInt8(size, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(bytes, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += bytes;
  });
  return new Uint8Array(Buffer.concat([header, ...images]));
}

/** Where a file of a package is. From the root of the project: what is built stands elsewhere when it runs. */
export const packageFile = (name: string): string => createRequire(`${process.cwd()}/`).resolve(name);
