/** Whatever form LinkedIn's list has, the same people come out of it. */
import { describe, expect, test } from 'vitest';
import { sampleFiles } from '../../src/islands/triage/sample.ts';
import { bring, bringList } from '../support/archives-read.ts';
import {
  csv,
  file,
  header,
  markClosedLater,
  olderLists,
  peopleRows,
  sameList,
  spanishSpreadsheet,
  unclosedLastMark,
  unclosedMark,
  unknownColumns,
  westernCount,
} from '../support/archives.ts';

const days = [20240106, 20231231, 20200229, 20150815, 20121001, 20090509];
const names = ['Ada Example', 'Ben Sample, PhD, MBA', 'Chidi 🪁 Placeholder', 'أمل مثال', '美\u200b咲 例', 'Émile Exemple'];
const keys = [
  'ada-example-fictional-1',
  'ben-sample-fictional-2',
  'chidi-🪁-fictional-3',
  'أمل-fictional-4',
  'misaki-fictional-5',
  'émile-fictional-6',
];
const companies = ['Northwind', 'The "Pretend" Press', '', 'Example & Co.', '=Kites', 'Café Fictif'];
const positions = ['Kite Tester', 'Editor, North', '', '', 'Teacher', 'Serveur'];

describe('the list of connections', () => {
  test.each(Object.entries(sameList))('is read %s', async (_, files) => {
    const { people, report } = await bringList(files);
    expect(people.map(({ name }) => name)).toEqual(names);
    expect(people.map(({ key }) => key)).toEqual(keys);
    expect(people.map(({ connected }) => connected)).toEqual(days);
    expect(people.map(({ company }) => company)).toEqual(companies);
    expect(people.map(({ position }) => position)).toEqual(positions);
    expect(people.map(({ profile }) => decodeURIComponent(profile))).toEqual(keys.map((key) => `https://www.linkedin.com/in/${key}`));
    expect(report).toMatchObject({ people: 6, closed: 2, withoutDay: 0, repeated: 0 });
  });

  test.each(Object.entries(olderLists))('is read as it was, %s', async (_, files) => {
    const { people, report } = await bringList(files);
    expect(people.map(({ name }) => name)).toEqual(names);
    expect(people.map(({ connected }) => connected)).toEqual(days);
    expect(people.map(({ company }) => company)).toEqual(companies);
    expect(people.map(({ profile }) => profile)).toEqual(names.map(() => ''));
    expect(people[0]?.key).toBe('name:ada example|20240106');
    expect(report).toMatchObject({ people: 6, closed: 2, withoutDay: 0, notices: [] });
  });

  test('is read from a Spanish spreadsheet, which is said', async () => {
    const { people, report } = await bringList(spanishSpreadsheet);
    expect(people).toHaveLength(westernCount);
    expect(people.map(({ name, connected }) => [name, connected])).toContainEqual(['Émile Exemple', 20090509]);
    expect(people.map(({ connected }) => connected)).toContain(20240106);
    expect(report.notices).toEqual([expect.stringContaining('not written as LinkedIn does')]);
  });

  test('says nothing where there is nothing to say', async () => {
    const { report } = await bringList(sameList['as LinkedIn writes it today'] ?? []);
    expect(report).toMatchObject({ file: 'Connections.csv', notices: [], others: [], unmatched: [] });
  });

  test('says that its columns were guessed', async () => {
    const { report } = await bringList(sameList['without any names of columns'] ?? []);
    expect(report.notices).toEqual([expect.stringMatching(/columns are not known.*usual order/)]);
  });

  test('says which of two was read, and what of the rest was not', async () => {
    const two = await bringList(sameList['twice, with fewer people the first time'] ?? []);
    expect(two.report).toMatchObject({ file: 'Connections (1).csv', notices: [expect.stringContaining('2 lists of connections')] });
    const picture = await bringList(sameList['beside a picture'] ?? []);
    expect(picture.report.others).toEqual([{ name: 'me.png', says: 'It was not read. me.png is a picture or a film.' }]);
  });

  test('loses nobody behind a quotation mark that nobody closes', async () => {
    const unclosed = await bringList(unclosedMark);
    expect(unclosed.people.map(({ name }) => name)).toEqual(names);
    expect(unclosed.report.notices).toEqual([expect.stringContaining('quotation mark')]);
    const last = await bringList(unclosedLastMark);
    expect(last.people.map(({ connected }) => connected)).toEqual(days);
    const later = await bringList(markClosedLater);
    expect(later.people.map(({ name }) => name)).toEqual([...names, 'Zoë Last, PhD']);
  });

  test('is told in the order of the file, 500 people at a time', async () => {
    const rows = Array.from({ length: 1201 }, (_, at) => [`Ada ${at}`, 'Example', '', '', '', '', '06 Jan 2024']);
    const { answers, people } = await bringList([file('Connections.csv', csv([header, ...rows]))]);
    const sizes = answers.flatMap((answer) => (answer.kind === 'people' ? [answer.people.length] : []));
    expect(sizes).toEqual([500, 500, 201]);
    expect(people.map(({ name }) => name)).toEqual(rows.map(([first = '']) => `${first} Example`));
  });

  test('has a key for each of several people with one name and day, and names an address once', async () => {
    const ada = ['Ada', 'Example', '', '', '', '', '06 Jan 2024'];
    const ben = ['Ben', 'Sample', 'https://www.linkedin.com/in/Ben-Fictional/', '', '', '', ''];
    const { people, report } = await bringList([file('Connections.csv', csv([header, ada, ada, ben, ben, ada]))]);
    expect(people.map(({ key }) => key)).toEqual([
      'name:ada example|20240106',
      'name:ada example|20240106#2',
      'ben-fictional',
      'name:ada example|20240106#3',
    ]);
    expect(report).toMatchObject({ people: 4, repeated: 1, withoutDay: 1 });
  });

  test('has commas between its columns where its header has, though semicolons look more regular', async () => {
    const rows = [1, 2, 3].map((at) => [
      'Ada',
      `Example ${at}`,
      '',
      '',
      '',
      'a;b;c',
      '06 Jan 2024',
      ...Array.from({ length: at }, () => 'x'),
    ]);
    const { people } = await bringList([file('Connections.csv', csv([header, ...rows]))]);
    expect(people.map(({ name, position }) => [name, position])).toEqual([1, 2, 3].map((at) => [`Ada Example ${at}`, 'a;b;c']));
  });

  test('is read to its end where it is longer than what is read at a time', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => [`美咲 ${at}`, '例, "PhD"', '', '', 'مثال'.repeat(at % 9), '', '06 Jan 2024']);
    const { people } = await bringList([file('Connections.csv', csv([header, ...many]))]);
    expect(people.map(({ name, company }) => [name, company])).toEqual(
      many.map(([first = '', last = '', , , company = '']) => [`${first} ${last}`, company]),
    );
  });

  test('ends where it has more people than LinkedIn allows', async () => {
    const rows = `Ada,Example,,,,,06 Jan 2024\n`.repeat(100_001);
    const { end } = await bring([file('Connections.csv', `${header.join(',')}\n${rows}`)]);
    expect(end).toMatchObject({ kind: 'problem', what: expect.stringContaining('more people than LinkedIn') as string });
  });

  test('has somebody without a name, people with a drawing for one, and rows that say nothing', async () => {
    const rows = [
      ['', '', 'https://www.linkedin.com/in/ada-fictional', '', '', '', '06 Jan 2024'],
      ['🪁', '', '', '', '', '', '06 Jan 2024'],
      ['🎈', '', '', '', '', '', '06 Jan 2024'],
      ['', '', '', '', 'Northwind', '', ''],
      ['AB', '🪁'.repeat(400), '', '', '', '', ''],
    ];
    const { people, report } = await bringList([file('Connections.csv', csv([header, ...rows]))]);
    expect(people.slice(0, 3).map(({ key, name }) => [key, name])).toEqual([
      ['ada-fictional', 'ada-fictional'],
      ['name:🪁|20240106', '🪁'],
      ['name:🎈|20240106', '🎈'],
    ]);
    expect([people[3]?.name.length, people[3]?.name.isWellFormed()]).toEqual([299, true]);
    expect(report.notices).toEqual([expect.stringMatching(/^One row says neither who nor when/)]);
  });

  test('is read with progress that only goes on, told once for each step', async () => {
    const { answers } = await bringList(sampleFiles(1000).map(({ name, text }) => file(name, text)));
    const steps = answers.flatMap((answer) => (answer.kind === 'progress' ? [answer] : []));
    const done = steps.map((step) => step.done);
    expect(done).toEqual(done.toSorted((one, other) => one - other));
    expect(new Set(done.map((share, at) => `${Math.floor(share * 100)} ${steps[at]?.doing ?? ''}`)).size).toBe(steps.length);
    expect(steps.map(({ doing }) => doing)).toContain('Reading messages.csv');
  });

  test.each([
    'javascript:alert(1)',
    'https://www.linkedin.com.example/in/ada',
    'https://example.com/linkedin.com/in/ada',
    'https://www.linkedin.com/company/ada',
    'https://www.linkedin.com/in/..',
    'data:text/html,ada',
  ])('makes no link of %s', async (url) => {
    const { people } = await bringList([file('Connections.csv', csv([header, ['Ada', 'Example', url, '', '', '', '06 Jan 2024']]))]);
    expect(people.map(({ profile, key }) => [profile, key])).toEqual([['', 'name:ada example|20240106']]);
  });

  test.each([
    'https://www.linkedin.com/in/a"><b>',
    'https://uk.linkedin.com/in/a%2F..%2Fb',
    'www.linkedin.com/in/ada?x=1#y',
    'linkedin.com/in/a%zz',
  ])('makes only an address at LinkedIn of %s', async (url) => {
    const { people } = await bringList([file('Connections.csv', csv([header, ['Ada', 'Example', url, '', '', '', '06 Jan 2024']]))]);
    const { href } = new URL(people[0]?.profile ?? '');
    expect(href).toBe(people[0]?.profile);
    expect(href).toMatch(/^https:\/\/www\.linkedin\.com\/in\/[\w%.-]+$/);
  });

  test('says that days can be meant in two ways only where they can', async () => {
    const list = (...dates: string[]) => [
      file('Connections.csv', csv([header, ...dates.map((day) => ['Ada', 'Example', '', '', '', '', day])])),
    ];
    const unsure = await bringList(list('3/4/2020', '5/6/2020'));
    expect(unsure.people.map(({ connected }) => connected)).toEqual([20200304, 20200506]);
    expect(unsure.report.notices).toEqual([expect.stringContaining('two ways')]);
    const dayFirst = await bringList(list('3/4/2020', '25/6/2020'));
    expect(dayFirst.people.map(({ connected }) => connected)).toEqual([20200403, 20200625]);
    expect(dayFirst.report.notices).toEqual([]);
  });
});

