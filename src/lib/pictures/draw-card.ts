/** The picture that stands for a page where somebody passes its address on: its title, and the tie that is cut. */
import { balancedLines, lettering } from './lettering.ts';
import { drawnMark } from './mark.ts';
import { pngOf } from './png.ts';

/** Pixels: the shape that those expect who show cards. */
export const cardSize = { width: 1200, height: 630 } as const;

interface CardWords {
  readonly title: string;
  /** What kind of page it is, above the title. */
  readonly kind: string;
  readonly siteName: string;
  /** The guides of a stage or the steps of a checklist, as beads on the thread. */
  readonly beads?: number | undefined;
  /** The bead that is this page, counted from 0. */
  readonly here?: number | undefined;
}

interface CardColours {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly thread: string;
}

const margin = 84;
const room = cardSize.width - 2 * margin;
/** The title stands between these two heights, and the thread below them. */
const [above, below, threadAt] = [150, 444, 520] as const;

/** From large to small: the first at which a title fits in its number of lines is taken. */
const settings = [
  { size: 108, lines: 1 },
  { size: 96, lines: 2 },
  { size: 86, lines: 2 },
  { size: 78, lines: 3 },
] as const;

/** Undefined where a title is too long for every size. */
function setting(title: string): { lines: readonly string[]; size: number } | undefined {
  // Each line is tried over and over, in several sizes: it is measured once.
  const widths = new Map<string, number>();
  for (const { size, lines: most } of settings) {
    const widthOf = (line: string): number => {
      const width = widths.get(line) ?? lettering().bold.width(line, 1);
      widths.set(line, width);
      return width * size;
    };
    const lines = balancedLines(title, room, widthOf);
    if (lines.length <= most && lines.every((line) => widthOf(line) <= room)) return { lines, size };
  }
  return undefined;
}

/** Throws where a title is too long for every size. */
export function setTitle(title: string): { lines: readonly string[]; size: number } {
  const set = setting(title);
  if (!set) throw new Error(`"${title}" does not fit on a card: shorten it, or give src/lib/pictures/draw-card.ts a smaller size`);
  return set;
}

/** Why a card can't have such a title, with the cure; undefined where it can. For whoever writes, long before a card is drawn. */
export function faultOfTitle(title: string): string | undefined {
  const lacking = lettering().bold.lacking(title);
  if (lacking.length > 0) return `holds ${lacking.join(' ')}, which the font of the cards lacks: write it in other letters`;
  if (setting(title)) return undefined;
  return 'is too long for a card, the picture that stands for the page elsewhere, which has three lines of some 25 letters: shorten it';
}

/** The same of what stands above the title, beside the name of the site. */
export function faultOfKind(kind: string): string | undefined {
  const lacking = lettering().regular.lacking(kind);
  if (lacking.length > 0) return `holds ${lacking.join(' ')}, which the font of the cards lacks: write it in other letters`;
  return lettering().regular.width(kind, 34) <= room / 2 ? undefined : 'is too long for a card: write some 30 letters at most';
}

function titlePath(title: string): string {
  const { lines, size } = setTitle(title);
  const leading = size * 1.08;
  const capitals = size * 0.67;
  const block = (lines.length - 1) * leading + capitals;
  const first = above + (below - above - block) / 2 + capitals;
  // A capital's edge stands a little in from where it starts.
  return lines.map((line, index) => lettering().bold.outline(line, margin - size * 0.03, first + index * leading, size)).join('');
}

const tie = { length: room, stroke: 13, person: 34, gap: 100, cut: 152, lean: 26, aside: 200 } as const;

/** The guides of a stage, or the steps of a checklist: on the thread, and the cut comes after the last. */
function beads(count: number, here: number | undefined, { ink, paper }: CardColours): string {
  const start = tie.person - room / 2;
  const last = tie.aside - tie.gap / 2 - 70;
  const circles = Array.from({ length: count }, (_, index) => {
    const x = start + ((last - start) * (index + 1)) / count;
    return `<circle cx="${x.toFixed(1)}" cy="0" r="15" fill="${index === here ? ink : paper}"/>`;
  });
  return `<g stroke="${ink}" stroke-width="9">${circles.join('')}</g>`;
}

export function cardSvg({ title, kind, siteName, beads: count = 0, here }: CardWords, colours: CardColours): string {
  const { bold, regular } = lettering();
  const { paper, ink, quiet } = colours;
  const { width, height } = cardSize;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${paper}"/>` +
    `<path fill="${ink}" d="${bold.outline(siteName, margin, 108, 38)}${titlePath(title)}"/>` +
    `<path fill="${quiet}" d="${regular.outline(kind, width - margin - regular.width(kind, 34), 108, 34)}"/>` +
    `<g transform="translate(${width / 2} ${threadAt})">${drawnMark(tie, colours)}${beads(count, here, colours)}</g></svg>`
  );
}

export const drawCard = async (words: CardWords, colours: CardColours): Promise<Uint8Array<ArrayBuffer>> =>
  pngOf(cardSvg(words, colours), cardSize.width);
