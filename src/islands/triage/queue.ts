/** Those to unfollow and to remove, one after the other. What is done is told by its day alone, so nobody keeps books. */
import { isToDo, type Decided } from './decisions.ts';
import type { PlainDate } from './plain-date.ts';

export type Waiting = readonly [key: string, decided: Decided];

export interface Queue {
  /** In this order: unfollows first, then removals, each with the newest connection first, as LinkedIn's own list stands. */
  readonly waiting: readonly Waiting[];
  readonly skipped: readonly Waiting[];
  readonly done: readonly Waiting[];
  /** "12 of 20": `done` of those of today's sitting, which starts anew once it is full. */
  readonly sitting: { readonly done: number; readonly of: number };
  /** Whole sittings done today. */
  readonly sittingsToday: number;
  /** With the one that is begun. */
  readonly sittingsLeft: number;
  /** How many on a day on which any were done, and how many such days the rest takes. Undefined before the first is done. */
  readonly pace: { readonly perDay: number; readonly daysLeft: number } | undefined;
}

/** `size`: people in one sitting. */
export function queueOf(entries: Iterable<Waiting>, size: number, today: PlainDate): Queue {
  const all = [...entries].filter(([, decided]) => isToDo(decided)).sort(inOrder);
  const done = all.filter(([, decided]) => decided.done);
  const waiting = all.filter(([, decided]) => !decided.done && !decided.skipped);
  const doneToday = done.filter(([, decided]) => decided.done === today).length;
  const inSitting = doneToday % size;
  return {
    waiting,
    skipped: all.filter(([, decided]) => !decided.done && decided.skipped),
    done,
    sitting: { done: inSitting, of: Math.min(size, inSitting + waiting.length) },
    sittingsToday: Math.floor(doneToday / size),
    sittingsLeft: waiting.length && Math.ceil((inSitting + waiting.length) / size),
    pace: paceOf(done, waiting.length),
  };
}

/** Whose turn it is. */
export const next = ({ waiting }: Queue): Waiting | undefined => waiting[0];

function paceOf(done: readonly Waiting[], left: number): Queue['pace'] {
  if (done.length === 0) return undefined;
  const perDay = done.length / new Set(done.map(([, decided]) => decided.done)).size;
  return { perDay, daysLeft: Math.ceil(left / perDay) };
}

function inOrder([key, one]: Waiting, [otherKey, other]: Waiting): number {
  const first = Number(one.decision === 'remove') - Number(other.decision === 'remove');
  return first || (other.who?.connected ?? 0) - (one.who?.connected ?? 0) || (key < otherKey ? -1 : 1);
}
