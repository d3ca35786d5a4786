/** The file of known answers: what of a built page is searched, what the file holds of it, and how much it may weigh. */
import { brotliCompressSync } from 'node:zlib';
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { answersIn, KnownAnswers, slugOf, type KnownAnswersFile } from '../../src/islands/search/known-answers.ts';
import { stem, wordsOf } from '../../src/islands/search/words.ts';
import { answersFile, type SearchedPage } from '../../src/lib/search/answers-file.ts';
import { partsOf, searchedBody, wordsIn } from '../../src/lib/search/page-parts.ts';
import type { SearchRecord } from '../../src/lib/search/records.ts';

const bodyOf = (html: string) => searchedBody(parse(`<body><main data-pagefind-body><h1>A page</h1>${html}</main></body>`));

describe('of a page is searched', () => {
  const textOf = (html: string): string => bodyOf(html).text.replaceAll(/\s+/g, ' ').trim();

  test('what it marks, and no page that marks nothing', () => {
    expect(textOf('<p>Said.</p>')).toBe('A pageSaid.');
    expect(() => searchedBody(parse('<main><h1>A page</h1></main>'))).toThrow('data-pagefind-body');
  });

  test.each([
    ['what is marked as none of it', '<nav data-pagefind-ignore><p>Other</p></nav>'],
    ['what follows a step', '<lt-checklist><ol><li><section><p>If not: other</p></section></li></ol></lt-checklist>'],
    ['what unfolds below a step', '<lt-checklist><details><summary>Other</summary></details></lt-checklist>'],
    ['a drawing', '<div class="screen">Other</div>'],
    ['names of buttons', '<table class="button-names"><tr><td>Other</td></tr></table>'],
    ['code', '<pre>Other</pre>'],
    ['script and style', '<script>Other</script><style>Other</style>'],
    ['what is only spoken', '<span class="unseen">Other</span>'],
  ])('but for %s', (_what, html) => {
    expect(textOf(`${html}<p>Said.</p>`)).not.toMatch(/other/i);
    expect(textOf(`${html}<p>Said.</p>`)).toContain('Said.');
  });

  test('but for what nobody knows, to the next part and no further', () => {
    const html =
      '<div class="prose"><h2 id="why">Why</h2><p>One.</p><h2 id="what-nobody-knows">What nobody knows</h2><p>Other.</p><h3 id="more">Other</h3><ul><li>Other</li></ul><h2 id="then">Then</h2><p>Two.</p></div>';
    const text = textOf(html);
    expect(text).not.toMatch(/other|nobody/i);
    for (const kept of ['Why', 'One.', 'Then', 'Two.']) expect(text).toContain(kept);
  });
});

describe('the parts of a page', () => {
  const parts = (html: string) => partsOf(bodyOf(html));

  test('are its beginning, and what stands under each heading', () => {
    expect(
      parts(
        '<p>First\n  of all.</p><h2 id="why">Why  so?</h2><p>One.</p><ul><li>Two</li></ul><h3 id="deep">Deep</h3><table><tr><th>A</th><td>B</td></tr></table>',
      ),
    ).toEqual([
      { id: '', heading: 'A page', texts: ['First of all.'] },
      { id: 'why', heading: 'Why so?', texts: ['One.', 'Two'] },
      { id: 'deep', heading: 'Deep', texts: ['A', 'B'] },
    ]);
  });

  test('begin at no heading that can’t be linked, and at none of a checklist, which is found by itself', () => {
    const html =
      '<p>First.</p><h2>No id</h2><p>One.</p><lt-checklist><h3 id="list">List</h3><ol><li>Step</li></ol></lt-checklist><h2 id="why">Why</h2>';
    expect(parts(html).map(({ id }) => id)).toEqual(['', 'why']);
    expect(parts(html)[0].texts).toEqual(['First.', 'One.', 'Step']);
  });

  test('hold each text once, whatever stands in it', () => {
    expect(parts('<ul><li><p>One <b>and</b> two.</p><p>Three.</p></li></ul>')[0].texts).toEqual(['One and two.Three.']);
  });
});

const page = (url: string, html: string, more: Partial<SearchedPage> = {}): SearchedPage => ({
  url,
  kind: 'guide',
  sentence: `The answer of ${url}.`,
  names: [],
  isEnteredAtTop: false,
  ...wordsIn(bodyOf(html)),
  ...more,
});

