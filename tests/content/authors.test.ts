/** Whatever an author can write is published as it is meant, or refused with file, field and cure. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/lib/check/check.ts';
import { describeProblems } from '../../src/lib/written/problems.ts';
import { contentWith, edited, smallContent, today } from './small-content.ts';

const guide = 'guides/remove/one-person.mdx';
const list = 'checklists/remove-one.yaml';
const claim = 'evidence/claims/told.yaml';
const source = 'evidence/sources/help-page.yaml';
const tip = 'tips/look-twice.md';
const question = 'questions/are-they-told.md';

type Changes = Record<string, string | undefined>;
const problemsWith = (changes: Changes) => checkContent(contentWith(changes), today).problems;

/** All that is said, in lines of "file field: cure". */
const said = (changes: Changes): string[] =>
  problemsWith(changes).map(({ file, field, cure }) => `${file.replace('src/content/', '')} ${field}: ${cure}`);

/** The small guide with something more in its text. It stands in line 14. */
const writing = (text: string): Changes => ({ [guide]: `${smallContent[guide] ?? ''}\n${text}\n` });

function expectOnly(changes: Changes, ...expected: RegExp[]): void {
  const lines = said(changes);
  expect(lines, lines.join('\n')).toHaveLength(expected.length);
  expected.forEach((line, index) => {
    expect(lines[index]).toMatch(line);
  });
}

