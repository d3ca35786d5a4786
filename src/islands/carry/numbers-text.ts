/**
 * What is carried, as numbers, in letters that any address may hold (base64url), and back. Pure. First stands the version, last a check sum: so it is in every
 * version. Between them are numbers of as few bytes as they need, seven bits in each, the highest telling that one more follows:
 *
 *     the first day, in days since 1970, from which the others are counted
 *     how many checklists; for each: how many numbers lie between it and the one before, its steps as bits, its day
 *     how many entries of the plan; for each: its checklist, its day, where 0 is none
 */

import { lastDay } from '../../browser/is-day.ts';

/** A checklist of which something is ticked. All are places in numbers.yaml, counted from 0; `day` is the one on which it was ticked last, in days since 1970. */
export interface NumberedList {
  readonly checklist: number;
  /** Ascending. */
  readonly steps: readonly number[];
  readonly day: number;
}

interface NumberedPlanEntry {
  readonly checklist: number;
  readonly day?: number | undefined;
}

export interface Numbered {
  /** In the order of their numbers, each once, each with a step. */
  readonly lists: readonly NumberedList[];
  /** Each checklist once. */
  readonly plan: readonly NumberedPlanEntry[];
}

/** `damaged`: cut, altered, or never one of ours. `later`: made by a version that came after this one. */
export type Refusal = 'damaged' | 'later';

const VERSION = 1;

/** More than all there is will need for long, and few enough to be read at once. */
export const mostLetters = 8_000;
/** Milliseconds. */
export const perDay = 86_400_000;
/** Days since 1970. */
export const latestDay = Date.parse(lastDay) / perDay;
const mostSteps = 10_000;

/** CRC-16/GENIBUS: it notices each change of up to sixteen bits in a row, so also that of one letter or two neighbours. Turned around at the end: else a zero there could be cut off. */
function checkSum(bytes: readonly number[]): number {
  let sum = 0xffff;
  for (const byte of bytes) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) sum = ((sum << 1) ^ (sum & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return sum ^ 0xffff;
}

/** Small where the number lies near 0 on either side. */
const folded = (number: number): number => (number < 0 ? -2 * number - 1 : 2 * number);
const unfolded = (number: number): number => (number % 2 ? -(number + 1) / 2 : number / 2);

function put(bytes: number[], number: number): void {
  let rest = number;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
}

function putSteps(bytes: number[], steps: readonly number[]): void {
  const last = Math.floor((steps.at(-1) ?? 0) / 7);
  for (let group = 0; group <= last; group += 1) {
    const bits = steps.reduce((sum, step) => (Math.floor(step / 7) === group ? sum + 2 ** (step % 7) : sum), 0);
    bytes.push(bits + (group < last ? 128 : 0));
  }
}

export function encode({ lists, plan }: Numbered): string {
  const first = lists[0]?.day ?? plan.find(({ day }) => day !== undefined)?.day ?? 0;
  const bytes = [VERSION];
  put(bytes, first);
  put(bytes, lists.length);
  let before = -1;
  for (const { checklist, steps, day } of lists) {
    put(bytes, checklist - before - 1);
    putSteps(bytes, steps);
    put(bytes, folded(day - first));
    before = checklist;
  }
  put(bytes, plan.length);
  for (const { checklist, day } of plan) {
    put(bytes, checklist);
    put(bytes, day === undefined ? 0 : folded(day - first) + 1);
  }
  const sum = checkSum(bytes);
  return btoa(String.fromCharCode(...bytes, sum >> 8, sum & 255))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Undefined where the text is no base64url. */
function bytesOf(text: string): number[] | undefined {
  if (text.length > mostLetters || !/^[\w-]+$/.test(text)) return undefined;
  try {
    return Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Reads one number after another. Throws a RangeError where there is none, or it is too large; without words, since whoever opened the link is told in others. */
class Reader {
  #at = 0;
  readonly #bytes: readonly number[];

  constructor(bytes: readonly number[]) {
    this.#bytes = bytes;
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new RangeError();
    return byte;
  }

  number(): number {
    let number = 0;
    let byte = 128;
    for (let scale = 1; byte > 127; scale *= 128) {
      byte = this.#byte();
      number += (byte % 128) * scale;
      if (scale > 128 ** 3) throw new RangeError();
    }
    return number;
  }

  day(from: number, number: number): number {
    const day = from + unfolded(number);
    if (day < 0 || day > latestDay) throw new RangeError();
    return day;
  }

  steps(): number[] {
    const steps: number[] = [];
    let byte = 128;
    for (let step = 0; byte > 127; step += 7) {
      byte = this.#byte();
      for (let bit = 0; bit < 7; bit += 1) if (byte & (1 << bit)) steps.push(step + bit);
      if (step > mostSteps) throw new RangeError();
    }
    return steps;
  }

  many<Read>(read: () => Read): Read[] {
    // What is not there throws, so this ends where the text does.
    return Array.from({ length: Math.min(this.number(), mostLetters) }, read);
  }
}

export function decode(text: string): Numbered | Refusal {
  const bytes = bytesOf(text);
  if (!bytes || bytes.length < 4) return 'damaged';
  const [high = 0, low = 0] = bytes.splice(-2);
  if (checkSum(bytes) !== high * 256 + low) return 'damaged';
  const [version = 0, ...body] = bytes;
  if (version > VERSION) return 'later';
  try {
    const found = read(new Reader(body));
    // What could be written otherwise was not written by us: numbers out of order, twice, with zeros before them.
    return encode(found) === text ? found : 'damaged';
  } catch {
    return 'damaged';
  }
}

function read(reader: Reader): Numbered {
  const first = reader.day(reader.number(), 0);
  let checklist = -1;
  const lists = reader.many(() => {
    checklist += reader.number() + 1;
    const steps = reader.steps();
    // It would not have been put in.
    if (steps.length === 0) throw new RangeError();
    return { checklist, steps, day: reader.day(first, reader.number()) };
  });
  const plan = reader.many(() => {
    const [number, day] = [reader.number(), reader.number()];
    return day === 0 ? { checklist: number } : { checklist: number, day: reader.day(first, day - 1) };
  });
  // None stands in a plan twice.
  if (new Set(plan.map((entry) => entry.checklist)).size < plan.length) throw new RangeError();
  return { lists, plan };
}
