/** What the standard says of a page's HTML. */
import { HtmlValidate } from 'html-validate';

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

/** What is wrong with a page, each with its line and column. */
export async function faultsOfHtml(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column, selector }) => `${line}:${column} ${ruleId}: ${message} (${selector})`),
  );
}