describe('columns that nobody knows', () => {
  test('are asked for, with the first rows and a guess', async () => {
    const { end } = await bring(unknownColumns);
    expect(end).toMatchObject({ kind: 'columns', file: 'people.csv', guess: { connected: 0, first: 1, profile: 3 } });
    expect(end.kind === 'columns' && end.rows.slice(0, 2)).toEqual([
      ['Dzień', 'Kto', 'Skąd', 'Strona'],
      ['06 Jan 2024', 'Ada Example', 'Northwind', 'https://www.linkedin.com/in/ada-example-fictional-1'],
    ]);
  });

  test('are shown in short, and asked for where days come first', async () => {
    const rows = Array.from({ length: 5 }, () => ['2024-01-06', 'Ada'.repeat(100), 'b', 'c', 'd', '2024-01-07']);
    const { end } = await bring([file('Connections.csv', csv(rows))]);
    expect(end).toMatchObject({ kind: 'columns', guess: { connected: 0 } });
    expect(end.kind === 'columns' && Math.max(...end.rows.flat().map(({ length }) => length))).toBe(60);
  });

  test('are read as they were chosen', async () => {
    const { people, report } = await bringList(unknownColumns, { connected: 0, first: 1, company: 2, profile: 3 });
    expect(people.map(({ name }) => name)).toEqual(names);
    expect(people.map(({ company }) => company)).toEqual(companies);
    expect(people.map(({ connected }) => connected)).toEqual(days);
    expect(report).toMatchObject({ people: 6, closed: 2 });
  });
});

test('nobody is in the made-up lists who is not counted here', () => {
  expect(peopleRows).toHaveLength(8);
});
