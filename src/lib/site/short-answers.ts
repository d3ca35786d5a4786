/** Tips and questions: short texts that stand alone, each beside the guide it belongs to. */
import { getCollection } from 'astro:content';
import { guideAt, type GuideInPlace } from './content.ts';
import { ownPages } from './pages.ts';
import type { Question, Tip } from '../written/schema.ts';
import { questionTopicNames, questionTopics, tipTopicNames, tipTopics } from '../written/topics.ts';

export interface ShortAnswer<Data> {
  readonly id: string;
  readonly path: string;
  readonly data: Data;
  readonly body: string;
  readonly guide: GuideInPlace;
}

export const tips: readonly ShortAnswer<Tip>[] = (await getCollection('tips')).map(({ id, data, body = '' }) => ({
  id,
  path: `${ownPages.tips.path}#${id}`,
  data: { ...data, id },
  body,
  guide: guideAt(data.guide),
}));

export const questions: readonly ShortAnswer<Question>[] = (await getCollection('questions')).map(({ id, data, body = '' }) => ({
  id,
  path: `${ownPages.questions.path}#${id}`,
  data: { ...data, id },
  body,
  guide: guideAt(data.guide),
}));

export const tipsByTopic = tipTopicNames.map((topic) => ({
  topic,
  title: tipTopics[topic],
  tips: tips.filter(({ data }) => data.topic === topic),
}));

export const questionsByTopic = questionTopicNames.map((topic) => ({
  topic,
  title: questionTopics[topic],
  questions: questions.filter(({ data }) => data.topic === topic),
}));

export function tipAt(id: string): ShortAnswer<Tip> {
  const tip = tips.find((candidate) => candidate.id === id);
  if (!tip) throw new Error(`There is no tip "${id}"`);
  return tip;
}
