import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { pages } from '../support/built-site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  elements: [
    'html5',
    // Our elements: what they hold is ordinary content.
    Object.fromEntries(
      [
        'lt-catalogue',
        'lt-checklist',
        'lt-colours',
        'lt-copy-code',
        'lt-evidence',
        'lt-forget',
        'lt-leave',
        'lt-menu',
        'lt-remember',
        'lt-search',
        'lt-search-field',
        'lt-start-again',
        'lt-under-way',
        'lt-where-you-are',
        'lt-your-ticks',
      ].map((tag) => [tag, { flow: true, phrasing: false, permittedContent: ['@flow'] }]),
    ),
    Object.fromEntries(
      ['lt-progress-note', 'lt-search-link'].map((tag) => [tag, { flow: true, phrasing: true, permittedContent: ['@phrasing'] }]),
    ),
  ],
  rules: {
    // Astro writes void elements without a slash or with one, and both are HTML.
    'void-style': 'off',
    // Lists without markers lose their meaning in Safari unless the role is said.
    'no-redundant-role': 'off',
    // Names with a dot, such as "rests-on.notified", are valid and keep an id's parts apart.
    'valid-id': ['error', { relaxed: true }],
    // On boxes it keeps Firefox from ticking again what was cleared, when a page is loaded again. HTML means it for text alone.
    'input-attributes': 'off',
    'valid-autocomplete': 'off',
    // Scripts come from this site alone.
    'require-sri': ['error', { target: 'crossorigin' }],
    // The filters act by themselves, and their form sends nothing.
    'wcag/h32': 'off',
    // Headings may be longer than a search engine shows.
    'long-title': 'off',
    // Astro drops line ends it need not keep.
    'no-trailing-whitespace': 'off',
    // Text from Markdown has no doubtful characters left but these, and HTML needs them escaped in attributes only.
    'no-raw-characters': ['error', { relaxed: true }],
  },
});

test.each(pages)('$path is valid HTML', async ({ html }) => {
  const report = await validator.validateString(html);
  expect(
    report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column, selector }) => `${line}:${column} ${ruleId}: ${message} (${selector})`),
    ),
  ).toEqual([]);
});

test.each(pages)('$path uses each id once', ({ document }) => {
  const ids = document.querySelectorAll('[id]').map((element) => element.id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test.each(pages)('$path has one first heading, and none skips a level', ({ document }) => {
  const levels = document.querySelectorAll('h1, h2, h3, h4, h5, h6').map((heading) => Number(heading.tagName.slice(1)));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  const skips = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
  expect(skips).toEqual([]);
  expect(levels[0]).toBe(1);
});

test.each(pages)('$path has landmarks and a way past the header', ({ document }) => {
  expect(document.querySelectorAll('main#main')).toHaveLength(1);
  expect(document.querySelector('body > a')?.getAttribute('href')).toBe('#main');
  const navigations = document.querySelectorAll('nav');
  const names = navigations.map((nav) => nav.getAttribute('aria-label') ?? nav.getAttribute('aria-labelledby'));
  expect(names.every(Boolean)).toBe(true);
  expect(new Set(names).size).toBe(names.length);
});

test.each(pages)('$path says that it is independent of LinkedIn', ({ document }) => {
  expect(document.querySelector('footer')?.textContent).toContain('independent of LinkedIn');
});