describe('a guide may not hold', () => {
  test.each([
    ['<claim id="told" />', /<claim>: .*did you mean <Claim>\?/],
    ['<warning>\n\nDo not.\n\n</warning>', /<warning>: .*did you mean <Warning>\?/],
    ['<CLAIM id="told" />', /<CLAIM>: there is no such component; did you mean <Claim>\?/],
    ['<Checklst id="x" />', /did you mean <Checklist>\?/],
    ['A <b>word</b>.', /<b>: HTML is not written here/],
    ['<div>x</div>', /<div>: HTML/],
    ['<style>{"body{color:red}"}</style>', /<style>: HTML/],
    ['<script>{"alert(1)"}</script>', /<script>: HTML/],
    ['<img src="/x.png" />', /<img>: HTML/],
    ['<iframe src="/x" />', /<iframe>: HTML/],
    ['<>words</>', /<>: /],
    ['<span class="x">a</span>', /<span>: a span is an old address/],
    ['<span id="Old Place"></span>', /<span>: a span is an old address/],
    ['It costs {price}.', /\{price\}: nothing is computed/],
    ["{' '}", /nothing is computed/],
    ["import x from 'y'", /import or export: /],
    ['export const x = 1', /import or export: /],
    ['![P](https://example.org/x.png)', /image: a picture would be a hole/],
    ['![P](./x.png)', /image: /],
    ['![P][x]\n\n[x]: /x.png', /imageReference: /],
    ['A note.[^1]\n\n[^1]: Here.', /footnote/],
    ['- [ ] Do it', /listItem: a box to tick/],
    ['# Another title', /heading: “#” is the page’s own heading/],
    ['## 🙂', /heading: holds no word/],
    ['## ???', /heading: holds no word/],
    ['## Press <Ui name="more" /> then wait', /heading: holds a component/],
    ['## <Claim id="told" />', /heading: holds a component/],
    ['## Main', /the id "main": is that of a part of every page/],
    ['## Rests on', /the id "rests-on": is that of a part/],
    ['## Remove one', /the id "remove-one": stands above already/],
    ['<Ui name="send" announced />', /<Ui>: interface\.yaml has no announced name for "send"/],
    ['<Fold title="See {ui:more}">\n\nx\n\n</Fold>', /has a "title" that does not fit/],
    ['[x](javascript:alert(1))', /link: .*no address on the web/],
    ['[x](//example.org/a)', /link: .*no address on the web/],
    ['[x](HTTPS://Example.ORG/a)', /not in its normal form: write "https:\/\/example\.org\/a"/],
    ['[x](https://example.org/a%zz)', /not in its normal form: write "https:\/\/example\.org\/a%25zz"/],
    ['[x](https://example.org/é)', /not in its normal form/],
    ['[x](one-person)', /begin it with "\/"/],
    ['[x](/remove/one-person)', /write "\/remove\/one-person\/"/],
    ['[x](/remove/../about/)', /not in its normal form: write "\/about\/"/],
    ['[x][y]\n\n[y]: data:text/html,x', /link: .*no address on the web/],
  ])('%s', (text, expected) => {
    expect(said(writing(text)).join('\n')).toMatch(expected);
    for (const line of said(writing(text))) expect(line).toMatch(/^guides\/remove\/one-person\.mdx line 1\d, /);
  });

  test('a token, and hears what to write', () => {
    expectOnly(writing('{claim:told}'), /line 14: not valid MDX .*<Claim id="told" \/> for \{claim:told\}/);
  });
});

test('what stands in code or in a comment is not used, however it is fenced', () => {
  const code = [
    '`<Claim id="nobody" />`',
    '- x\n\n  ```mdx\n  <Claim id="nobody" />\n  ```',
    '````\n```\n<Claim id="nobody" />\n````',
    '{/* <Checklist id="nobody" /> */}',
  ];
  for (const text of code) expect(said(writing(text)), text).toEqual([]);
  expect(said(writing('<Fold title="a > b">\n\nWords.\n\n</Fold>')).join()).not.toMatch(/valid MDX/);
});

test('what is right passes', () => {
  const text = `## Ask first, then act

<span id="old-address"></span>

## Ask first, then act

[a](https://example.org/a_(b)?c=d#e) [b](/about/#privacy) [c](#main) [d](tel:+448088020300) [e](/evidence.json)
`;
  expect(said(writing(text))).toEqual([]);
});

describe('a text that is not MDX is as well looked after', () => {
  const body = (file: string, text: string): Changes => ({ [file]: `${smallContent[file] ?? ''}\n${text}\n` });
  test.each([
    ['<b>x</b>', /text: "<b>" is HTML/],
    ['<script>alert(1)</script>', /is HTML/],
    ['<Claim id="told" />', /write \{claim:name\} here/],
    ['# A heading', /text: a heading begins a part/],
    ['![x](https://example.org/x.png)', /a picture would be a hole/],
    ['[x](one-person)', /begin it with "\/"/],
    ['{ui:more', /"\{ui:more" is no token/],
    ['more}', /"\}" is no token/],
    ['A note.[^1]\n\n[^1]: x', /footnote/],
    ['- [x] Done', /a box to tick/],
  ])('%s', (text, expected) => {
    for (const file of [tip, question]) expect(said(body(file, text)).join('\n'), file).toMatch(expected);
  });

  test.each([
    [list, 'action: Look again.', 'action: "1. Open it."', /steps\.look-again\.action: is read as a list/],
    [list, 'action: Look again.', 'action: "One.\\n\\nTwo."', /is read as 2 paragraphs/],
    [list, 'action: Look again.', 'action: "# x"', /is read as a heading/],
    [list, 'expect: The badge is gone.', 'expect: "| a |\\n| - |\\n| b |"', /is read as a table/],
    [list, 'finish: Note it down.', 'finish: "- a"', /finish: is read as a list/],
    [list, 'summary: Two steps.', 'summary: "<i>Two</i> steps."', /summary: "<i>" is HTML/],
    [list, 'expect: The badge is gone.', 'expect: The badge is gone.\n    detail: "<img src=x>"', /detail: .* is HTML/],
    [claim, 'why: The help page says so.', 'why: "- The help page"', /why: is read as a list/],
    [claim, 'says: Nobody is told.', 'says: "> Nobody"', /positions\.0\.says: is read as a quotation/],
    [claim, 'says: Nobody is told.', 'says: "{ui:nowhere}"', /positions\.0\.says: no button is called/],
    [claim, 'says: Nobody is told.', 'says: "{claim:told}"', /can’t print another claim/],
    [guide, 'answer: Choose {ui:more}. {claim:told}', 'answer: "* Choose."', /answer: is read as a list/],
  ])('%s: %s → %s', (file, piece, by, expected) => {
    expectOnly(edited(file, piece, by), expected);
  });
});

describe('what is printed as it stands holds words alone', () => {
  test.each([
    [guide, 'title: How do I remove one person?', 'title: "How do I find {ui:more}?"', /title: is printed as it stands/],
    [guide, 'label: One person', 'label: "**One** person"', /label: is printed as it stands/],
    [guide, 'aliases: [unfriend]', 'aliases: ["{claim:told}"]', /aliases\.0: is printed as it stands/],
    [list, 'title: Remove one', 'title: <b>Remove</b> one', /title: is printed as it stands/],
    [claim, 'question: Are they told?', 'question: "Are `they` told?"', /question: is printed as it stands/],
    [source, 'note: Made up for a test.', 'note: "See [this](/x/)"', /note: is printed as it stands/],
    ['journey.yaml', 'promise: One person.', 'promise: "{ui:more}"', /promise: is printed as it stands/],
    [guide, 'title: How do I remove one person?', 'title: "One\\nTwo"', /title: write it in one line/],
  ])('%s: %s → %s', (file, piece, by, expected) => {
    expectOnly(edited(file, piece, by), expected);
  });
});

describe('a value of the right form that means nothing is refused', () => {
  test.each([
    [source, 'date: "2013-11-12"', 'date: "2013-31-12"', /date: there is no such day/],
    [source, 'date: "2013-11-12"', 'date: "2024-13"', /date: there is no such day/],
    [source, 'date: "2013-11-12"', 'date: "2023-02-29"', /date: there is no such day/],
    [source, 'date: "2013-11-12"', 'date: "2013-00"', /date: there is no such day/],
    [source, 'date: "2013-11-12"', 'date: about 0000', /date: there is no such day/],
    [source, 'date: "2013-11-12"', 'date: about 2031', /date: lies in the future/],
    [source, 'readOn: "2026-11-22"', 'readOn: "2012-01-01"', /readOn: lies before the source’s own date/],
    ['interface.yaml', 'date: "2025-11-28"', 'date: "2025-02-30"', /more\.date: there is no such day/],
    ['interface.yaml', 'date: "2025-11-28"', 'date: "2031-01"', /more\.date: lies in the future \(today is 2026-11-22 in UTC\)/],
    [guide, 'updated: "2026-11-22"', 'updated: "2026-02-30"', /updated: write a day that there is/],
    [guide, 'updated: "2026-11-22"', 'updated: "2062-11-22"', /updated: lies in the future \(today is 2026-11-22 in UTC\)/],
    [claim, '  date: "2026-11-22"', '  date: "2026-11-23"', /verified\.date: lies in the future \(today is 2026-11-22 in UTC\)/],
  ])('%s: %s → %s', (file, piece, by, expected) => {
    expectOnly(edited(file, piece, by), expected);
  });
});

describe('the address of a source is in its normal form', () => {
  const address = (url: string): Changes => edited(source, 'title: Help page', `title: Help page\nurl: ${JSON.stringify(url)}`);
  test.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['https://example.org/a|b', 'https://example.org/a%7Cb'],
    ['https://example.org/[a]', 'https://example.org/%5Ba%5D'],
    ['https://example.org/ä', 'https://example.org/%C3%A4'],
    ['https://EXAMPLE.org/a', 'https://example.org/a'],
    ['https://example.org:443/a', 'https://example.org/a'],
    ['https://example.org/a/../b', 'https://example.org/b'],
    ['https://example.org/100%', 'https://example.org/100%25'],
    ['https://münchen.example/', 'https://xn--mnchen-3ya.example/'],
    [' https://example.org/a', 'https://example.org/a'],
    ['https://example.org\\a', 'https://example.org/a'],
  ])('%s', (written, normal) => {
    const [line = '', ...others] = said(address(written));
    expect(others).toEqual([]);
    expect(line).toContain(`write "${normal}"`);
    expect(said(address(normal))).toEqual([]);
  });

  test.each([
    'example.org',
    'ftp://example.org/',
    'https://',
    'javascript:alert(1)',
    'https://user:pw@example.org/',
    'https://example.org./',
    'http://localhost/',
  ])('%s is none', (written) => {
    expectOnly(address(written), /url: /);
  });
});

