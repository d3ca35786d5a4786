/** What the search needs that is written by hand: words of one meaning, stop words, and what people come for most. */
import { z } from 'astro/zod';
import { load as loadYaml } from 'js-yaml';

const word = z.string().regex(/^[a-z0-9]+( [a-z0-9]+)*$/, 'write lower-case words without apostrophes or hyphens, parted by single spaces');
const single = z.string().regex(/^[a-z0-9]+$/, 'write one lower-case word without apostrophes');

const wordsSchema = z.strictObject({
  groups: z.array(z.strictObject({ ours: z.array(single).min(1), theirs: z.array(word).min(1) })),
  stop: z.array(single),
});

const firstThingsSchema = z.array(
  z.strictObject({
    label: z.string().trim().min(1),
    guide: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'write "stage/slug" of a guide'),
  }),
);

export type SearchWords = z.infer<typeof wordsSchema>;
export interface FirstThing {
  readonly label: string;
  /** Without the base path. */
  readonly path: string;
}

/** Checks one file. Throws with file, field and cure. */
function read<Schema extends z.ZodType>(file: string, schema: Schema, text: string): z.infer<Schema> {
  let raw: unknown;
  try {
    raw = loadYaml(text);
  } catch (cause) {
    throw new Error(`src/content/${file}: not valid YAML: mend the line named below`, { cause });
  }
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `  ${path.map(String).join('.') || 'whole file'}: ${message}`);
  throw new Error(`src/content/${file}:\n${problems.join('\n')}`);
}

/** The words of `src/content/synonyms.yaml`. Throws where one stands in two places, since only one could count. */
export function readSearchWords(text: string): SearchWords {
  const file = 'synonyms.yaml';
  const words = read(file, wordsSchema, text);
  const places = new Map<string, string>();
  const place = (entry: string, at: string): void => {
    const other = places.get(entry);
    if (other) throw new Error(`src/content/${file}:\n  ${at}: "${entry}" stands in ${other} already: keep one of the two`);
    places.set(entry, at);
  };
  words.groups.forEach(({ ours, theirs }, index) => {
    for (const entry of [...ours, ...theirs]) place(entry, `groups.${index} (${ours[0] ?? ''})`);
  });
  for (const entry of words.stop) place(entry, 'stop');
  return words;
}

/** `src/content/first-things.yaml`. Guides that are not in `written` ("stage/slug") are named in `missing`, and left out. */
export function readFirstThings(text: string, written: ReadonlySet<string>): { firstThings: FirstThing[]; missing: string[] } {
  const all = read('first-things.yaml', firstThingsSchema, text);
  return {
    firstThings: all.filter(({ guide }) => written.has(guide)).map(({ label, guide }) => ({ label, path: `/${guide}/` })),
    missing: all.filter(({ guide }) => !written.has(guide)).map(({ guide }) => guide),
  };
}