const rules = { slugOf, stem, wordsOf };
const noWords = { groups: [], direction: [], stop: ['the', 'of'], pages: [] };
const fileOf = (
  pages: readonly SearchedPage[],
  records: readonly SearchRecord[] = [],
  words: Parameters<typeof answersFile>[2] = noWords,
) => JSON.parse(answersFile(pages, records, words, rules)) as KnownAnswersFile;
const urlsIn = ({ urls }: KnownAnswersFile): string[] => urls.split('\n');

const record = (kind: SearchRecord['kind'], id: string, more: Partial<SearchRecord> = {}): SearchRecord => ({
  url: `/${kind}s/#${id}`,
  kind,
  title: `What of ${id}?`,
  sentence: `It is ${id}.`,
  text: '',
  names: [],
  ...more,
});

describe('the file', () => {
  const guide = page(
    '/a/guide/',
    '<p>Some begin here, the lot of them.</p><h2 id="why-so">Why so?</h2><p>Note:</p><p>Because of rain and wind. And more.</p><h2 id="own">Another</h2><p>Snow.</p>',
    { names: ['Label', 'other name'] },
  );

  test('has a line for each answer in each column, and of its address only what does not follow from the one before or from the title', () => {
    const file = fileOf([guide]);
    expect(urlsIn(file)).toEqual(['/a/guide/', '#', '#own']);
    expect(file.titles.split('\n')).toEqual(['A page', 'Why so?', 'Another']);
    // A sentence is one, and no label.
    expect(file.sentences.split('\n')).toEqual(['The answer of /a/guide/.', 'Because of rain and wind.', '']);
    expect(file.names.split('\n')).toEqual(['Label|other name', '', '']);
    for (const column of [file.kinds, file.texts, file.guides]) expect(column.split('\n')).toHaveLength(3);
  });

  test('is read by the search as it was written', () => {
    const answers = new KnownAnswers(
      fileOf([guide], [record('question', 'hail', { guide: '/a/guide/', names: ['icy rain'] })]),
      new URL('https://example.org/'),
      [],
    );
    const first = (typed: string): string | undefined => answers.answer(typed).results[0]?.url;
    expect(first('why so')).toBe('/a/guide/#why-so');
    expect(first('another')).toBe('/a/guide/#own');
    expect(first('other name')).toBe('/a/guide/');
    expect(first('icy')).toBe('/questions/#hail');
    expect(answers.answer('icy').results[0]?.guide?.url).toBe('/a/guide/');
    // Of the text.
    expect(first('snow')).toBe('/a/guide/#own');
  });

  test('holds of a text the stems that its name and its sentence lack, each once, and none that says nothing', () => {
    const [top, why] = fileOf([guide]).texts.split('\n');
    expect(top).toBe(['some', 'begin', 'here', 'lot', 'them'].map(stem).sort().join(' '));
    expect(why?.split(' ')).toEqual(['more', 'note'].map(stem));
  });

  test('holds no word that many texts hold', () => {
    const pages = (count: number) => Array.from({ length: count }, (_, at) => page(`/a/${at}/`, `<p>Umbrella number${at}.</p>`));
    expect(fileOf(pages(5)).texts).toContain(stem('umbrella'));
    expect(fileOf(pages(6)).texts).not.toContain(stem('umbrella'));
    expect(fileOf(pages(6)).texts).toContain(stem('number0'));
  });

  test('has one answer for a page that is entered at its top, which is found by all its words', () => {
    const file = fileOf([{ ...guide, isEnteredAtTop: true }]);
    expect(urlsIn(file)).toEqual(['/a/guide/']);
    for (const word of ['here', 'snow', 'wind']) expect(file.texts.split(' ')).toContain(stem(word));
  });

  test('links a button’s name to the guide that names it most', () => {
    const naming = (url: string, count: number, kind = 'guide') =>
      page(url, '<p><b class="ui">Send</b> <b class="ui">More</b></p>'.repeat(count), { kind });
    const button = record('button', 'x', { button: 'Send' });
    const guides = fileOf(
      [naming('/a/', 1), naming('/b/', 3), naming('/c/', 9, 'checklist')],
      [button, record('button', 'y', { button: 'Mute' })],
    ).guides.split('\n');
    expect(guides.slice(-2)).toEqual(['/b/', '']);
  });

  test('gives the search its words, as it reads them', () => {
    const words = {
      ...noWords,
      groups: [
        { ours: ['rain', 'wet'], theirs: ['drizzle', 'it pours'], first: 'a/guide' },
        { ours: ['wind'], theirs: ['gale'] },
      ],
      direction: [['me'], ['they', 'he']],
      pages: [{ page: '/a/guide/', words: ['weather'] }],
    };
    expect(fileOf([guide], [], words)).toMatchObject({
      groups: 'rain,wet:drizzle,it pours:a/guide\nwind:gale:',
      direction: 'me\nthey,he',
      stop: 'the,of',
    });
    const answers = new KnownAnswers(fileOf([guide], [], words), new URL('https://example.org/'), []);
    for (const typed of ['wet', 'it poured', 'drizzle'])
      expect(answers.answer(typed), typed).toMatchObject({ isPrivate: true, results: [{ url: '/a/guide/' }] });
    expect(answers.answer('a gale').isPrivate).toBe(false);
  });

  test('is refused where words are given to a page that is not there', () => {
    const words = { ...noWords, pages: [{ page: '/nowhere/', words: ['weather'] }] };
    expect(() => fileOf([guide], [], words)).toThrow('synonyms.yaml names /nowhere/, which is no page that is searched');
  });
});

