/**
 * The evidence as data, for `/evidence.json`: its shape with the meaning of every field, and how it is made. The JSON Schema under `/evidence.schema.json` and
 * the table on `/evidence/` are made from the same descriptions.
 */
import { z } from 'astro/zod';
import type { Claim, Entry, Source } from '../written/schema.ts';
import { sourceKinds, verdicts } from '../written/schema.ts';
import { claimTopicNames } from '../written/topics.ts';
import { agreementOf, newestSource, standingOf, standings } from './verdicts.ts';

const day = z.iso.date();
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const words = z.string().min(1);

const sourceRecord = z
  .strictObject({
    id: id.describe('Its name here, for good. Positions refer to it.'),
    title: words.describe('Its title, or what it is.'),
    publisher: words.describe('Who published it.'),
    kind: z.enum(sourceKinds).describe('What kind of source it is.'),
    url: z.url().optional().describe('Where it was published. Missing where it has no address, or where that is a copy we do not link.'),
    date: words.describe('Its own date: a day, a month, a year, “about 2015” or “undated”.'),
    read: z
      .enum(['original', 'archive', 'copy', 'reported'])
      .describe('How it was read: itself, in a dated archive, as a copy on another site, or not at all, only in what others report.'),
    readOn: day.describe('The day it was last read.'),
    note: words.describe('Who is behind it and how much it weighs.'),
    light: z
      .literal(true)
      .optional()
      .describe('There where it is a content farm, contradicts itself or only repeats others. Then no verdict rests on it.'),
  })
  .meta({ title: 'Source' });

const positionRecord = z
  .strictObject({
    source: id.describe('The id of the source.'),
    stance: z.enum(['yes', 'no', 'partly', 'silent']).describe('Whether the source holds the proposition.'),
    says: words.describe('What it says, in our words.'),
    where: words.describe('Where in the source.'),
    standing: z.enum(standings).describe('How this position stands now. Computed from stance, answer and verdict.'),
  })
  .meta({ title: 'Position' });

const claimRecord = z
  .strictObject({
    id: id.describe('Its name, for good: also its place on /evidence/.'),
    topic: z.enum(claimTopicNames).describe('What it is about.'),
    question: words.describe('The one question it answers.'),
    proposition: words.describe('The same as something that can be held or denied.'),
    answer: z.enum(['yes', 'no', 'partly', 'unknown']).describe('Our answer to the proposition.'),
    statement: words.describe('The sentence the guides print.'),
    verdict: z.enum(verdicts).describe('How sure it is. The meanings are above.'),
    inference: z.literal(true).optional().describe('There where no source says it, and we conclude it.'),
    agreement: z
      .enum(['none', 'single', 'agree', 'disagree'])
      .describe('How the sources that speak stand to each other: nobody speaks, one does, no yes meets a no, or one does. Computed.'),
    positions: z.array(positionRecord).min(1).describe('Who says what.'),
    why: words.describe('What settles it, and what is missing.'),
    verified: z
      .strictObject({ date: day.describe('The day we last checked.'), how: words.describe('How we did.') })
      .describe('The last check: its date, and how it was done.'),
    newestSource: id
      .nullable()
      .describe(
        'The id of the newest dated source that takes a position and carries weight; one with an address goes before one without. Null where there is none.',
      ),
    recheckBy: day.describe('The day it is due for another look.'),
    url: z.string().describe('Its place on this site: whole where the site knows its own address, else from the root.'),
  })
  .meta({ title: 'Claim' });

const evidenceSchema = z
  .strictObject({
    generated: day.describe('The day this file was made.'),
    sources: z.array(sourceRecord).describe('Everything that was read, or that others report.'),
    claims: z.array(claimRecord).describe('Everything the guides rest on.'),
  })
  .meta({ title: 'The evidence of Loose Ties' });

export type EvidenceData = z.infer<typeof evidenceSchema>;

/** The JSON Schema (2020-12). `address` is where it will be found, if that is known. */
export function evidenceJsonSchema(address: string | undefined): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(evidenceSchema, { target: 'draft-2020-12' });
  return { $schema, ...(address && { $id: address }), ...schema };
}

interface FieldMeaning {
  readonly name: string;
  readonly meaning: string;
  /** All values it can have, where they are a few words. */
  readonly values: readonly string[];
  readonly optional: boolean;
}

/** The fields of each kind of record, for people. */
export const evidenceFields: readonly { title: string; fields: readonly FieldMeaning[] }[] = [
  { title: 'The file', record: evidenceSchema },
  { title: 'A source', record: sourceRecord },
  { title: 'A claim', record: claimRecord },
  { title: 'A position', record: positionRecord },
].map(({ title, record }) => ({
  title,
  fields: Object.entries<z.ZodType>(record.shape).map(([name, field]) => ({
    name,
    meaning: field.description ?? '',
    values: name === 'topic' ? [] : valuesOf(field),
    optional: field.safeParse(undefined).success,
  })),
}));

function valuesOf(field: z.ZodType): string[] {
  return field instanceof z.ZodEnum ? field.options.map(String) : [];
}

interface Written {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Authored text as a reader reads it, without markup. */
  readonly plainText: (text: string) => Promise<string>;
  /** The place on the site of the claim with this id. */
  readonly urlOf: (id: string) => string;
}

/** All the evidence. `today` is the build's day as YYYY-MM-DD. */
export async function evidenceData({ claims, sources, plainText, urlOf }: Written, today: string): Promise<EvidenceData> {
  const byId = <Kind extends Entry>(entries: ReadonlyMap<string, Kind>): Kind[] =>
    [...entries.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  return {
    generated: today,
    sources: byId(sources).map(({ id, title, publisher, kind, url, date, read, readOn, note, light }) => ({
      id,
      title,
      publisher,
      kind,
      ...(url && { url }),
      date,
      read,
      readOn,
      note,
      ...(light && { light }),
    })),
    claims: await Promise.all(
      byId(claims).map(async (claim) => ({
        id: claim.id,
        topic: claim.topic,
        question: claim.question,
        proposition: claim.proposition,
        answer: claim.answer,
        statement: await plainText(claim.statement),
        verdict: claim.verdict,
        ...(claim.inference && { inference: claim.inference }),
        agreement: agreementOf(claim),
        positions: await Promise.all(
          claim.positions.map(async ({ source, stance, says, where }) => ({
            source,
            stance,
            says: await plainText(says),
            where,
            standing: standingOf(claim, stance),
          })),
        ),
        why: await plainText(claim.why),
        verified: claim.verified,
        newestSource: newestSource(claim, sources)?.id ?? null,
        recheckBy: claim.recheckBy,
        url: urlOf(claim.id),
      })),
    ),
  };
}
