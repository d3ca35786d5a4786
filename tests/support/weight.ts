/** What a page weighs on the wire, in bytes of brotli at its highest setting. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { parse } from 'node-html-parser';
import { namedScripts } from './named-scripts.ts';

export function brotliBytes(content: string | Buffer): number {
  const buffer = Buffer.from(content);
  return brotliCompressSync(buffer, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: buffer.byteLength },
  }).byteLength;
}

const staticImport = /\b(?:import|export)\b(?:[^'"();]*?\bfrom)?\s*["'](\.{1,2}\/[^"']+)["']/g;

/**
 * The script files a page asks for by itself: those it names, and what these import. What is imported on request only
 * (`import()`) is not among them. `fileOf` turns an address into the path of a file.
 */
export function scriptFilesOf(html: string, fileOf: (address: string) => string): Set<string> {
  const found = new Set<string>();
  const visit = (address: string): void => {
    if (found.has(address)) return;
    found.add(address);
    const text = readFileSync(fileOf(address), 'utf8');
    for (const [, specifier = ''] of text.matchAll(staticImport)) visit(new URL(specifier, `http://site${address}`).pathname);
  };
  for (const address of namedScripts(parse(html))) visit(address);
  return found;
}

export interface Weight {
  /** The page with its styles, which stand inside it. */
  readonly html: number;
  readonly scripts: number;
}

const weighed = new Map<string, number>();

/** Most pages ask for the same files: each is weighed once. */
function fileWeight(file: string): number {
  const weight = weighed.get(file) ?? brotliBytes(readFileSync(file));
  weighed.set(file, weight);
  return weight;
}

export function weigh(html: string, fileOf: (address: string) => string): Weight {
  const scripts = [...scriptFilesOf(html, fileOf)].map((address) => fileWeight(fileOf(address)));
  return { html: brotliBytes(html), scripts: scripts.reduce((sum, bytes) => sum + bytes, 0) };
}