describe('what nobody sees is told with its line', () => {
  test.each([
    ['\u{200B}', /line 10: U\+200B/],
    ['\u{AD}', /line 10: U\+00AD/],
    ['\u{A0}', /line 10: U\+00A0, a blank of another kind/],
    ['\u{202E}', /line 10: U\+202E/],
    ['\u{3164}', /line 10: U\+3164/],
    ['\u{FFFD}', /line 10: U\+FFFD.*UTF-8/],
    ['\u{7}', /line 10: U\+0007/],
    ['e\u{301}', /line 10: letters are written as two characters/],
    ['&shy;', /line 10: U\+00AD/],
    ['&#8203;', /line 10: U\+200B/],
    ['&#x202E;', /line 10: U\+202E/],
  ])('%j', (character, expected) => {
    expectOnly(edited(guide, '<Claim id="told" /> Choose', `<Claim id="told" /> Cho${character}ose`), expected);
  });

  test('in quotation marks of YAML too', () => {
    expectOnly(edited(list, 'expect: The badge is gone.', 'expect: "The \\u200bbadge is gone."'), /line \d+: U\+200B/);
  });

  test('a mark before a file is told, and nothing else', () => {
    for (const file of [guide, list, tip]) expectOnly({ [file]: `\u{FEFF}${smallContent[file] ?? ''}` }, /line 1: U\+FEFF.*without it/);
  });

  test('but a picture of several characters, and the blank inside a number, may stand', () => {
    expect(said(writing('A family 👨‍👩‍👧, a heart ❤️, a thumb 👍🏽, and 0808 802 0300.'))).toEqual([]);
  });
});