test('the file holds so few answers that a slow phone is soon done with them', () => {
  const many = Array.from({ length: 1600 }, (_, at) => record('tip', `t${at % 9}`));
  expect(urlsIn(fileOf([page('/a/', '')], many))).toHaveLength(1500);
});

describe('the file is bounded', () => {
  /** Text that compresses little, and the same each time. */
  function noise(seed: number, count: number): string {
    let state = seed + 1;
    const next = (): string => (state = (state * 48_271) % 2_147_483_647).toString(36);
    return Array.from({ length: count }, next).join(' ');
  }

  const pages = Array.from({ length: 120 }, (_, at) =>
    page(`/stage/guide-${at}/`, `<p>${noise(at, 60)}</p><h2 id="part">Part ${at}</h2><p>${noise(at + 500, 60)}</p>`, {
      kind: at % 4 === 0 ? 'checklist' : 'guide',
    }),
  );
  const records = (['tip', 'evidence', 'question'] as const).flatMap((kind, shift) =>
    Array.from({ length: 120 }, (_, at) => record(kind, `${kind}-${at}`, { sentence: noise(at + 1000 * (shift + 1), 12) })),
  );
  const text = answersFile(pages, records, noWords, rules);
  const kept = answersIn(JSON.parse(text) as KnownAnswersFile).map(({ url }) => url);

  test('to 60,000 bytes as sent, and uses them', () => {
    const bytes = brotliCompressSync(text).byteLength;
    expect(bytes).toBeLessThanOrEqual(60_000);
    expect(bytes).toBeGreaterThan(55_000);
  });

  test('with those of the most important pages first, where not all of a kind have room', () => {
    const backwards = new Map(pages.map(({ url }, at) => [url, pages.length - at]));
    const answers = answersIn(JSON.parse(answersFile(pages, records, noWords, rules, backwards)) as KnownAnswersFile);
    const parts = answers.map(({ url }) => url).filter((url) => url.includes('#part'));
    expect(parts[0]).toBe('/stage/guide-119/#part');
    expect(parts).not.toContain('/stage/guide-0/#part');
    expect(kept).toContain('/stage/guide-0/#part');
  });

  test('with guides and checklists, then questions, then parts of guides, then tips and claims', () => {
    expect(kept.filter((url) => !url.includes('#'))).toEqual(pages.map(({ url }) => url));
    expect(kept.filter((url) => url.startsWith('/questions/'))).toHaveLength(120);
    const some = kept.filter((url) => url.includes('#part'));
    expect(some.length).toBeLessThan(pages.length);
    expect(kept.filter((url) => /^\/(tip|evidence)s\//.test(url))).toEqual([]);
    expect(kept.length).toBeLessThan(pages.length * 2 + records.length);
  });

  test('and leaves out nothing that fits', () => {
    expect(answersIn(fileOf(pages.slice(0, 10), records.slice(0, 20)))).toHaveLength(10 * 2 + 20);
  });
});
