/** What the other files of the archive add to people: matched by address, or by a name that is there once. */
import { describe, expect, test } from 'vitest';
import { bringList, type ArchiveFile, type Outcome } from '../support/archives-read.ts';
import { csv, file, header, messagesHeader, privateWords, utf16, zip } from '../support/archives.ts';
import { noFacts, type Facts } from '../../src/islands/triage/person.ts';

const link = (slug: string): string => `https://www.linkedin.com/in/${slug}`;
const olive = ['Olive Owner', link('olive-fictional')];
const ada = ['Ada Example', link('ada-fictional')];
const emile = ['Émile Exemple', link('%C3%89mile-fictional')];

const list = file(
  'Connections.csv',
  csv([
    header,
    ['Ada', 'Example', link('ada-fictional'), '', 'Northwind', 'Kite Tester', '06 Jan 2024'],
    ['Émile', 'Exemple', link('%c3%a9mile-fictional'), '', 'Café Fictif', '', '05 Jan 2024'],
    ['Ben', 'Sample', link('ben-1-fictional'), '', 'Northwind', '', '04 Jan 2024'],
    ['Ben', 'Sample', link('ben-2-fictional'), '', 'Example & Co.', '', '03 Jan 2024'],
    ['Cleo', 'Muster', link('cleo-fictional'), '', '', '', '02 Jan 2024'],
  ]),
);
const listWithoutAddresses = file(
  'Connections.csv',
  csv([header.toSpliced(2, 1), ['Ada', 'Example', '', '', '', '06 Jan 2024'], ['Émile', 'Exemple', '', '', '', '05 Jan 2024']]),
);

const factsOf = ({ people }: Outcome): Record<string, Partial<Facts>> =>
  Object.fromEntries(
    people
      .map(
        ({ key, facts }) =>
          [key, Object.fromEntries(Object.entries(facts).filter(([fact, value]) => value !== noFacts[fact as keyof Facts]))] as const,
      )
      .filter(([, facts]) => Object.keys(facts).length > 0),
  );
const added = async (...files: ArchiveFile[]): Promise<Record<string, Partial<Facts>>> => factsOf(await bringList([list, ...files]));

const today = [...messagesHeader, 'ATTACHMENTS', 'IS MESSAGE DRAFT'];
type Party = readonly string[];
const letter = (from: Party, to: Party, day: string, changes: Readonly<Record<string, string>> = {}): string[] => {
  const cells = ['1', '', ...from, ...to, `${day} 10:00:00 UTC`, privateWords, privateWords, 'INBOX', '', 'No'];
  return cells.map((cell, at) => changes[today[at] ?? ''] ?? cell);
};
const messages = (...rows: string[][]): ArchiveFile => file('messages.csv', csv([today, ...rows]));