describe('a file is where it is read', () => {
  test.each([
    ['guide/remove/two.mdx', /file name: nothing reads it: .*did you mean guides\/\?/],
    ['Tips/x.md', /did you mean tips\/\?/],
    ['notes.txt', /nothing reads it/],
    ['journey.yml', /did you mean "journey\.yaml"\?/],
    ['evidence/told.yaml', /nothing reads it/],
    ['checklists/more.yml', /everything in checklists\/ is a \.yaml file/],
    ['tips/Read It.md', /write it in lower-case/],
    ['evidence/claims/Über.yaml', /lower-case/],
  ])('%s', (file, expected) => {
    expectOnly({ [file]: 'x' }, expected);
  });

  test('and a file that must be there is missed', () => {
    expect(said({ 'synonyms.yaml': undefined })[0]).toMatch(/synonyms\.yaml file name: there is no such file/);
  });

  test.each([
    ['evidence/claims/notice.yaml', claim, /"notice" is the address of a part/],
    ['evidence/claims/main.yaml', claim, /"main" is the address of a part/],
    ['questions/limits.md', question, /"limits" is the address of a part/],
    ['tips/privacy.md', tip, /"privacy" is the address of a part/],
    ['checklists/menu.yaml', list, /"menu" is the address of a part/],
  ])('and not called as a part of its page is: %s', (file, like, expected) => {
    expect(said({ [file]: smallContent[like] }).join('\n')).toMatch(expected);
  });

  test.each([
    ['interface.yaml', 'send:', 'Send It:', /Send It: is no name that a text can use/],
    [
      'journey.yaml',
      '- id: remove',
      '- { id: remove, title: A, promise: B, guides: [one-person] }\n- id: remove',
      /two stages have this id/,
    ],
    ['journey.yaml', '\n    - one-person', ' []', /0\.guides: has 0 entries/],
    ['synonyms.yaml', 'stop: [the]', 'stop: [the]\npages: [{ page: /abot/, words: [privacy] }]', /pages\.0\.page: "\/abot\/" is no page/],
    [guide, 'aliases: [unfriend]', 'aliases: [unfriend, unfriend]', /aliases: holds one thing twice/],
    [guide, 'platforms: [website]', 'platforms: [website, website]', /platforms: holds one thing twice/],
    [tip, 'rests: [told]', 'rests: [told, told]', /rests: /],
  ])('%s: %s → %s', (file, piece, by, expected) => {
    expect(said(edited(file, piece, by)).join('\n')).toMatch(expected);
  });

  test('a stage is not called as a part of the site is', () => {
    const moved = { [guide]: undefined, 'guides/tips/one-person.mdx': smallContent[guide] };
    const journey = { 'journey.yaml': (smallContent['journey.yaml'] ?? '').replace('id: remove', 'id: tips') };
    expect(said({ ...moved, ...journey }).join('\n')).toMatch(
      /journey\.yaml tips\.id: "tips" is the address of pages or parts of the site itself/,
    );
  });
});

