/** Whoever brings the wrong file is told what it is, and what to bring instead. */
import { describe, expect, test } from 'vitest';
import { bring } from '../support/archives-read.ts';
import { file, messagesAlone, sameList, wrongFiles, zip } from '../support/archives.ts';

const bringList = /^Bring Connections\.csv, or the whole \.zip/;
const unpack = /^Unpack it/;
const downloadAgain = /^Download it again/;
const saveAsCsv = /save it as CSV/;
const askAgain = /ask for your data again|^Ask LinkedIn for your data again/;

const told: Readonly<Record<keyof typeof wrongFiles, readonly [what: RegExp, cure: RegExp]>> = {
  nothing: [/^There is no list of connections/, bringList],
  'an empty file': [/^Connections\.csv is empty\.$/, askAgain],
  'an empty file with a mark': [/^Connections\.csv is empty\.$/, askAgain],
  'notes without a list': [/^Connections\.csv holds LinkedIn’s notes, but no list/, askAgain],
  'a header without rows': [/^Connections\.csv has names of columns, but nobody in it\.$/, askAgain],
  'an address book of LinkedIn': [/^Contacts\.csv is an address book, not the list of your connections\.$/, bringList],
  'an address book under the name of the list': [/^Connections\.csv is an address book, not the list of your connections\.$/, bringList],
  'connections of trains': [/^Connections\.csv is not LinkedIn’s list of connections\.$/, bringList],
  'a text': [/^notes\.txt is not LinkedIn’s list of connections\.$/, bringList],
  'messages alone': [/^messages\.csv holds your messages, not the list of your connections\.$/, bringList],
  'a zip without the list': [/^Complete\.zip has no list of connections in it\.$/, /Bring the other/],
  'a zip with other tables alone': [/^Complete\.zip has no list of connections in it\.$/, /Bring the other/],
  'an empty zip': [/^Export\.zip has no list of connections in it\.$/, /Bring the other/],
  'a zip of pictures': [/^Photos\.zip has no list of connections in it\.$/, /Bring the other/],
  'a part of a zip': [/^Basic\.zip is damaged, or only a part/, downloadAgain],
  'a zip with a broken file': [/^Basic\.zip is damaged, or only a part/, downloadAgain],
  'a locked zip': [/^Basic\.zip is locked by a password\.$/, /^Unpack it with the password/],
  'a bomb': [/Connections\.csv in Basic\.zip says that it is larger/, bringList],
  'a bomb within limits': [/Connections\.csv in Basic\.zip says that it is larger/, bringList],
  'a bomb that is packed as tables are': [/Connections\.csv in Basic\.zip says that it is larger/, bringList],
  'a zip that is locked in a newer way': [/^Basic\.zip is locked by a password\.$/, /^Unpack it with the password/],
  'a zip with what a Mac leaves in it': [/^Export\.zip has no list of connections in it\.$/, /Bring the other/],
  'a folder with what a Mac leaves in it': [/^Export\.zip has no list of connections in it\.$/, /Bring the other/],
  'a zip in a zip in a zip': [/^Outer\.zip has no list of connections in it\.$/, /Bring the other/],
  'a list of names alone': [/^Connections\.csv is not LinkedIn’s list of connections\.$/, bringList],
  'a table with a day somewhere': [/^Connections\.csv is not LinkedIn’s list of connections\.$/, bringList],
  'a zip of too many files': [/^Many\.zip holds more than 2000 files\.$/, bringList],
  'a RAR': [/^Export\.rar is packed in a way/, unpack],
  'a 7z': [/^Export\.7z is packed in a way/, unpack],
  'a file of Excel': [/^Connections\.xlsx is a file of Excel\.$/, saveAsCsv],
  'a file of an old Excel': [/^Connections\.xls is a file of an old Excel/, saveAsCsv],
  'a file of Numbers': [/^Connections\.numbers is a file of Numbers\.$/, saveAsCsv],
  'a PDF': [/^Profile\.pdf is a PDF\.$/, bringList],
  'a PNG': [/^me\.png is a picture/, bringList],
  'a JPEG under the name of the list': [/^Connections\.csv is a picture/, bringList],
  'a web page': [/^Connections\.csv is a web page/, /link works for 72 hours/],
  'a file of JSON': [/^connections\.json is data for programs/, bringList],
  'an address book of a phone': [/^people\.vcf is an address book\.$/, bringList],
  'a program': [/^setup\.exe is not a table\.$/, bringList],
};

