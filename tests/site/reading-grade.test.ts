import { expect, test } from 'vitest';
import { gradeOf } from '../../src/lib/check/readability.ts';
import { guidePages, type Page } from '../support/built-site.ts';

/** Paragraphs and steps, as a reader reads them. Labels of LinkedIn's, tables, code and evidence do not count. */
function sentencesOf({ document }: Page): string[] {
  const blocks = document.querySelectorAll('.answer, .prose p, .prose li > label, .prose > ul > li, .prose > ol > li');
  return blocks
    .filter((block) => !block.closest('table, .care, .progress, .sides, .evidence, .where'))
    .map((block) => {
      for (const label of block.querySelectorAll('.ui, code, .mark')) label.remove();
      return block.textContent.replaceAll(/\s+/g, ' ').trim();
    })
    .flatMap((text) => text.split(/(?<=[.!?:])\s+/))
    .filter((sentence) => /[a-z]/i.test(sentence));
}

test('the grade tells plain from heavy prose', () => {
  expect(gradeOf(['Open the list.', 'Choose the name.'])).toBeLessThan(4);
  expect(gradeOf(['Professional relationship administration necessitates methodological deliberation.'])).toBeGreaterThan(16);
});

test.each(guidePages)('$path can be read with eight years of school', (page) => {
  const sentences = sentencesOf(page);
  expect(sentences.length).toBeGreaterThan(15);
  expect(gradeOf(sentences)).toBeLessThanOrEqual(8);
});
