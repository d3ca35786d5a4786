/** Tips and questions: short texts that stand alone, each beside the guide it belongs to. */
import { getCollection } from 'astro:content';
import { guideAt, type GuideInPlace } from './content.ts';
import { ownPages } from './pages.ts';
import { required } from '../written/required.ts';
import type { Question, Text, Tip } from '../written/schema.ts';
import { questionTopicNames, questionTopics, tipTopicNames, tipTopics } from '../written/topics.ts';

/** What stands alone, and the guide it belongs to. */
type InPlace<Kind extends Tip | Question> = Omit<Text<Kind>, 'guide'> & { readonly path: string; readonly guide: GuideInPlace };

export const tips: readonly InPlace<Tip>[] = (await getCollection('tips')).map(({ id, data, body = '' }) => ({
  ...data,
  id,
  body,
  path: `${ownPages.tips.path}#${id}`,
  guide: guideAt(data.guide),
}));

export const questions: readonly InPlace<Question>[] = (await getCollection('questions')).map(({ id, data, body = '' }) => ({
  ...data,
  id,
  body,
  path: `${ownPages.questions.path}#${id}`,
  guide: guideAt(data.guide),
}));

/** By the id of a guide: the tips, and the questions, that belong to it. */
export const tipsOfGuides = Map.groupBy(tips, ({ guide }) => guide.id);
export const questionsOfGuides = Map.groupBy(questions, ({ guide }) => guide.id);

export const tipsByTopic = tipTopicNames.map((topic) => ({
  topic,
  title: tipTopics[topic],
  tips: tips.filter((tip) => tip.topic === topic),
}));

export const questionsByTopic = questionTopicNames.map((topic) => ({
  topic,
  title: questionTopics[topic],
  questions: questions.filter((question) => question.topic === topic),
}));

const tipsById = new Map(tips.map((tip) => [tip.id, tip]));
export const tipAt = (id: string): InPlace<Tip> => required(tipsById, id, 'tip');
