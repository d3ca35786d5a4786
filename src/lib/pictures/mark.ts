/** The mark of the site, two people and the tie between them cut: one place for its shape, wherever it is drawn. */

/** All in the units of whoever draws. The mark lies flat, with its middle at 0, 0. */
interface Proportions {
  /** From the outer edge of one person to that of the other. */
  readonly length: number;
  readonly stroke: number;
  /** The radius of a person, to the outer edge. */
  readonly person: number;
  /** Between the two loose ends. */
  readonly gap: number;
  /** The length of the cut. */
  readonly cut: number;
  /** How far the cut leans forward, in degrees. */
  readonly lean: number;
  /** How far the cut is from the middle, towards "they". */
  readonly aside?: number;
}

interface Circle {
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}

interface CutTie {
  /** Filled. */
  readonly you: Circle;
  /** An outline as strong as the thread. */
  readonly they: Circle;
  /** Both loose ends of the thread, as path data. */
  readonly ends: string;
  readonly cut: string;
}

/** Beside the name, and wherever there is width. */
export const longMark: Proportions = { length: 54, stroke: 3, person: 6, gap: 12, cut: 18, lean: 26 };

/** Set on the diagonal of a square of 32, which gives the thread the most room. */
export const shortMark: Proportions = { length: 37, stroke: 3.2, person: 5.5, gap: 9, cut: 16.5, lean: 18 };

const short = (value: number): number => Number(value.toFixed(2));

export function cutTie({ length, stroke, person, gap, cut, lean, aside = 0 }: Proportions): CutTie {
  const end = length / 2;
  const angle = (lean * Math.PI) / 180;
  const [x, y] = [(Math.sin(angle) * cut) / 2, (Math.cos(angle) * cut) / 2].map(short) as [number, number];
  return {
    you: { cx: short(person - end), cy: 0, r: person },
    they: { cx: short(end - person), cy: 0, r: short(person - stroke / 2) },
    ends: `M${short(2 * person - end)} 0H${short(aside - gap / 2)}M${short(aside + gap / 2)} 0H${short(end - 2 * person)}`,
    cut: `M${short(aside + x)} ${-y} ${short(aside - x)} ${y}`,
  };
}

interface Colours {
  readonly ink: string;
  readonly thread: string;
}

/** The mark as SVG, for pictures; on pages components/Mark.astro draws it, in the colours of the text. */
export function drawnMark(proportions: Proportions, { ink, thread }: Colours): string {
  const { you, they, ends, cut } = cutTie(proportions);
  return (
    `<g fill="none" stroke="${ink}" stroke-width="${proportions.stroke}" stroke-linecap="round">` +
    `<circle cx="${you.cx}" cy="0" r="${you.r}" fill="${ink}" stroke="none"/><path d="${ends}"/>` +
    `<path stroke="${thread}" d="${cut}"/><circle cx="${they.cx}" cy="0" r="${they.r}"/></g>`
  );
}
