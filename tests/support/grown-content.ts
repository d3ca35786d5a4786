/**
 * Content of any size, for what is to hold however much is written: to what the site has, guides are added that are plainly made up, each with a checklist, a tip, a
 * question, a claim and half a source of its own. Each file is held against the schema of its kind before it is written, so that what a schema asks for one day is
 * missing here on the same day; and the same seed gives the same files.
 */
import { dump, load } from 'js-yaml';
import type { z } from 'astro/zod';
import { chanceFrom } from '../../src/islands/triage/chance.ts';
import type { ContentFiles } from '../../src/lib/written/files.ts';
import { required } from '../../src/lib/written/required.ts';
import {
  checklistSchema,
  claimSchema,
  guideSchema,
  journeySchema,
  numbersSchema,
  questionSchema,
  slug,
  sourceKinds,
  sourceSchema,
  tipSchema,
} from '../../src/lib/written/schema.ts';
import { claimTopicNames, questionTopicNames, tipTopicNames } from '../../src/lib/written/topics.ts';

export interface Growth {
  /** How many guides there are to be, those of the site among them. */
  readonly guides: number;
  /** How many claims there are to be, likewise; without it, one more for each guide that is added. */
  readonly claims?: number;
  /** The stage that takes all that is added; without it, the stages take turns. */
  readonly stage?: string;
  readonly seed?: number;
}

/** Days on which the made-up sources were read, and by which the claims are to be looked at again: beyond any day that tests are built on. */
const readOn = '2026-11-20';
const recheckBy = '2036-11-20';

const beginnings = [
  'bra',
  'cor',
  'del',
  'fen',
  'gar',
  'hol',
  'jun',
  'kel',
  'lum',
  'mar',
  'nol',
  'pel',
  'ras',
  'sel',
  'tor',
  'vel',
  'win',
  'zan',
];
const endings = ['ba', 'dic', 'fo', 'gan', 'lo', 'mer', 'nik', 'pa', 'rin', 'sto', 'tan', 'vo'];
const things = ['lamp', 'kite', 'boat', 'drum', 'clock', 'gate', 'bell', 'shelf', 'wheel', 'map', 'stamp', 'chair'];
const acts = ['fold', 'turn', 'paint', 'lift', 'mend', 'sort', 'wash', 'hang', 'count', 'pack', 'name', 'store'];
const sentences = [
  'Take the {name} {thing} in one hand and {act} it with the other.',
  'A {name} {thing} is light, so it moves when the wind does.',
  'Put it back on the {other} shelf when you are done.',
  'Most people {act} it in the morning, when the room is cool.',
  'If it sticks, warm it a little and try once more.',
  'The {other} side is blue, and the {name} side is red.',
  'Wait until the {thing} is dry before you {act} it again.',
  'Keep a list of what you did, with the day beside it.',
  'Two of them fit in a box, and three of them do not.',
  'You can ask a friend to hold the {other} end for you.',
  'It takes ten minutes the first time and four after that.',
  'Do not hurry: a {name} {thing} that falls will ring for an hour.',
  'Look at the {other} mark first, since it shows where to begin.',
  'Then close the lid, and the {name} light goes out.',
];

interface Numbered {
  readonly number: number;
  /** A word that nobody uses, and that no other guide has. */
  readonly name: string;
  readonly thing: string;
  readonly act: string;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const asYaml = (value: object): string => dump(value, { lineWidth: -1, quotingType: '"' });

/** The text of a file, once its fields are what the schema asks for. Throws where they are not. */
function held<Schema extends z.ZodType<object>>(schema: Schema, fields: z.input<Schema> & object): string {
  schema.parse(fields);
  return asYaml(fields);
}

function withText<Schema extends z.ZodType<object>>(schema: Schema, fields: z.input<Schema> & object, text: string): string {
  return `---\n${held(schema, fields)}---\n\n${text}\n`;
}

class Grower {
  readonly files: Map<string, string>;
  readonly #chance: () => number;
  /** The numbers of what is added. */
  readonly numbers: z.infer<typeof numbersSchema>[] = [];

