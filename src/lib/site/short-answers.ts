/** Tips and questions: short texts that stand alone, each beside the guide it belongs to. */
import { getCollection } from 'astro:content';
import { guideAt, type GuideInPlace } from './content.ts';
import { questionTopics, tipTopics, type Question, type Tip } from '../written/schema.ts';

export interface ShortAnswer<Data> {
  readonly id: string;
  readonly path: string;
  readonly data: Data;
  readonly body: string;
  readonly guide: GuideInPlace;
}

export const tipTopicTitles: Readonly<Record<Tip['topic'], string>> = {
  profile: 'Profile',
  inviting: 'Inviting',
  note: 'Notes',
  engaging: 'Staying in touch',
  groups: 'Groups',
  tidying: 'Tidying up',
  privacy: 'Privacy',
  safety: 'Safety',
};

export const questionTopicTitles: Readonly<Record<Question['topic'], string>> = {
  noticing: 'Noticing and being noticed',
  removing: 'Removing',
  effects: 'What a removal does',
  'stepping-back': 'Stepping back',
  safety: 'Safety',
  limits: 'Limits',
  data: 'Your data',
  inviting: 'Inviting',
  accounts: 'Accounts',
  networking: 'Networking',
};

export const tipPath = (id: string): string => `/tips/#${id}`;
export const questionPath = (id: string): string => `/questions/#${id}`;

export const tips: readonly ShortAnswer<Tip>[] = (await getCollection('tips')).map(({ id, data, body = '' }) => ({
  id,
  path: tipPath(id),
  data: { ...data, id },
  body,
  guide: guideAt(data.guide),
}));

export const questions: readonly ShortAnswer<Question>[] = (await getCollection('questions')).map(({ id, data, body = '' }) => ({
  id,
  path: questionPath(id),
  data: { ...data, id },
  body,
  guide: guideAt(data.guide),
}));

export const tipsByTopic = tipTopics.map((topic) => ({
  topic,
  title: tipTopicTitles[topic],
  tips: tips.filter(({ data }) => data.topic === topic),
}));

export const questionsByTopic = questionTopics.map((topic) => ({
  topic,
  title: questionTopicTitles[topic],
  questions: questions.filter(({ data }) => data.topic === topic),
}));

export function tipAt(id: string): ShortAnswer<Tip> {
  const tip = tips.find((candidate) => candidate.id === id);
  if (!tip) throw new Error(`There is no tip "${id}"`);
  return tip;
}
