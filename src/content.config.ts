/** Astro's collections. Their shapes are in lib/written/schema.ts; what shapes alone don’t catch is found by lib/check/check.ts. */
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { load as loadYaml } from 'js-yaml';
import { z } from 'astro/zod';
import {
  checklistSchema,
  claimSchema,
  guideSchema,
  interfaceSchema,
  journeySchema,
  questionSchema,
  sourceSchema,
  tipSchema,
} from './lib/written/schema.ts';

const yamlIn = (folder: string) => glob({ pattern: '*.yaml', base: `./src/content/${folder}` });

/** A stage's place in the list is its place in the journey; a collection alone would not keep it. */
function journeyByStage(text: string): Record<string, Record<string, unknown>> {
  const stages = loadYaml(text) as { stage: string }[];
  return Object.fromEntries(stages.map((stage, position) => [stage.stage, { ...stage, position }]));
}

export const collections = {
  journey: defineCollection({
    loader: file('src/content/journey.yaml', { parser: journeyByStage }),
    schema: journeySchema.extend({ position: z.number() }),
  }),
  interface: defineCollection({ loader: file('src/content/interface.yaml'), schema: interfaceSchema }),
  guides: defineCollection({ loader: glob({ pattern: '**/*.mdx', base: './src/content/guides' }), schema: guideSchema }),
  checklists: defineCollection({ loader: yamlIn('checklists'), schema: checklistSchema }),
  tips: defineCollection({ loader: glob({ pattern: '*.md', base: './src/content/tips' }), schema: tipSchema }),
  questions: defineCollection({ loader: glob({ pattern: '*.md', base: './src/content/questions' }), schema: questionSchema }),
  sources: defineCollection({ loader: yamlIn('evidence/sources'), schema: sourceSchema }),
  claims: defineCollection({ loader: yamlIn('evidence/claims'), schema: claimSchema }),
};