describe('what was brought by mistake', () => {
  test('is told of each kind', () => {
    expect(Object.keys(told)).toEqual(Object.keys(wrongFiles));
  });

  test.each(Object.entries(wrongFiles))('is %s, and this is said', async (kind, files) => {
    const { end, people } = await bring(files);
    expect(people).toEqual([]);
    const [what, cure] = told[kind] ?? [];
    expect(end).toEqual({
      kind: 'problem',
      what: expect.stringMatching(what ?? '-') as string,
      cure: expect.stringMatching(cure ?? '-') as string,
    });
  });

  test('is a folder, which no browser opens as a file', async () => {
    const folder = new File([], 'Export');
    folder.arrayBuffer = () => Promise.reject(new Error('NotReadableError'));
    const { readArchive } = await import('../../src/islands/triage/archive/read-archive.ts');
    const ends: unknown[] = [];
    await readArchive({ files: [folder] }, (answer) => ends.push(answer));
    expect(ends.at(-1)).toMatchObject({ kind: 'problem', what: 'Export can’t be opened.' });
  });

  test('does not keep the list from being read', async () => {
    const list = sameList['in a zip'] ?? [];
    for (const [kind, files] of Object.entries(wrongFiles)) {
      const { end } = await bring([...files, ...list]);
      expect([kind, end]).toMatchObject([kind, { kind: 'report', report: { people: 6, closed: 2 } }]);
    }
  });

  test('says of a broken file beside the list that it was not read', async () => {
    const [list] = sameList['as LinkedIn writes it today'] ?? [];
    const { end } = await bring([...(list ? [list] : []), file('messages.csv', 'Date,Link\n2024-01-06,x\n')]);
    expect(end).toMatchObject({
      report: { others: [{ name: 'messages.csv', says: expect.stringMatching(/^It was not read: it has other columns/) as string }] },
    });
  });

  test('says of a table that is not LinkedIn’s that it was not read', async () => {
    const [list] = sameList['as LinkedIn writes it today'] ?? [];
    const { end } = await bring([...(list ? [list] : []), file('holidays.csv', 'Day,Where\n2024-01-06,Nowhere\n')]);
    expect(end).toMatchObject({
      report: { people: 6, others: [{ name: 'holidays.csv', says: expect.stringMatching(/^It was not read/) as string }] },
    });
  });

  test('is another file of LinkedIn’s under the name of one', async () => {
    const [list] = sameList['as LinkedIn writes it today'] ?? [];
    const praise = 'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nAda,Example,,,,,\n';
    const { end, people } = await bring([...(list ? [list] : []), file('Invitations.csv', praise), file('praise.csv', praise)]);
    expect(people.filter(({ facts }) => facts.recommendedYou || facts.youRecommended)).toEqual([]);
    expect(end).toMatchObject({
      report: { others: [{ name: 'Invitations.csv', says: expect.stringMatching(/^It was not read/) as string }] },
    });
  });

  test('is what a Mac puts into a zip, which is not spoken of', async () => {
    const { end } = await bring(sameList['in a zip that was packed on a Mac'] ?? []);
    expect(end).toMatchObject({ report: { people: 6, notices: [], others: [] } });
  });

  test('is never taken for one of the people’s messages by its name', async () => {
    const [list] = sameList['as LinkedIn writes it today'] ?? [];
    const brought = zip('Complete.zip', [
      ...(list ? [file('My people.csv', list.bytes)] : []),
      ...['coach_messages.csv', 'learning_role_play_messages.csv', 'guide_messages.csv'].map((name) => file(name, messagesAlone.bytes)),
    ]);
    expect((await bring([brought])).end).toMatchObject({ report: { people: 6, others: [] } });
  });
});