describe('messages', () => {
  test('are counted by who wrote, with the day of the last', async () => {
    const brought = messages(
      letter(olive, ada, '2024-03-01'),
      letter(ada, olive, '2024-03-02'),
      letter(ada, olive, '2023-03-02'),
      letter(olive, emile, '2022-01-05'),
    );
    expect(await added(brought)).toEqual({
      'ada-fictional': { youWrote: 1, theyWrote: 2, lastMessage: 20240302 },
      'émile-fictional': { youWrote: 1, lastMessage: 20220105 },
    });
    const { report } = await bringList([list, brought]);
    expect(report.others).toEqual([
      { name: 'messages.csv', says: 'You and 1 of them have written to each other. Only you wrote to 1 more, and 0 wrote only to you.' },
    ]);
  });

  test.each([
    ['a draft', letter(olive, ada, '2024-03-01', { 'IS MESSAGE DRAFT': 'Yes' })],
    ['spam', letter(ada, olive, '2024-03-01', { FOLDER: 'SPAM' })],
    ['a message of somebody whose account is closed', letter(['LinkedIn Member', ada[1] ?? ''], olive, '2024-03-01')],
    ['an advert', letter(['Northwind', ''], olive, '2024-03-01')],
    ['a group', letter(ada, [`Olive Owner,Cleo Muster`, `${olive[1] ?? ''},${link('cleo-fictional')}`], '2024-03-01')],
  ])('do not count where there is only %s', async (_, row) => {
    expect(await added(messages(letter(olive, emile, '2022-01-05'), row))).toEqual({
      'émile-fictional': { youWrote: 1, lastMessage: 20220105 },
    });
  });

  test('of before November 2023 tell whom you wrote to by name alone', async () => {
    const columns = today.filter((column) => !/RECIPIENT|ATTACH|DRAFT/.test(column));
    const rows = [
      ['1', '', ...olive, 'Ada Example', '2022-10-15 13:07:54 UTC', '', privateWords, 'INBOX'],
      ['1', '', ...ada, 'Olive Owner', '2022-10-16 13:07:54 UTC', '', privateWords, 'INBOX'],
      ['2', '', ...olive, 'Ben Sample', '2022-10-16 13:07:54 UTC', '', privateWords, 'INBOX'],
      ['3', '', ...ada, 'Olive Owner,Cleo Muster', '2023-10-16 13:07:54 UTC', '', privateWords, 'INBOX'],
    ];
    expect(await added(file('messages.csv', csv([columns, ...rows])))).toEqual({
      'ada-fictional': { youWrote: 1, theyWrote: 1, lastMessage: 20221016 },
    });
  });

  test('of 2018 have names alone, and a direction', async () => {
    const rows = [
      ['From', 'To', 'Date', 'Subject', 'Content', 'Direction', 'Folder'],
      ['Ada Example', 'Olive Owner', '3/9/18, 4:05 PM', '', privateWords, 'INCOMING', 'INBOX'],
      ['Olive Owner', 'Ada Example', '3/8/18, 4:05 PM', '', privateWords, 'OUTGOING', 'INBOX'],
      ['Ben Sample', 'Olive Owner', '3/8/18, 4:05 PM', '', privateWords, 'INCOMING', 'INBOX'],
    ];
    expect(await added(file('Messages.csv', csv(rows)))).toEqual({ 'ada-fictional': { youWrote: 1, theyWrote: 1, lastMessage: 20180309 } });
  });

  test('join a list without addresses by name', async () => {
    const outcome = await bringList([
      listWithoutAddresses,
      messages(letter(olive, ada, '2024-03-01'), letter(emile, olive, '2024-03-02'), letter(olive, emile, '2024-03-03')),
    ]);
    expect(factsOf(outcome)).toEqual({
      'name:ada example|20240106': { youWrote: 1, lastMessage: 20240301 },
      'name:emile exemple|20240105': { youWrote: 1, theyWrote: 1, lastMessage: 20240303 },
    });
  });

  test('know you though you wrote with one person alone, who is not you', async () => {
    expect(await added(messages(letter(ada, olive, '2024-03-01')))).toEqual({ 'ada-fictional': { theyWrote: 1, lastMessage: 20240301 } });
  });

  const stranger = ['Pia Stranger', link('pia-fictional')];
  const withStranger = messages(letter(stranger, olive, '2024-03-01'));
  test('do not guess who you are where two could be you', async () => {
    const { report } = await bringList([list, withStranger]);
    expect(report.others[0]?.says).toMatch(/^It was not used/);
  });

  test.each([
    ['your profile', file('Profile.csv', 'First Name,Last Name,Headline\nOlive,Owner,Made up\n')],
    [
      'an invitation',
      file(
        'Invitations.csv',
        csv([
          ['From', 'To', 'Sent At', 'Message', 'Direction', 'inviterProfileUrl', 'inviteeProfileUrl'],
          [olive[0] ?? '', 'Ada Example', '9/27/22, 8:05 AM', '', 'OUTGOING', olive[1] ?? '', ada[1] ?? ''],
        ]),
      ),
    ],
  ])('know you by %s then', async (_, other) => {
    const { report } = await bringList([list, withStranger, other]);
    expect(report.others.find(({ name }) => name === 'messages.csv')?.says).toMatch(/^You and 0 of them/);
  });

  test('know you though somebody who wrote once has the name in your profile', async () => {
    const namesake = ['Olive New', link('olive-new-fictional')];
    const brought = messages(...[1, 2, 3, 4].map((day) => letter(ada, olive, `2024-03-0${day}`)), letter(namesake, olive, '2024-03-05'));
    const profile = file('Profile.csv', 'First Name,Last Name,Headline\nOlive,New,Made up\n');
    expect(await added(brought, profile)).toEqual({ 'ada-fictional': { theyWrote: 4, lastMessage: 20240304 } });
  });

  test('in UTF-16 with tabs are read as well', async () => {
    const bytes = utf16(csv([today, letter(olive, ada, '2024-03-01')], '\t'));
    expect(await added(file('messages.csv', bytes))).toEqual({ 'ada-fictional': { youWrote: 1, lastMessage: 20240301 } });
  });

  test('are read once where two archives have them, from the larger', async () => {
    const small = zip('Basic.zip', [list, messages(letter(olive, ada, '2024-03-01'))]);
    const large = zip('Complete.zip', [list, messages(letter(olive, ada, '2024-03-01'), letter(ada, olive, '2024-03-02'))]);
    for (const order of [
      [small, large],
      [large, small],
    ]) {
      const { people, report } = await bringList(order);
      expect(people[0]?.facts).toMatchObject({ youWrote: 1, theyWrote: 1 });
      expect(report.others.filter(({ name }) => name === 'messages.csv')).toHaveLength(1);
    }
  });
});

