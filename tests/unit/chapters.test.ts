/** A guide's text as a chapter among others: ids of its own, links that stay where they can, and text instead of what is pressed or ticked. */
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { asChapter, type Place } from '../../src/lib/markdown/chapters.ts';

const there: Readonly<Record<string, Place>> = {
  '/base/remove/other/#why': { address: '#remove.other.why', chapter: { name: 'remove.other', number: 7 } },
  '/base/remove/this/#why': { address: '#remove.this.why', chapter: { name: 'remove.this', number: 6 } },
  '/base/evidence/#told': { address: '#rests-on.told' },
};
const chapter = (html: string): string => asChapter(html, { name: 'remove.this', placeOf: (address) => there[address] });

describe('ids', () => {
  test('begin with the name of the chapter, and so does what names them', () => {
    expect(chapter('<ul id="all" aria-labelledby="one two"><li id="list.step">A</li></ul>')).toBe(
      '<ul id="remove.this.all" aria-labelledby="remove.this.one remove.this.two"><li id="remove.this.list.step">A</li></ul>',
    );
  });

  test('of the evidence are those of the page', () => {
    expect(chapter('<a class="mark" href="#rests-on.told"></a>')).toBe('<a class="mark" href="#rests-on.told"></a>');
  });
});

test('a link leads to the place in the chapter or in the handbook, and else where it led', () => {
  const leading = (address: string): string | undefined =>
    parse(chapter(`<a href="${address}">x</a>`))
      .querySelector('a')
      ?.getAttribute('href');
  expect(leading('#why')).toBe('#remove.this.why');
  expect(leading('/base/remove/other/#why')).toBe('#remove.other.why');
  for (const address of ['/base/tools/triage/', 'https://www.linkedin.com/', 'tel:112']) expect(leading(address)).toBe(address);
});

test('a link to another chapter has its number, for paper', () => {
  const number = (address: string): string | undefined =>
    parse(chapter(`<a href="${address}">x</a>`))
      .querySelector('a')
      ?.getAttribute('data-to');
  expect(number('/base/remove/other/#why')).toBe('7');
  for (const address of ['#why', '/base/remove/this/#why', '/base/evidence/#told', '/base/tips/']) expect(number(address)).toBeUndefined();
});

test('headings stand one level lower', () => {
  expect(chapter('<h2 id="a">A</h2><h3>B</h3><h4>C</h4>')).toBe('<h3 id="remove.this.a">A</h3><h4>B</h4><h5>C</h5>');
});

describe('a checklist', () => {
  const list = chapter(
    `<lt-checklist data-checklist="open" data-private><h3 id="open"><a href="/base/checklists/open/">Open it</a></h3><p class="guard">Save first.</p>
    <p class="progress" data-pagefind-ignore><span data-status>Ticks are not saved.</span></p><lt-remember><input type="checkbox"></lt-remember>
    <ol role="list" aria-label="Steps: Open it"><li id="open.press"><input type="checkbox" id="tick.open.press" aria-describedby="s0.0"><label for="tick.open.press">Press <b class="ui">More</b>.</label>
    <section><p id="s0.0">A list opens.</p><details><summary>More on this step</summary><p>Why.</p></details></section></li></ol>
    <section class="finish"><p>Done.</p></section><div class="care"><p data-problem></p></div></lt-checklist><script type="module" src="/x.js"></script>`,
  );
  const document = parse(list);

  test('keeps its words, its places and its folds', () => {
    const words = document.textContent.replaceAll(/\s+/g, ' ').trim();
    expect(words).toBe('Open itSave first. Press More. A list opens.More on this stepWhy. Done.');
    expect(document.querySelector('h4')?.id).toBe('remove.this.open');
    expect(document.querySelector('li')?.id).toBe('remove.this.open.press');
  });

  test('has nothing to tick or press, no script, and no id that nothing leads to', () => {
    expect(document.querySelectorAll('input, label, button, script, a, lt-checklist, lt-remember, section')).toEqual([]);
    expect(document.querySelectorAll('[id]')).toHaveLength(2);
    expect(list).not.toContain('data-');
  });
});

test('of two ways to one end both are there, each saying where it is for', () => {
  const both = parse(
    chapter(
      `<lt-where-you-are><div class="choices"><input type="radio"></div><div data-on="website"><h2 id="a">From your list</h2></div><div data-on="app"><h2 id="b">In the app</h2></div></lt-where-you-are>`,
    ),
  );
  expect(both.querySelectorAll('strong, h3').map(({ text }) => text)).toEqual(['On the website', 'From your list', 'In the app']);
  expect(both.querySelectorAll('input, [data-on], lt-where-you-are')).toEqual([]);
});

test('of an island is left what it holds', () => {
  expect(chapter('<lt-any><p>Text.</p></lt-any>')).toBe('<div><p>Text.</p></div>');
});

test('code keeps its blanks, and signs stay escaped', () => {
  const code = '<pre><code>a  &lt; b\n\n  c &amp; d</code></pre>';
  expect(chapter(`<lt-copy-code data-what="it">${code}</lt-copy-code>`)).toBe(`<div>${code}</div>`);
});
