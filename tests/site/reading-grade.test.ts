import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { gradeOf } from '../../src/lib/check/readability.ts';
import { guidePages, pageAt, words, type Page } from '../support/built-site.ts';

/** Paragraphs and steps, as a reader reads them. Labels of LinkedIn's, tables, code and evidence do not count. */
function sentencesOf({ document }: Page): string[] {
  const lists = ['ul', 'ol'].map((list) => `main div:not([role="note"]) > ${list} > li`);
  return document
    .querySelectorAll(['main p', 'main li > label', ...lists].join())
    .filter((block) => !block.closest('table, nav, [role="group"], [data-pagefind-ignore]'))
    .map((block) => {
      const text = parse(block.toString());
      for (const label of text.querySelectorAll('b, code, a[href^="#rests-on."]')) label.remove();
      return words(text);
    })
    .flatMap((text) => text.split(/(?<=[.!?:])\s+/))
    .filter((sentence) => /[a-z]/i.test(sentence));
}

test('the grade tells plain from heavy prose', () => {
  expect(gradeOf(['Open the list.', 'Choose the name.'])).toBeLessThan(4);
  expect(gradeOf(['Professional relationship administration necessitates methodological deliberation.'])).toBeGreaterThan(16);
});

test.each([...guidePages, ...['/tools/triage/', '/tools/invitation-note/', '/tools/carry/'].map((path) => pageAt(path))])(
  '$path can be read with eight years of school',
  (page) => {
    const sentences = sentencesOf(page);
    expect(sentences.length).toBeGreaterThan(15);
    expect(gradeOf(sentences)).toBeLessThanOrEqual(8);
  },
);