describe('invitations', () => {
  const columns = ['From', 'To', 'Sent At', 'Message', 'Direction', 'inviterProfileUrl', 'inviteeProfileUrl'];
  const day = '9/27/22, 8:05 AM';

  test('tell who asked whom, and whether with a note', async () => {
    const rows = [
      ['Olive Owner', 'Ada Example', day, privateWords, 'OUTGOING', olive[1] ?? '', ada[1] ?? ''],
      ['Olive Owner', 'Ben Sample', day, '', 'OUTGOING', olive[1] ?? '', link('ben-2-fictional')],
      ['Cleo Muster', 'Olive Owner', day, privateWords, 'INCOMING', link('cleo-fictional'), olive[1] ?? ''],
      ['Olive Owner', 'Pia Stranger', day, '', 'OUTGOING', olive[1] ?? '', link('pia-fictional')],
    ];
    expect(await added(file('Invitations.csv', csv([columns, ...rows])))).toEqual({
      'ada-fictional': { invitation: 'by you, with a note' },
      'ben-2-fictional': { invitation: 'by you' },
      'cleo-fictional': { invitation: 'by them' },
    });
  });

  test('count as the newest says, which comes first', async () => {
    const rows = [
      ['Olive Owner', 'Ada Example', day, privateWords, 'OUTGOING', olive[1] ?? '', ada[1] ?? ''],
      ['Ada Example', 'Olive Owner', day, '', 'INCOMING', ada[1] ?? '', olive[1] ?? ''],
    ];
    expect(await added(file('Invitations.csv', csv([columns, ...rows])))).toEqual({
      'ada-fictional': { invitation: 'by you, with a note' },
    });
  });

  test('of before 2023 match by a name that is there once', async () => {
    const rows = [
      ['Olive Owner', 'Ada Example', day, '', 'OUTGOING'],
      ['Ben Sample', 'Olive Owner', day, '', 'INCOMING'],
    ];
    expect(await added(file('Invitations.csv', csv([columns.slice(0, 5), ...rows])))).toEqual({
      'ada-fictional': { invitation: 'by you' },
    });
  });
});