describe('nothing untrue follows from what could not be read', () => {
  test.each<[string, Changes, RegExp]>([
    [
      'a claim',
      edited(claim, 'date: "2026-11-22"', 'date: 2026-11-22'),
      /verified\.date: write a day that there is as YYYY-MM-DD, in quotation marks/,
    ],
    ['a source', edited(source, 'kind: official', 'kind: offical'), /kind: is "offical": write one of .*did you mean "official"\?/],
    ['all names of buttons', { 'interface.yaml': '' }, /interface\.yaml whole file/],
    [
      'a guide of the wrong ending',
      { [guide]: undefined, 'guides/remove/one-person.md': smallContent[guide] },
      /one-person\.md file name: a guide is guides\/<stage>\/<slug>\.mdx/,
    ],
    ['a guide in capitals', { [guide]: undefined, 'guides/remove/One-Person.mdx': smallContent[guide] }, /file name/],
    ['a claim of the wrong ending', { [claim]: undefined, 'evidence/claims/told.yml': smallContent[claim] }, /told\.yml file name/],
    [
      'a claim in a folder of its own',
      { [claim]: undefined, 'evidence/claims/more/told.yaml': `${smallContent[claim] ?? ''}x: 1` },
      /no field is called "x"/,
    ],
    ['the journey', { 'journey.yaml': '- a: "' }, /journey\.yaml line 2: not valid YAML/],
  ])('%s', (_, changes, expected) => {
    expectOnly(changes, expected);
  });
});

test('a line is that of the file', () => {
  expectOnly(edited(guide, 'title: How do I remove one person?', 'title: Removal: how'), /one-person\.mdx line 2: not valid YAML/);
  expectOnly(edited(tip, 'topic: tidying', 'topic: "tidying'), /look-twice\.md line \d+: not valid YAML/);
});

test('two texts in one file of YAML are told too', () => {
  expectOnly(edited(list, 'finish: Note', '---\nfinish: Note'), /whole file: not valid YAML .*a line of --- begins another text/);
});

test('and so is that of a field, which the build prints', () => {
  const problems = problemsWith(edited(list, 'action: Look again.', 'action: ""'));
  expect(problems).toMatchObject([{ field: 'steps.1.action', line: 10 }]);
  expect(describeProblems(problems)).toContain('src/content/checklists/remove-one.yaml\n    line 10, steps.1.action: is empty');
});

