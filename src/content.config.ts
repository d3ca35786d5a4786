/** The one door for everything written: read once, checked, and handed to Astro as its collections. */
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { entries, pages, sequence, texts } from './lib/check/loader.ts';
import {
  changeSchema,
  checklistSchema,
  claimSchema,
  firstThingSchema,
  guideSchema,
  interfaceSchema,
  invitationNotesSchema,
  journeySchema,
  numbersSchema,
  questionSchema,
  sourceSchema,
  tipSchema,
  wayQuestionSchema,
  waySchema,
} from './lib/written/schema.ts';

/** Where an entry stands among the others, counted from 0: Astro keeps the entries of a collection in the order of their ids. */
const position = { position: z.number() };

// The schemas give the collections their types; what is loaded has been held against them already.
export const collections = {
  journey: defineCollection({ loader: sequence('journey', ({ journey }) => journey), schema: journeySchema.extend(position) }),
  interface: defineCollection({ loader: entries('interface', (content) => content.interface.values()), schema: interfaceSchema }),
  guides: defineCollection({ loader: pages('guides', ({ guides }) => guides.values()), schema: guideSchema }),
  checklists: defineCollection({ loader: entries('checklists', ({ checklists }) => checklists.values()), schema: checklistSchema }),
  tips: defineCollection({ loader: texts('tips', ({ tips }) => tips.values()), schema: tipSchema }),
  questions: defineCollection({ loader: texts('questions', ({ questions }) => questions.values()), schema: questionSchema }),
  sources: defineCollection({ loader: entries('sources', ({ sources }) => sources.values()), schema: sourceSchema }),
  claims: defineCollection({ loader: entries('claims', ({ claims }) => claims.values()), schema: claimSchema }),
  // One file, and one entry.
  invitationNotes: defineCollection({
    loader: entries('invitationNotes', ({ invitationNotes }) => [{ ...invitationNotes, id: 'all' }]),
    schema: invitationNotesSchema,
  }),
  firstThings: defineCollection({
    loader: sequence('firstThings', ({ firstThings }) => firstThings),
    schema: firstThingSchema.extend(position),
  }),
  wayQuestions: defineCollection({
    loader: sequence('wayQuestions', ({ wayQuestions }) => wayQuestions),
    schema: wayQuestionSchema.extend(position),
  }),
  ways: defineCollection({ loader: sequence('ways', ({ ways }) => ways), schema: waySchema.extend(position) }),
  changes: defineCollection({ loader: sequence('changes', ({ changes }) => changes), schema: changeSchema.extend(position) }),
  numbers: defineCollection({
    loader: sequence('numbers', ({ numbers }) => numbers),
    schema: numbersSchema.omit({ checklist: true }).extend(position),
  }),
};