describe('endorsements', () => {
  const columns = (whose: string): string[] => [
    'Endorsement Date',
    'Skill Name',
    `${whose} First Name`,
    `${whose} Last Name`,
    `${whose} Public Url`,
    'Endorsement Status',
  ];
  const date = '2016/04/09 22:09:20 UTC';

  test('match by an address without "https://", and are counted', async () => {
    const received = [
      [date, 'Kites', 'Ada', 'Example', 'www.linkedin.com/in/ada-fictional', 'ACCEPTED'],
      [date, 'Rails', 'Ada', 'Example', 'www.linkedin.com/in/ada-fictional', 'ACCEPTED'],
    ];
    const given = [[date, 'Kites', 'Ben', 'Sample', 'www.linkedin.com/in/ben-1-fictional', 'PENDING']];
    expect(
      await added(
        file('Endorsement_Received_Info.csv', csv([columns('Endorser'), ...received])),
        file('Endorsement Given Info.csv', csv([columns('Endorsee'), ...given])),
      ),
    ).toEqual({ 'ada-fictional': { endorsedYou: 2 }, 'ben-1-fictional': { youEndorsed: 1 } });
  });

  test('of 2022 match by a name that is there once', async () => {
    const rows = [columns('Endorser'), [date, 'Kites', 'Cleo', 'Muster', '', 'ACCEPTED'], [date, 'Kites', 'Ben', 'Sample', '', 'ACCEPTED']];
    const brought = csv(rows.map((row) => row.toSpliced(4, 1)));
    expect(await added(file('Endorsement Received Info.csv', brought))).toEqual({ 'cleo-fictional': { endorsedYou: 1 } });
  });
});

describe('recommendations', () => {
  const columns = ['First Name', 'Last Name', 'Company', 'Job Title', 'Text', 'Creation Date', 'Status'];
  const row = (first: string, last: string, company: string): string[] => [
    first,
    last,
    company,
    '',
    privateWords,
    '11/27/23, 08:15 PM',
    'VISIBLE',
  ];

  test('match by name, of several by company, and are listed where they match nobody', async () => {
    const outcome = await bringList([
      list,
      file(
        'Recommendations_Received.csv',
        csv([columns, row('Ada', 'Example', 'Former Kites'), row('Ben', 'Sample', 'EXAMPLE & CO'), row('Pia', 'Stranger', 'Nowhere')]),
      ),
      file('Recommendations_Given.csv', csv([columns, row('Cleo', 'Muster', ''), row('Ben', 'Sample', 'Elsewhere')])),
    ]);
    expect(factsOf(outcome)).toEqual({
      'ada-fictional': { recommendedYou: true },
      'ben-2-fictional': { recommendedYou: true },
      'cleo-fictional': { youRecommended: true },
    });
    expect(outcome.report.unmatched).toEqual([
      { name: 'Pia Stranger', company: 'Nowhere', direction: 'received' },
      { name: 'Ben Sample', company: 'Elsewhere', direction: 'given' },
    ]);
  });
});

test('no text that somebody wrote to somebody comes out', async () => {
  const brought = [
    list,
    messages(letter(olive, ada, '2024-03-01'), letter(ada, olive, '2024-03-02')),
    file(
      'Invitations.csv',
      csv([
        ['From', 'To', 'Sent At', 'Message', 'Direction'],
        ['Olive Owner', 'Ada Example', '9/27/22, 8:05 AM', privateWords, 'OUTGOING'],
      ]),
    ),
    file(
      'Recommendations_Given.csv',
      csv([
        ['First Name', 'Last Name', 'Company', 'Job Title', 'Text', 'Creation Date', 'Status'],
        ['Ada', 'Example', '', '', privateWords, '', ''],
      ]),
    ),
  ];
  const { answers, people } = await bringList(brought);
  expect(people[0]?.facts).toMatchObject({ youWrote: 1, theyWrote: 1, invitation: 'by you, with a note', youRecommended: true });
  expect(JSON.stringify(answers)).not.toContain(privateWords);
});
