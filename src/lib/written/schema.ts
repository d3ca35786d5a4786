/** The shape of everything written. */
import { languages } from './languages.ts';
import { z } from 'astro/zod';
import { faultOfAddress } from './normal-addresses.ts';
import { refusalOf } from './refused-hosts.ts';
import { claimTopicNames, questionTopicNames, tipTopicNames } from './topics.ts';

/** Lower-case words joined by hyphens: file names, ids of steps, names of buttons. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write lower-case words joined by hyphens, such as "open-the-list"');

const day = z.iso.date('write a day that there is as YYYY-MM-DD, in quotation marks');

const dateForm = /^(undated|about \d{4}|\d{4}(-\d{2}(-\d{2})?)?)$/;

/** Whether a date, or the month or year of one, is any; what has another form is told of by itself. Nothing that we cite is older than print. */
function isInTheCalendar(date: string): boolean {
  if (!dateForm.test(date)) return true;
  if (date === 'undated') return true;
  const [year = '', month = '01', dayOfMonth = '01'] = date.replace('about ', '').split('-');
  return Number(year) >= 1450 && z.iso.date().safeParse(`${year}-${month}-${dayOfMonth}`).success;
}

/** A source is rarely dated to the day: "2013-11-12", "2013-11", "2013", "about 2015", or "undated". */
const sourceDate = z
  .string()
  .regex(dateForm, 'write "2013-11-12", "2013-11", "2013", "about 2015" or "undated", in quotation marks')
  .refine(isInTheCalendar, 'there is no such day: write year, month and day in this order, as in "2013-11-12"');