describe('every message says what to do', () => {
  test.each([
    [guide, 'aliases: [unfriend]', 'aliases: unfriend', /aliases: is "unfriend": write a list, such as \[one, two\]/],
    [guide, 'updated:', 'udpated: x\nupdated:', /whole file: no field is called "udpated"; did you mean "updated"\?/],
    [list, '- id: look-again', '- id: 1', /steps\.1\.id: is 1: write text; .*quotation marks/],
    [guide, 'label: One person', `label: ${'a'.repeat(33)}`, /label: is too long for navigation: write 32 letters at most/],
    [guide, 'platforms: [website]', 'platforms: []', /platforms: has 0 entries: write 1 or more/],
    [guide, 'platforms: [website]', 'platforms: [web]', /platforms\.0: is "web": write one of "website", "app", "anywhere"/],
    [
      question,
      'wordings: [do they hear of it, will he know, is there a message]',
      'wordings: [a, b]',
      /wordings: has 2 entries: write 3 or more/,
    ],
    [tip, 'rests: [told]', 'rests: nobody', /rests: write opinion, or a list of claims/],
    [list, 'steps:', 'retired: yes please\nsteps:', /retired: is "yes please": write a list/],
  ])('%s: %s → %s', (file, piece, by, expected) => {
    expectOnly(edited(file, piece, by), expected);
  });

  test('too many steps', () => {
    const steps = Array.from({ length: 60 }, (_, index) => `  - { id: step-${index}, action: Look., expect: Seen. }\n`).join('');
    expectOnly(
      { [list]: (smallContent[list] ?? '').replace(/steps:\n[\s\S]*(?=finish)/, `steps:\n${steps}`) },
      /steps: has 60 entries: write 12 at most/,
    );
  });
});

describe('a title fits on a card, whatever the settings', () => {
  const long = 'What will they still be able to see of my profile and of my posts after I have removed them as a connection?';
  test.each<[string, string, string, RegExp]>([
    [guide, 'title: How do I remove one person?', `title: ${long}`, /title: is too long for a card/],
    [list, 'title: Remove one', `title: ${long}`, /title: is too long for a card/],
    ...['我', '🙂', '→', '≥'].map((letter): [string, string, string, RegExp] => [
      guide,
      'title: How do I remove one person?',
      `title: How ${letter}?`,
      new RegExp(`title: holds ${letter}, which`),
    ]),
    ['journey.yaml', 'title: Remove', `title: ${long}`, /remove\.title: is too long for a card/],
    ['journey.yaml', 'title: Remove', 'title: Remove →', /remove\.title: holds →/],
  ])('%s: %s → %s', (file, piece, by, expected) => {
    expectOnly(edited(file, piece, by), expected);
  });
});

test('whatever is done to a file, the check says what is wrong and never breaks', () => {
  const pieces = [
    '---\n',
    ': ',
    '{',
    '}',
    '<',
    '"',
    "'",
    '- ',
    '\n\n',
    '\t',
    '{ui:more',
    '<Claim',
    '{/*',
    '[x]: ',
    '](',
    '&#x110000;',
    '\\uD800',
    '*a',
    '&a ',
    '!!js',
    '<<: *a\n',
    '<!--',
    'null',
    '|',
    '## ',
    '<Rests on="told">',
    '<Tip {...a} />',
    '\0',
    '~',
  ];
  const place = fc.nat(10_000);
  const change = fc.record({ at: place, gone: fc.nat(12), piece: fc.constantFrom('', ...pieces) });
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(smallContent)), fc.array(change, { minLength: 1, maxLength: 3 }), (file, changes) => {
      const text = changes.reduce((before, { at, gone, piece }) => {
        const start = at % (before.length + 1);
        return before.slice(0, start) + piece + before.slice(start + gone);
      }, smallContent[file] ?? '');
      for (const { cure, field } of problemsWith({ [file]: text })) expect(field && cure).not.toBe('');
    }),
    { seed: 13, numRuns: 300 },
  );
});
