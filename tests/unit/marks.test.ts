import { expect, test } from 'vitest';
import { checkContent } from '../../src/lib/check/check.ts';
import { createWording } from '../../src/lib/markdown/wording.ts';
import { contentWith, smallContent, today } from '../content/small-content.ts';

const claim = 'evidence/claims/told.yaml';
const open = (smallContent[claim] ?? '')
  .replace('question: Are they told?', 'question: Do they see likes & notes?')
  .replace('answer: "no"', 'answer: unknown')
  .replace('They are very likely not told.', 'That is not known.')
  .replace('verdict: likely', 'verdict: unknown');
const { content } = checkContent(contentWith({ 'evidence/claims/open.yaml': open }), today);
const wording = await createWording({ ...content, base: '/' });

test('a claim’s mark is announced by its question, and leads to its evidence', async () => {
  expect(await wording.claimHtml('told')).toBe(
    'They are very likely not told.<a class="mark" href="#rests-on.told" data-verdict="likely" aria-label="Evidence: Are they told?"></a>',
  );
});

test('one mark for several claims has all their questions, the shape of the least sure, and leads to the first', () => {
  expect(wording.restsMarkHtml(['told', 'open'])).toBe(
    '<a class="mark" href="#rests-on.told" data-verdict="unknown" aria-label="Evidence: Are they told? Do they see likes &amp; notes?"></a>',
  );
});

test('where no evidence stands at the foot of the page, a mark leads to the page of all evidence', async () => {
  const apart = await createWording({ ...content, base: '/base/', claimAddress: (id) => `/base/evidence/#${id}` });
  for (const html of [await apart.inlineHtmlApart('{claim:told}'), await apart.blockHtmlApart('{claim:told}')])
    expect(html).toContain('<a class="mark" href="/base/evidence/#told"');
  expect(await apart.inlineHtml('{claim:told}')).toContain('href="#rests-on.told"');
});