const text = z.string().trim().min(1, 'is empty: write something here or leave the field out');
/** What is printed as it stands: nothing in it is taken for Markdown, a component or a token. */
const plain = text.regex(
  /^(?!.*(\{|\}|\]\(|\*\*|`|<\/?[a-z!]))/is,
  'is printed as it stands: write the words themselves, without Markdown, <…> or {…}',
);
/** What is printed so in headings and in names of links. */
const line = plain.regex(/^[^'"]*$/, 'write ’, “ and ”: nothing changes the marks here').regex(/^[^\n]*$/, 'write it in one line');
/** A list in which nothing stands twice: it would be printed twice. */
const several = <Item extends z.ZodType>(item: Item) =>
  z.array(item).refine((items) => new Set(items).size === items.length, 'holds one thing twice: leave out one of the two');
const platforms = several(z.enum(['website', 'app', 'anywhere'])).min(1);

export const guideSchema = z.strictObject({
  title: line,
  /** The short name in navigation, where the title is a long question. */
  label: line.max(32, 'is too long for navigation: write 32 letters at most'),
  /** The two sentences that open the page, and its description and search result. */
  answer: text,
  platforms,
  /** Words people search with that the text does not use. */
  aliases: several(plain),
  updated: day,
  /** Guides to read first, since a step here can't be undone. Given as "stage/slug". */
  before: several(z.string()).default([]),
  /** Guides that belong near this one. Given as "stage/slug". */
  related: several(z.string()).default([]),
});

const screenKinds = ['bar', 'panel', 'profile', 'list', 'menu', 'confirm', 'settings'] as const;

/** A sketch of where to press on the website. Only what the sources describe is drawn: nothing of the app, nothing whose name nobody has verified. */
const screenSchema = z.strictObject({
  kind: z.enum(screenKinds),
  /** The name in interface.yaml of what is highlighted. */
  target: slug,
  /** Names in interface.yaml of what stands near it, in reading order. */
  near: several(slug).max(3).default([]),
});

const stepSchema = z.strictObject({
  id: slug,
  /** One act, starting with a verb. */
  action: text,
  /** What the reader can then see or hear. */
  expect: text,
  ifNot: text.optional(),
  undo: text.optional(),
  screen: screenSchema.optional(),
  /** Unfolds on request. */
  detail: text.optional(),
});

export const checklistSchema = z.strictObject({
  title: line,
  summary: text,
  platforms,
  aliases: several(plain).default([]),
  steps: z.array(stepSchema).min(2).max(12),
  /** What to do next, once everything is ticked. */
  finish: text,
  /** The summary says what can't be taken back, or what to save first: it stays in view beside a step that a link leads to. */
  guard: z.literal(true, 'write guard: true, or leave the field out').optional(),
  /** Whoever ticks it may share the device with the person they fear: its ticks are kept only on request, and it has a way to leave the page. */
  private: z.literal(true, 'write private: true, or leave the field out').optional(),
  /** Ids of steps that are gone. They are never given to another step, since somebody's tick may still carry them. */
  retired: several(slug).default([]),
});

/** A checklist in `numbers.yaml`, whose head explains it. */
export const numbersSchema = z.strictObject({
  checklist: slug,
  /** Ids of all steps it has or had. */
  steps: several(slug).min(1),
  /** There is no such checklist any more. */
  gone: z.literal(true, 'write gone: true, or leave the field out').optional(),
});

export const verdicts = ['confirmed', 'supported', 'likely', 'contested', 'outdated', 'unknown', 'opinion'] as const;
export const sourceKinds = ['official', 'terms', 'study', 'press', 'guide', 'code', 'measurement'] as const;

const labelSchema = z.strictObject({
  shown: plain,
  /** The name a screen reader speaks, where it differs from the label. */
  announced: plain.optional(),
  source: slug,
  date: sourceDate,
  /** live: taken from the real page; list: only in a script's list of names to look for; guide: in a guide. */
  seen: z.enum(['live', 'list', 'guide']),
});

/** One label or a list of several. */
const labelsSchema = z.preprocess((written): unknown => (Array.isArray(written) ? written : [written]), z.array(labelSchema).min(1));

export const interfaceSchema = z.strictObject({
  /** The label on the screen. */
  shown: plain,
  /** What stands in a sketch, where it is a sign and not a word. */
  drawn: plain.max(12, 'is too long for a sketch: write 12 letters at most').optional(),
  /** The name a screen reader speaks, where it differs from the label. */
  announced: plain.optional(),
  platform: z.enum(['website', 'app']),
  /** Where on the screen, in words that need no eyes where that is possible. */
  place: plain,
  source: slug,
  date: sourceDate,
  sure: z.enum(['confirmed', 'likely', 'unknown']),
  /** Its labels in other languages. */
  languages: z.partialRecord(z.enum(languages), labelsSchema).default({}),
});

/** Has its `id` beside it, which is written in the list. */
export const journeySchema = z.strictObject({
  title: line,
  promise: plain,
  guides: z.array(slug).min(1),
});

/** The places of the two articles the guide started from. */
export const articleOrder = ['first', 'second'] as const;

export const sourceSchema = z.strictObject({
  title: plain,
  publisher: plain,
  kind: z.enum(sourceKinds),
  url: z
    .string()
    .superRefine((address, context) => {
      const message = faultOfAddress(address) ?? refusalOf(address);
      if (message) context.addIssue({ code: 'custom', message });
    })
    .optional(),
  date: sourceDate,
  /** original: on the publisher's own address; archive: in a dated archive of it; copy: on somebody else's; reported: not seen. */
  read: z.enum(['original', 'archive', 'copy', 'reported']),
  readOn: day,
  note: plain,
  /** A content farm, or it contradicts itself or only repeats others: it speaks neither for a verdict nor against it. */
  light: z.literal(true, 'write light: true, or leave the field out').optional(),
  /** Which of the two articles the guide started from it is, where it is one. */
  startingArticle: z.enum(articleOrder).optional(),
  /** What it treats besides the claims, and the guide ("stage/slug") where that has its home. For the two articles. */
  alsoTreats: z.array(z.strictObject({ what: plain, guide: z.string() })).optional(),
});

const positionSchema = z.strictObject({
  source: slug,
  /** The source's stance on the proposition. */
  stance: z.enum(['yes', 'no', 'partly', 'silent']),
  /** What it says, in our words. */
  says: text,
  /** Where in the source. */
  where: plain,
});

export const claimSchema = z
  .strictObject({
    topic: z.enum(claimTopicNames),
    /** "linkedin-today": how LinkedIn works now, where an old text proves little. "lasting": people, studies, history. */
    about: z.enum(['linkedin-today', 'lasting']),
    question: line,
    /** Something that can be held or denied. */
    proposition: plain,
    answer: z.enum(['yes', 'no', 'partly', 'unknown']),
    /** The sentence the guides print. */
    statement: text,
    /** What no text of ours may say, since it is the opposite: phrases of two words or more. */
    neverSay: z.array(text.regex(/\S\s+\S/, 'write two words or more: one word alone stands in many true sentences')).default([]),
    verdict: z.enum(verdicts),
    /** Nobody says it: we conclude it from what sources say. */
    inference: z.literal(true, 'write inference: true, or leave the field out').optional(),
    positions: z.array(positionSchema).min(1),
    why: text,
    verified: z.strictObject({ date: day, how: plain }),
    recheckBy: day,
  })
  .refine((claim) => new Set(claim.positions.map((position) => position.source)).size === claim.positions.length, {
    path: ['positions'],
    message: 'one source holds two positions: give each source one, with stance "partly" where it says both',
  })
  .refine(
    (claim) => claim.verdict !== 'contested' || ['yes', 'no'].every((side) => claim.positions.some((position) => position.stance === side)),
    {
      path: ['verdict'],
      message: '"contested" needs a position that says yes and one that says no: add the missing side or choose another verdict',
    },
  )
  .refine((claim) => !['unknown', 'contested'].includes(claim.verdict) || claim.answer === 'unknown', {
    path: ['answer'],
    message: 'a verdict of "unknown" or "contested" has no answer yet: write answer: unknown',
  })
  .refine((claim) => ['unknown', 'contested', 'opinion'].includes(claim.verdict) || claim.answer !== 'unknown', {
    path: ['answer'],
    message: 'this verdict says that there is an answer: write yes, no or partly',
  })
  .refine((claim) => !claim.inference || !['confirmed', 'supported'].includes(claim.verdict), {
    path: ['verdict'],
    message: 'an inference is no more than "likely": choose that, or leave out "inference" where a source says it itself',
  })
  .refine((claim) => claim.recheckBy > claim.verified.date, {
    path: ['recheckBy'],
    message: 'must lie after verified.date',
  });

/** One idea, worth knowing by itself. The text under the frontmatter is the tip. */
export const tipSchema = z.strictObject({
  title: line.max(60, 'is too long: write 60 letters at most'),
  topic: z.enum(tipTopicNames),
  /** The claims it rests on, or "opinion". */
  rests: z.union([z.literal('opinion'), several(slug).min(1)], 'write opinion, or a list of claims, such as [notified]'),
  /** The guide it belongs to, as "stage/slug". */
  guide: z.string(),
});

/** A question as people put it. The text under the frontmatter is the answer. */
export const questionSchema = z.strictObject({
  question: line,
  /** Other ways people put it; found by the search, and not shown. */
  wordings: several(plain).min(3).max(8),
  topic: z.enum(questionTopicNames),
  rests: several(slug).min(1),
  /** Where there is more, as "stage/slug". */
  guide: z.string(),
});

/** A word as the search compares it. */
const searchWord = z.string().regex(/^[a-z0-9]+$/, 'write one lower-case word without apostrophes');
const searchWordsInARow = z
  .string()
  .regex(/^[a-z0-9]+( [a-z0-9]+)*$/, 'write lower-case words without apostrophes or hyphens, parted by single spaces');

/** `synonyms.yaml`, whose head explains it. */
export const searchWordsSchema = z.strictObject({
  groups: z.array(
    z.strictObject({
      ours: z.array(searchWord).min(1),
      /** The id of the guide that comes first wherever one of these words is typed. */
      first: z.string().optional(),
      theirs: z.array(searchWordsInARow).min(1),
    }),
  ),
  /** Words for one role each: who does it, and to whom. */
  direction: z.array(z.array(searchWordsInARow).min(1)).default([]),
  stop: z.array(searchWord),
  /** Other words for pages that are neither guide nor checklist. */
  pages: z
    .array(
      z.strictObject({
        page: z.string().regex(/^\/([a-z0-9-]+\/)*$/, 'write the address of a page, such as "/about/"'),
        words: z.array(plain).min(1),
      }),
    )
    .default([]),
});

/** `first-things.yaml`: what people come for most. */
export const firstThingSchema = z.strictObject({
  label: plain,
  /** As "stage/slug". */
  guide: z.string(),
});

/** What a draft of an invitation is made of: words, and blanks as {name}. */
const draftText = text.regex(/^[^\n]*$/, 'write it in one line');

/** What is known of a draft that fails. The island knows each by this name. */
export const noteWarnings = ['blank', 'no-reason', 'flattery', 'pitch', 'too-long', 'far-too-long'] as const;

/** `invitation-notes.yaml`, whose head explains it. */
export const invitationNotesSchema = z.strictObject({
  greeting: draftText,
  ending: draftText,
  blanks: z.array(
    z.strictObject({
      id: slug,
      label: line.regex(/^[^[\]]+$/, 'stands in brackets in a draft: write it without any'),
      example: line,
      letters: z.number().int().min(1).max(80),
      kept: z.literal(true, 'write kept: true, or leave the field out').optional(),
    }),
  ),
  occasions: z.array(
    z.strictObject({
      id: slug,
      title: line,
      known: draftText,
      why: draftText,
      next: draftText.optional(),
      hint: text.optional(),
    }),
  ),
  warnings: z.array(
    z.strictObject({
      id: z.enum(noteWarnings),
      says: text,
      /** The claims it rests on. */
      rests: several(slug).min(1),
      /** As the island compares them. */
      phrases: several(
        z.string().regex(/^[a-z0-9']+( [a-z0-9']+)*$/, 'write lower-case words without marks, parted by single blanks'),
      ).default([]),
    }),
  ),
});

/** How a claim must stand for a text to be right. */
const restingSchema = z.strictObject({ claim: slug, answer: claimSchema.shape.answer, verdict: claimSchema.shape.verdict });

const restingTextSchema = z.strictObject({
  says: text,
  /** Left out where it says nothing that a claim could settle. */
  rests: z.array(restingSchema).min(1).optional(),
});

/** A link by itself: what is written on it, and where it leads on this site. */
const linkSchema = z.strictObject({
  label: line,
  to: z
    .string()
    .regex(/^\/([a-z0-9-]+\/)+(#[a-z0-9-]+)?$/, 'write the address of a page of this site, such as "/checklists/block-someone/"'),
});

/** `ways.yaml`, whose head explains it: the questions in the order in which they are asked. */
export const wayQuestionSchema = z.strictObject({
  ask: line,
  answers: z.array(z.strictObject({ id: slug, label: line })).min(2),
});

/** What the answers lead to: a row of the table, and what to say of it. */
export const waySchema = z.strictObject({
  title: line.max(40, 'is too long for a heading on a phone: write 40 letters at most'),
  /** By the id of a question: the answer it needs. */
  when: z.record(slug, slug),
  why: restingTextSchema,
  notice: restingTextSchema,
  undo: restingTextSchema,
  /** Where the doing begins. */
  start: linkSchema,
  /** Where there is more. */
  more: linkSchema,
});

export const waysSchema = z.strictObject({
  questions: z.array(wayQuestionSchema.extend({ id: slug })).min(1),
  ways: z.array(waySchema.extend({ id: slug })).min(2),
});

/** `changes.yaml`: what changed on the site as a whole. */
export const changeSchema = z.strictObject({
  date: day,
  what: text,
});

/** Everything that is written and can be named has an id, which is its address and stays. */
export interface Entry {
  readonly id: string;
}
/** What is written as a text, with its fields in frontmatter above it. */
export type Text<Fields> = Fields & {
  /** What stands below the frontmatter: Markdown, in guides MDX. */
  readonly body: string;
};

export type Tip = z.infer<typeof tipSchema> & Entry;
export type Question = z.infer<typeof questionSchema> & Entry;
export type Guide = z.infer<typeof guideSchema> & Entry;
export type Checklist = z.infer<typeof checklistSchema> & Entry;
/** Its id is that of its checklist; its number is its place among the others, that of a step its place in `steps`, both counted from 0. */
export type NumberedChecklist = Omit<z.infer<typeof numbersSchema>, 'checklist'> & Entry;
export type Screen = z.infer<typeof screenSchema>;
export type InterfaceName = z.infer<typeof interfaceSchema> & Entry;
export type Stage = z.infer<typeof journeySchema> & Entry;
export type Source = z.infer<typeof sourceSchema> & Entry;
export type Claim = z.infer<typeof claimSchema> & Entry;
export type Verdict = Claim['verdict'];
export type SearchWords = z.infer<typeof searchWordsSchema>;
export type InvitationNotes = z.infer<typeof invitationNotesSchema>;
export type Occasion = InvitationNotes['occasions'][number];
export type Blank = InvitationNotes['blanks'][number];
/** Its id is its day. */
export type Change = z.infer<typeof changeSchema> & Entry;
/** Its id is that of its guide. */
export type FirstThing = z.infer<typeof firstThingSchema> & Entry;
export type WayQuestion = z.infer<typeof wayQuestionSchema> & Entry;
export type Way = z.infer<typeof waySchema> & Entry;
export type RestingText = Way['why'];
