/** What is printed, as text: which lines stand on which page. */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

export interface PrintedPage {
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** In the order it is written in, without blanks: where a piece ends, and with it a blank, is up to the browser. */
  readonly text: string;
  /** From top to bottom, each from left to right, without what stands in the margin. */
  readonly lines: readonly string[];
  /** What the browser sets into the bottom margin, such as "1 of 3". */
  readonly foot: string;
}

/** Points from the bottom edge: what stands lower is set into the margin. */
const bottomMargin = 36;

const read = new WeakMap<Buffer, ReturnType<typeof getDocumentProxy>>();

/** Each is read once, whatever is asked of it. */
function documentOf(pdf: Buffer): ReturnType<typeof getDocumentProxy> {
  const document = read.get(pdf) ?? getDocumentProxy(new Uint8Array(pdf));
  read.set(pdf, document);
  return document;
}

export async function printedPages(pdf: Buffer): Promise<PrintedPage[]> {
  const document = await documentOf(pdf);
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1);
      const { width, height } = page.getViewport({ scale: 1 });
      const pieces = (await page.getTextContent()).items.flatMap((item) =>
        'str' in item && item.str.trim() ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }] : [],
      );
      return {
        width: Math.round(width),
        height: Math.round(height),
        text: squeezed(pieces.map(({ text }) => text).join('')),
        lines: linesOf(pieces.filter(({ y }) => y >= bottomMargin)),
        foot: linesOf(pieces.filter(({ y }) => y < bottomMargin)).join(' '),
      };
    }),
  );
}

/** Those lines at the foot of a page that end a heading, which then has nothing of what it heads below it. */
export function headingsAlone(pages: readonly PrintedPage[], headings: readonly string[]): string[] {
  const last = pages.slice(0, -1).map(({ lines }) => squeezed(lines.at(-1) ?? ''));
  return last.filter((line) => headings.some((heading) => squeezed(heading).endsWith(line)));
}

/** Points between the edges of the paper and what is printed: `@page` in src/styles/print.css. */
const edges = { top: (11 / 25.4) * 72, bottom: (14 / 25.4) * 72 };

/** What a page break cuts through: a browser then prints the line on both pages, and half of it on each. */
export async function cutLines(pdf: Buffer): Promise<string[]> {
  const document = await documentOf(pdf);
  const cut: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [top, bottom] = [page.getViewport({ scale: 1 }).height - edges.top, edges.bottom];
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item) || !item.str.trim()) continue;
      const [, , slant, size, , base] = item.transform.map(Number) as [number, number, number, number, number, number];
      const height = Math.hypot(slant, size);
      // From the foot of a "g" to the top of an "l", less a point: some letters end in a hair.
      const [foot, head] = [base - 0.2 * height + 1, base + 0.7 * height - 1];
      if ((foot < bottom && head > bottom) || (head > top && foot < top)) cut.push(`page ${number}: ${item.str.trim()}`);
    }
  }
  return cut;
}

/** How many lines are drawn on the first page, as a tick and a circle are. */
export async function strokesOn(pdf: Buffer): Promise<number> {
  const { OPS } = await getResolvedPDFJS();
  const document = await documentOf(pdf);
  const { fnArray } = await (await document.getPage(1)).getOperatorList();
  return fnArray.filter((operator: number) => operator === OPS.setLineWidth).length;
}

interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Pieces that stand on one line may differ a little in height: a smaller size, a frame around a word. */
function linesOf(pieces: readonly Piece[]): string[] {
  const lines: Piece[][] = [];
  for (const piece of pieces.toSorted((one, other) => other.y - one.y)) {
    const line = lines.at(-1);
    if (line?.[0] && line[0].y - piece.y < 4) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) =>
    line
      .toSorted((one, other) => one.x - other.x)
      .map(({ text }) => text)
      .join(' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
}

/** Text as it can be looked for in what is printed. */
export const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');
