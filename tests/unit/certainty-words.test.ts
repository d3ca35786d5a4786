/** Which words doubt, and which say what a verdict asks for. */
import { describe, expect, test } from 'vitest';
import { comparable } from '../../src/lib/check/phrases.ts';
import { hedgesIn, surerThan } from '../../src/lib/evidence/certainty-words.ts';
import type { Claim } from '../../src/lib/written/schema.ts';
import { hedgesOnPage } from '../support/hedges.ts';

const hedges = (text: string) => hedgesIn(comparable(text).text);
const surer = (text: string, verdict: Claim['verdict'], others: Partial<Claim> = {}) =>
  surerThan(comparable(text).text, { verdict, topic: 'limits', ...others });

test.each([
  ['They are very likely not told, and *probably* they don’t see it.', ['very likely', 'probably']],
  ['It may well be. Most likely it is.\nIn all\nlikelihood, yes.', ['may well', 'most likely', 'in all likelihood']],
  ['Perhaps it seems to work, apparently.', ['perhaps', 'it seems to', 'apparently']],
  ['They are more likely to accept, as likely as any, and less likely to leave.', []],
  ['It may end, might end, can end, should end. That is unlikely.', []],
])('%j hedges %j', (text, found) => {
  expect(hedges(text)).toEqual(found);
});

describe('what is likely', () => {
  test.each([
    'LinkedIn said in 2016 that nobody is told.',
    'LinkedIn’s help says so.',
    'Two trainers report that nobody is told.',
    'A drop has many reasons: reports name closed accounts.',
    'Some say that it goes.',
    'By LinkedIn’s own count there are 30,000.',
    'According to a seller, it is six months.',
    'In a study of 2022 they accepted more often.',
    'One writer saw no message.',
    'In 2015 the window said so.',
    'Microsoft says that it stops.',
    'Nobody is probably told.',
    'It should stay.',
    'We infer that it stays.',
  ])('may be said so: %s', (text) => {
    expect(surer(text, 'likely')).toBeUndefined();
  });

  test.each([
    'Nobody is told.',
    'LinkedIn does not tell the person you remove.',
    'The list says how many there are.',
    'One tick removes two people from your list.',
    'LinkedIn shows them a note.',
    'They are more likely to accept.',
  ])('is surer than that in: %s', (text) => {
    expect(surer(text, 'likely')).toMatch(/is only likely: say who says so/);
  });

  test('is called ours where it is an inference, and a hedge does not do', () => {
    expect(surer('It probably stays.', 'likely', { inference: true })).toMatch(/does not call it ours/);
    for (const text of ['It stays, in our reading.', 'We suppose that it stays.', 'It stays (our inference).'])
      expect(surer(text, 'likely', { inference: true })).toBeUndefined();
  });
});

test.each([
  ['contested', 'Sources disagree.', 'Some say 3 notes, others 5.', 'There are 5 notes.'],
  ['outdated', 'That is no longer there.', 'It was there once.', 'That is there.'],
  ['outdated', 'A button was there until 2015.', 'In 2015 it could be done, and it ended.', 'Choose the list, then more, once it opens.'],
  ['unknown', 'Nobody has shown it.', 'We found no such rule.', 'They come back.'],
  ['opinion', 'We would look once a year.', 'Some advise a yearly look.', 'Look once a year.'],
] as const)('what is %s says so', (verdict, one, other, surerText) => {
  expect(surer(one, verdict)).toBeUndefined();
  expect(surer(other, verdict)).toBeUndefined();
  expect(surer(surerText, verdict)).toMatch(/: (?:name|say)/);
});

test('what tells somebody in danger what to do is an instruction', () => {
  expect(surer('Do not answer.', 'opinion', { topic: 'safety' })).toBeUndefined();
  expect(surer('Do not answer.', 'opinion')).toBeDefined();
});

test.each(['confirmed', 'supported'] as const)('what is %s needs no word for it', (verdict) => {
  expect(surer('Nobody is told.', verdict)).toBeUndefined();
});

test('on a page the answer and the text are counted, and nothing around them', () => {
  const html =
    '<main><h1>Perhaps</h1><p class="answer">Probably <b>very\nlikely</b>.</p><div class="prose"><p>Perhaps.</p></div><section class="evidence">Perhaps</section></main>';
  expect(hedgesOnPage(html)).toBe(3);
});
