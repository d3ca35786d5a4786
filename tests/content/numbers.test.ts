/** A link of one version of the site means the same steps in every other. */
import { expect, test } from 'vitest';
import { fromNumbers } from '../../src/islands/carry/carried.ts';
import { decode } from '../../src/islands/carry/numbers-text.ts';
import { withPlan } from '../../src/islands/carry/numbers.ts';
import { checkContent } from '../../src/lib/check/check.ts';
import { writtenContent } from '../support/written-content.ts';
import { contentWith, smallContent, today } from './small-content.ts';

const numbers = withPlan(writtenContent.numbers.map(({ id, steps }) => ({ id, steps, title: id, count: steps.length })));

/** Made with the first edition of the list, of one step each of three checklists, with a plan. It is never to be made anew. */
const linkFromBefore = 'AbCiAQMBQAAIgAEBCoAIAAIMEQYAlY8';

test('a link that was made with the first edition of the numbers means what it meant', () => {
  const found = decode(linkFromBefore);
  expect(typeof found === 'string' ? found : fromNumbers(found, numbers)).toEqual({
    lists: [
      { id: 'before-you-remove', steps: ['copy-recommendations'], day: 20_784 },
      { id: 'remove-from-list', steps: ['open-connections'], day: 20_783 },
      { id: 'yearly-review', steps: ['set-next-date'], day: 20_784 },
    ],
    plan: [
      { checklist: 'remove-in-app', on: '2026-12-05' },
      { checklist: 'get-your-data', on: '' },
    ],
    unknown: 0,
  });
});

test('a checklist that is gone keeps its number', () => {
  const gone = `- checklist: remove-none\n  steps: [look-away]\n  gone: true\n${smallContent['numbers.yaml']?.trim()}\n`;
  const { content, problems } = checkContent(contentWith({ 'numbers.yaml': gone }), today);
  expect(problems).toEqual([]);
  expect(content.numbers.map(({ id }) => id)).toEqual(['remove-none', 'remove-one']);
});

test('every checklist and every step has a number, retired ones too', () => {
  const byId = new Map(writtenContent.numbers.map((entry) => [entry.id, entry]));
  for (const { id, steps, retired } of writtenContent.checklists.values())
    expect(byId.get(id)?.steps.toSorted()).toEqual([...steps.map((step) => step.id), ...retired].sort());
});
