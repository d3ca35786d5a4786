/** Every exception says why. */
import { describe, expect, test } from 'vitest';
import { codeFiles, filesIn, textOf } from '../support/source-files.ts';

/** A comment that switches a check off: what it says, and what comes after it. The reason is text of three words or more, behind "--" where ESLint reads it. */
const exception = /(?:\/\/|\/\*|<!--)\s*(eslint-disable(?:-next-line|-line)?|@ts-(?:expect-error|ignore|nocheck)|prettier-ignore)\b(.*)/g;

function withoutReason(text: string): string[] {
  return [...text.matchAll(exception)]
    .filter(([, kind = '', rest = '']) => {
      const reason = kind.startsWith('eslint') ? (rest.split(' -- ')[1] ?? '') : rest;
      return (reason.match(/[a-z]+/gi) ?? []).length < 3;
    })
    .map(([line]) => line);
}

describe('what is switched off', () => {
  const comment = (...words: string[]): string => ['//', ...words].join(' ');

  test.each([
    comment('eslint-disable-next-line', 'no-new'),
    comment('eslint-disable-next-line', 'no-new', '--', 'it is'),
    comment('@ts-expect-error'),
    comment('@ts-expect-error', 'wrong types'),
    comment('prettier-ignore'),
  ])('is found without a reason: %s', (line) => {
    expect(withoutReason(`const one = 1;\n${line}\nconst two = 2;`)).toEqual([line]);
  });

  test.each([
    comment('eslint-disable-next-line', 'no-new', '--', 'the constructor is what is tried'),
    comment('@ts-expect-error', 'the types of version 2 lack this option'),
    comment('prettier-ignore', 'a table laid out by hand'),
  ])('may be so with one: %s', (line) => {
    expect(withoutReason(line)).toEqual([]);
  });

  test.each([...codeFiles, ...filesIn('src/styles')])('has its reason in %s', (path) => {
    expect(withoutReason(textOf(path))).toEqual([]);
  });
});

const indentOf = (line: string): number => line.length - line.trimStart().length;

/**
 * The lines with `set:html` that no comment explains. A comment explains the element that comes next, with what is in it; one on "texts" explains the rest of
 * what it stands in. It says that the HTML is ours, or escaped.
 */
function unexplainedHtml(markup: string): string[] {
  const lines = markup.split('\n');
  const explained = new Set<number>();
  lines.forEach((line, at) => {
    if (!/^\s*\{\/\*.*\b(ours?|escaped)\b.*\*\/\}$/.test(line)) return;
    const end = lines.findIndex((later, position) => {
      if (position <= at + 1 || later.trim() === '') return false;
      const isNextSibling = indentOf(later) === indentOf(line) && /^\s*[<{](?!\/)/.test(later) && !/\btexts\b/.test(line);
      return indentOf(later) < indentOf(line) || isNextSibling;
    });
    for (let covered = at; covered < (end < 0 ? lines.length : end); covered += 1) explained.add(covered);
  });
  return lines.filter((line, at) => line.includes('set:html=') && !explained.has(at));
}

describe('HTML that is set as it is', () => {
  const explanation = '{/* Made by us, every character escaped. */}';

  test('is explained by the comment above its element, or above what holds it', () => {
    expect(unexplainedHtml(`${explanation}\n<p set:html={one} />`)).toEqual([]);
    expect(unexplainedHtml(`${explanation}\n<div>\n  <p set:html={one} />\n</div>`)).toEqual([]);
  });

  test('is not explained by a comment on something else, or on the element before', () => {
    const use = '<p set:html={two} />';
    expect(unexplainedHtml(use)).toEqual([use]);
    expect(unexplainedHtml(`{/* Wide screens only. */}\n${use}`)).toEqual([use]);
    expect(unexplainedHtml(`${explanation}\n<p set:html={one} />\n${use}`)).toEqual([use]);
    expect(unexplainedHtml(`<div>\n  {/* Texts of ours. */}\n  <b />\n</div>\n${use}`)).toEqual([use]);
  });

  test('is explained by one comment for several texts', () => {
    const explanations = '{/* Authored texts, rendered by our own step. */}';
    expect(unexplainedHtml(`${explanations}\n<p set:html={one} />\n<p set:html={two} />`)).toEqual([]);
  });

  const markup = codeFiles.filter((path) => path.endsWith('.astro'));

  test.each(markup)('has its reason in %s', (path) => {
    expect(unexplainedHtml(textOf(path))).toEqual([]);
  });
});
