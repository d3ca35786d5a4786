/** Figures about the loading of a page, from what a browser reports of it. */

export const kinds = ['document', 'style', 'script', 'font', 'image', 'other'] as const;
export type Kind = (typeof kinds)[number];

const kindsByType: readonly (readonly [RegExp, Kind])[] = [
  [/^(text\/html|application\/xhtml\+xml)$/, 'document'],
  [/^text\/css$/, 'style'],
  [/^(text|application)\/(x-)?(java|ecma)script$/, 'script'],
  [/^(font\/.+|application\/(x-)?font-.+|application\/vnd\.ms-fontobject)$/, 'font'],
  [/^image\/.+$/, 'image'],
];

/** What a response of this content type is, whatever asked for it. */
export function kindOf(contentType: string): Kind {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return kindsByType.find(([pattern]) => pattern.test(type))?.[1] ?? 'other';
}

/** Milliseconds since the page was asked for. */
interface Task {
  readonly start: number;
  readonly duration: number;
}

/** Milliseconds: a task that takes no longer holds nobody up. */
const bearable = 50;

/**
 * Total blocking time between two moments, in milliseconds: what each task takes beyond 50 ms, of one that reaches over an end only the part between, as Lighthouse counts it.
 */
export const blockingTime = (tasks: readonly Task[], from: number, until: number): number =>
  tasks
    .map(({ start, duration }) => Math.min(start + duration, until) - Math.max(start, from))
    .reduce((sum, within) => sum + Math.max(0, within - bearable), 0);

export interface Shift {
  /** Milliseconds. */
  readonly start: number;
  readonly value: number;
}

/** Cumulative layout shift: the largest sum of shifts less than a second apart, over at most five seconds (https://web.dev/articles/evolving-cls). */
export function layoutShift(shifts: readonly Shift[]): number {
  let [largest, sum, first, last] = [0, 0, 0, 0];
  for (const { start, value } of shifts) {
    const goesOn = sum > 0 && start - last < 1000 && start - first < 5000;
    if (!goesOn) [sum, first] = [0, start];
    last = start;
    sum += value;
    largest = Math.max(largest, sum);
  }
  return largest;
}