  constructor(files: ContentFiles, seed: number) {
    this.files = new Map(files);
    this.#chance = chanceFrom(seed);
  }

  count(folder: string): number {
    return [...this.files.keys()].filter((path) => path.startsWith(`${folder}/`)).length;
  }

  one<Item>(list: readonly Item[]): Item {
    return list[Math.floor(this.#chance() * list.length)] as Item;
  }

  /** Appends what is made of `entries` to a file that is a list. */
  append(path: string, entries: readonly object[]): void {
    if (entries.length > 0) this.files.set(path, `${this.files.get(path) ?? ''}${asYaml(entries)}`);
  }

  /** Made-up words, no two alike: the number is told in syllables. */
  word(number: number): string {
    const rest = Math.floor(number / beginnings.length);
    return `${beginnings[number % beginnings.length] ?? ''}${endings[rest % endings.length] ?? ''}${rest < endings.length ? '' : this.word(Math.floor(rest / endings.length) - 1)}`;
  }

  numbered(number: number): Numbered {
    return { number, name: this.word(number), thing: this.one(things), act: this.one(acts) };
  }

  paragraph({ name, thing, act }: Numbered, count: number): string {
    const said = Array.from({ length: count }, () =>
      this.one(sentences)
        .replaceAll('{name}', name)
        .replaceAll('{thing}', thing)
        .replaceAll('{act}', act)
        .replaceAll('{other}', this.one(beginnings) + this.one(endings)),
    );
    return said.join(' ');
  }

  source(number: number): string {
    const { name } = this.numbered(number);
    const id = `made-up-source-${number}`;
    const fields = {
      title: `The ${name} reader`,
      publisher: `${capital(name)} and Pretend`,
      kind: number % 2 === 0 ? ('study' as const) : this.one(sourceKinds),
      date: `20${10 + (number % 16)}-0${1 + (number % 9)}-11`,
      read: 'original' as const,
      readOn,
      note: 'Made up, like all that rests on it.',
    };
    this.files.set(`evidence/sources/${id}.yaml`, held(sourceSchema, fields));
    return id;
  }

  claim(number: number, source: string): string {
    const { name, thing, act } = this.numbered(number);
    const id = `made-up-claim-${number}`;
    const fields = {
      topic: this.one(claimTopicNames),
      about: 'lasting' as const,
      question: `Can you ${act} a ${name} ${thing}?`,
      proposition: `You can ${act} a ${name} ${thing}`,
      answer: 'yes' as const,
      statement: `You can ${act} a ${name} ${thing}.`,
      ...(number % 3 === 0 && { neverSay: [`no one may ${act} a ${name} ${thing}`] }),
      verdict: 'confirmed' as const,
      positions: [{ source, stance: 'yes' as const, says: `Anybody can ${act} it.`, where: `Page ${number}` }],
      why: `The ${name} reader says so. ${this.paragraph({ number, name, thing, act }, 1)}`,
      verified: { date: readOn, how: 'Made up' },
      recheckBy,
    };
    this.files.set(`evidence/claims/${id}.yaml`, held(claimSchema, fields));
    return id;
  }

  checklist(one: Numbered, claim: string): string {
    const { number, name, thing, act } = one;
    const id = `made-up-list-${number}`;
    const fields = {
      title: `${capital(act)} the ${name} ${thing}`,
      summary: `Five steps for the ${name} ${thing}.`,
      platforms: ['anywhere' as const],
      steps: Array.from({ length: 5 }, (_, index) => ({
        id: `step-${index + 1}`,
        action: `${capital(this.one(acts))} the ${name} ${thing} ${index + 1} times.`,
        expect: index === 4 ? `It rings. {claim:${claim}}` : this.paragraph(one, 1),
      })),
      finish: 'That is all.',
    };
    this.files.set(`checklists/${id}.yaml`, held(checklistSchema, fields));
    this.numbers.push(numbersSchema.parse({ checklist: id, steps: fields.steps.map((step) => step.id) }));
    return id;
  }

  tip({ number, name, thing, act }: Numbered, claim: string, guide: string): void {
    const fields = { title: `${capital(act)} a ${name} ${thing} early`, topic: this.one(tipTopicNames), rests: [claim], guide };
    const text = `A ${name} ${thing} is best in the morning. So put it by the door at night, and ${act} it before you do anything else with the day.`;
    this.files.set(`tips/made-up-tip-${number}.md`, withText(tipSchema, fields, text));
  }

  question({ number, name, thing, act }: Numbered, claim: string, guide: string): void {
    const fields = {
      question: `May I ${act} my ${name} ${thing} at night?`,
      wordings: [`${act} the ${name} ${thing} in the dark`, `${name} ${thing} after hours`, `is ${name} loud at night`],
      topic: this.one(questionTopicNames),
      rests: [claim],
      guide,
    };
    const text = `Yes. It rings a little, so close the door first. The ${name} side goes up.`;
    this.files.set(`questions/made-up-question-${number}.md`, withText(questionSchema, fields, text));
  }

  guide(one: Numbered, claim: string, id: string, related: readonly string[]): void {
    const { number, name, thing, act } = one;
    const fields = {
      title: `How do I ${act} a ${name} ${thing}?`,
      label: `The ${name} ${thing}`,
      answer: `Hold it by the ${name} side and ${act} it. It is made up, like this whole guide.`,
      platforms: ['anywhere' as const],
      aliases: [`${name} guide`],
      updated: readOn,
      related: [...related],
    };
    const text = [
      `## How to ${act} it`,
      `<Checklist id="${this.checklist(one, claim)}" />`,
      `## Why the ${name} side is up`,
      `${this.paragraph(one, 6)} <Claim id="${claim}" />`,
      `## What to keep`,
      `${this.paragraph(one, 5)} <Rests on="${claim}">The reader says so</Rests>.`,
      `## When it rings`,
      this.paragraph(one, 7),
      `<Tip id="made-up-tip-${number}" />`,
    ];
    this.files.set(`guides/${id}.mdx`, withText(guideSchema, fields, text.join('\n\n')));
  }
}

/** What is given, grown by what is made up. Throws where it has more guides than are asked for, and no such stage. */
export function grownContent(files: ContentFiles, { guides, claims, stage, seed = 1 }: Growth): Map<string, string> {
  const grower = new Grower(files, seed);
  const journey = journeySchema
    .extend({ id: slug })
    .array()
    .parse(load(files.get('journey.yaml') ?? ''));
  const byId = new Map(journey.map((each) => [each.id, each]));
  const stages = stage === undefined ? journey : [required(byId, stage, 'stage')];
  const added = guides - grower.count('guides');
  if (added < 0) throw new Error(`There are ${grower.count('guides')} guides already, which is more than ${guides}`);
  const claimsAdded = Math.max(added, (claims ?? 0) - grower.count('evidence/claims'));
  let source = '';
  for (let number = 0; number < claimsAdded; number += 1) {
    if (number % 2 === 0) source = grower.source(number);
    grower.claim(number, source);
  }
  const before = new Map<string, string>();
  for (let number = 0; number < added; number += 1) {
    const home = stages[number % stages.length];
    if (!home) break;
    const [id, claim] = [`${home.id}/made-up-${number}`, `made-up-claim-${number}`];
    const one = grower.numbered(number);
    home.guides.push(`made-up-${number}`);
    grower.guide(one, claim, id, [before.get(home.id) ?? []].flat());
    grower.tip(one, claim, id);
    grower.question(one, claim, id);
    before.set(home.id, id);
  }
  grower.files.set('journey.yaml', asYaml(journey));
  grower.append('numbers.yaml', grower.numbers);
  return grower.files;
}
