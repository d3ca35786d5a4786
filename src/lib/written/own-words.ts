/** What Zod finds wrong, in words that say what to do. What a schema says itself comes before this. */
import type { z } from 'astro/zod';
import { didYouMean } from './nearest.ts';

const kinds: Readonly<Record<string, string>> = {
  string: 'text; what looks like a number, a date, yes or no needs quotation marks',
  array: 'a list, such as [one, two]',
  object: 'fields, each in a line of its own: “name: value”',
  boolean: 'true or false',
  number: 'a number',
};

const inText = (value: unknown): string => {
  if (value instanceof Date) return `the date ${value.toISOString().slice(0, 10)}`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'fields' : JSON.stringify(value);
};

type Issue = Parameters<z.core.$ZodErrorMap>[0];

function wrongKind({ input, expected }: Issue & { code: 'invalid_type' }): string {
  if (input === undefined) return `is missing: write ${kinds[expected] ?? expected}`;
  return `${input === null ? 'is empty' : `is ${inText(input)}`}: write ${kinds[expected] ?? expected}`;
}

function unknownKeys(keys: readonly string[], inst: unknown): string {
  const shape = (inst as { _zod?: { def?: { shape?: Record<string, unknown> } } } | undefined)?._zod?.def?.shape ?? {};
  const known = Object.keys(shape);
  const meant = keys.map((key) => `no field is called "${key}"${didYouMean(key, known)}`).join('; ');
  return `${meant}: mend its name or leave it out${known.length > 0 ? `; the fields are ${known.join(', ')}` : ''}`;
}

function wrongLength(input: unknown, origin: string, limit: string): string {
  const length = typeof input === 'string' || Array.isArray(input) ? input.length : undefined;
  const unit = origin === 'string' ? 'letters' : 'entries';
  return length === undefined ? `write ${limit}` : `has ${length} ${unit}: write ${limit}`;
}

export const inOurWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return wrongKind(issue);
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, issue.inst);
    case 'invalid_value': {
      const values = issue.values.map((value) => JSON.stringify(value));
      const choice = values.length === 1 ? `write ${values.join('')}` : `write one of ${values.join(', ')}`;
      const near = typeof issue.input === 'string' ? didYouMean(issue.input, issue.values.map(String)) : '';
      const marks = ['boolean', 'number'].includes(typeof issue.input) ? ', in quotation marks' : '';
      return `${issue.input === undefined ? 'is missing' : `is ${inText(issue.input)}`}: ${choice}${marks}${near}`;
    }
    case 'too_small':
      return wrongLength(issue.input, issue.origin, `${String(issue.minimum)} or more`);
    case 'too_big':
      return wrongLength(issue.input, issue.origin, `${String(issue.maximum)} at most`);
    case 'invalid_key':
      return 'has a name that is none of those it may have: mend the name';
    default:
      return 'is not what it should be: CONTRIBUTING.md says what it holds';
  }
};
