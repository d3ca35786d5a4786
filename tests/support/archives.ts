/** Made-up archives: every form that LinkedIn's has had, what people do to it, and what they bring by mistake. Nobody in them exists. */
import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import { sampleFiles } from '../../src/islands/triage/sample.ts';
import type { ArchiveFile } from './archives-read.ts';

/** Stands in every text that somebody wrote to somebody: none of these texts may come out again. */
export const privateWords = 'words for one person alone';

export const utf8 = (text: string): Uint8Array => strToU8(text);
export const withMark = (text: string): Uint8Array => utf8(`\uFEFF${text}`);

/** What old programs for Windows write, for letters up to U+00FF and the euro sign. Throws on others. */
export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter === '€' ? 0x80 : letter === '’' ? 0x92 : (letter.codePointAt(0) ?? 0);
    if (code > 0xff) throw new Error(`Windows-1252 has no ${letter}`);
    return code;
  });
}

export function utf16(text: string, endian: 'little' | 'big' = 'little', mark = true): Uint8Array {
  const marked = mark ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at += 1) view.setUint16(at * 2, marked.charCodeAt(at), endian === 'little');
  return bytes;
}

export const csv = (rows: readonly (readonly string[])[], separator = ',', lineEnd = '\n'): string =>
  `${Papa.unparse(rows as string[][], { delimiter: separator, newline: lineEnd })}${lineEnd}`;

export const file = (name: string, text: string | Uint8Array): ArchiveFile => ({
  name,
  bytes: typeof text === 'string' ? utf8(text) : text,
});

export const zip = (name: string, files: readonly ArchiveFile[], folder = ''): ArchiveFile => ({
  name,
  bytes: zipSync(Object.fromEntries(files.map((inside) => [folder + inside.name, inside.bytes]))),
});

export const preamble =
  'Notes:\n"When exporting your connection data, you may notice that some of the ""email addresses"" are missing, since people choose who sees them."\n\n';

export const header = ['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On'];
const link = 'https://www.linkedin.com/in/';

/** As of 2024: with a comma, quotation marks, an emoji, Arabic, Chinese and what nobody sees, and two closed accounts on one day. */
export const peopleRows: readonly (readonly string[])[] = [
  ['Ada', 'Example', `${link}ada-example-fictional-1`, '', 'Northwind', 'Kite Tester', '06 Jan 2024'],
  [
    'Ben ',
    ' Sample,  PhD, MBA',
    `${link}ben-sample-fictional-2`,
    'ben@sample.example',
    'The "Pretend" Press',
    'Editor, North',
    '31 Dec 2023',
  ],
  ['', '', '', '', '', '', '02 Nov 2022'],
  ['', '', '', '', '', '', '02 Nov 2022'],
  ['Chidi 🪁', 'Placeholder', `${link}chidi-%F0%9F%AA%81-fictional-3`, '', '', '', '29 Feb 2020'],
  ['أمل', 'مثال', `${link}%d8%a3%d9%85%d9%84-fictional-4`, '', 'Example & Co.', '', '15 Aug 2015'],
  ['美\u200b咲', '例', `${link}misaki-fictional-5`, '', '=Kites', 'Teacher', '01 Oct 2012'],
  ['Émile', 'Exemple', `${link}%C3%89mile-fictional-6`, '', 'Café Fictif', 'Serveur', '9 May 2009'],
];

const without = (column: number) => (row: readonly string[]) => row.filter((_, at) => at !== column);
const sixColumns = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] => rows.map(without(2));
/** Only what Windows-1252 can write. */
const western = peopleRows.filter(([first = '']) => /^[\u0020-\u00ff]*$/.test(first));
const withDays = (rows: readonly (readonly string[])[], day: (text: string) => string): string[][] =>
  rows.map((row) => [...row.slice(0, -1), day(row.at(-1) ?? '')]);

const monthsInEnglish = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const monthsInSpanish = 'ene feb mar abr may jun jul ago sept oct nov dic'.split(' ');
const partsOf = (text: string): readonly [string, string, string] => {
  const [day = '', month = '', year = ''] = text.split(' ');
  return [day, month, year];
};
const inUsOrder = (text: string): string => {
  const [day, month, year] = partsOf(text);
  return `${monthsInEnglish.indexOf(month) + 1}/${Number(day)}/${year.slice(2)}, 4:05 PM`;
};
const asExcelWrites = (text: string): string => text.replace(/^(\d+) (\w+) \d\d(\d\d)$/, '$1-$2-$3');
const asSpanishExcelWrites = (text: string): string => {
  const [day, month, year] = partsOf(text);
  return `${day}-${monthsInSpanish[monthsInEnglish.indexOf(month)] ?? ''}-${year.slice(2)}`;
};

const current = preamble + csv([header, ...peopleRows]);
const listFile = (text: string | Uint8Array): ArchiveFile[] => [file('Connections.csv', text)];

/** All of these hold the same eight rows: six people and two closed accounts. */
export const sameList: Readonly<Record<string, readonly ArchiveFile[]>> = {
  'as LinkedIn writes it today': listFile(current),
  'without its notes': listFile(csv([header, ...peopleRows])),
  'with notes that a spreadsheet padded': listFile(
    csv([['Notes:', '', '', '', '', '', ''], ['Some, "missing"'], [''], header, ...peopleRows]),
  ),
  'from a spreadsheet in the United States': listFile(csv([header, ...withDays(peopleRows, asExcelWrites)], ',', '\r\n')),
  'with a mark and Windows line ends': listFile(withMark(preamble.replaceAll('\n', '\r\n') + csv([header, ...peopleRows], ',', '\r\n'))),
  'with line ends of old Macs': listFile(csv([header, ...peopleRows], ',', '\r')),
  'with semicolons': listFile(csv([header, ...peopleRows], ';')),
  'with semicolons behind notes with commas': listFile(preamble + csv([header, ...peopleRows], ';')),
  'with tabs, in UTF-16': listFile(utf16(csv([header, ...peopleRows], '\t'))),
  'in UTF-16 the other way round': listFile(utf16(current, 'big')),
  'in UTF-16 without a mark': listFile(utf16(current, 'little', false)),
  'in UTF-16 the other way round, without a mark': listFile(utf16(current, 'big', false)),
  'with columns in another order, and some more': listFile(
    csv([['Location', ...header.toReversed()], ...peopleRows.map((row) => ['Nowhere', ...row.toReversed()])]),
  ),
  'with German names of columns': [
    file(
      'Kontakte.csv',
      csv([['Vorname', 'Nachname', 'Profil-URL', 'E-Mail-Adresse', 'Unternehmen', 'Position', 'Verbunden am'], ...peopleRows]),
    ),
  ],
  'with French names of columns': listFile(
    csv([['Prénom', 'Nom', 'URL', 'Adresse e-mail', 'Entreprise', 'Poste', 'Date de connexion'], ...peopleRows]),
  ),
  'with names of columns that nobody knows, in the usual order': listFile(
    csv([['Imię', 'Nazwisko', 'Adres', 'E-mail', 'Firma?', 'Stanowisko', 'Połączono'], ...peopleRows]),
  ),
  'without any names of columns': listFile(csv(peopleRows)),
  'without a line end at its end': listFile(current.trimEnd()),
  'with empty lines': listFile(current.replaceAll('\n', '\n\n')),
  'in a zip': [zip('Basic_LinkedInDataExport_11-26-2026.zip', listFile(current))],
  'in a zip, in a folder': [zip('Basic_LinkedInDataExport_11-26-2026 (1).zip', listFile(current), 'Export/of me/')],
  'in a zip that was packed on a Mac': [
    zip('Export.zip', [
      file('__MACOSX/Connections.csv', 'Mac\0\0\0'),
      file('Export/._Connections.csv', 'Mac\0\0\0'),
      file('Export/Connections.csv', current),
    ]),
  ],
  'in a zip in a zip': [zip('Export.zip.zip', [zip('Export.zip', listFile(current))])],
  'in a zip, under another name': [zip('Export.zip', [file('Kontaktliste.csv', current), file('Rich_Media.csv', 'Date,Link\n')])],
  'under another name': [file('my people.txt', current)],
  'twice, with fewer people the first time': [
    file('Connections.csv', csv([header, ...peopleRows.slice(0, 2)])),
    file('Connections (1).csv', current),
  ],
  'beside a picture': [file('me.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10])), ...listFile(current)],
};

/** The same, as far as the form has it. */
export const olderLists: Readonly<Record<string, readonly ArchiveFile[]>> = {
  'of 2021, without addresses': listFile(preamble + csv([without(2)(header), ...sixColumns(peopleRows)])),
  'of 2018, with a time in the day': listFile(csv([without(2)(header), ...withDays(sixColumns(peopleRows), inUsOrder)])),
  'of 2017, with more columns': listFile(
    csv([
      ['First Name', 'Last Name', 'Address', 'Email Address', 'Company', 'Position', 'Connected On', 'Websites', 'Instant Messengers'],
      ...withDays(peopleRows, inUsOrder).map(([first = '', last = '', , ...rest]) => [first, last, '1 Pretend Street', ...rest, '', '']),
    ]),
  ),
};

export const spanishSpreadsheet: readonly ArchiveFile[] = listFile(
  windows1252(csv([header, ...withDays(western, asSpanishExcelWrites)], ';', '\r\n')),
);
export const westernCount = western.filter(([first]) => first).length;

/** A quotation mark that nobody closes would swallow everybody after it. */
export const unclosedMark: readonly ArchiveFile[] = listFile(current.replace('Kite Tester', '"Kite Tester'));
/** At the end of the file, where nothing comes after it. */
export const unclosedLastMark: readonly ArchiveFile[] = listFile(current.trimEnd().replace('Serveur', '"Serveur'));
/** Here another one closes it, four rows later. */
export const markClosedLater: readonly ArchiveFile[] = listFile(
  csv([header, ...peopleRows]).replace('Kite Tester', '"Kite Tester') + csv([['Zoë', 'Last, PhD', '', '', '', '', '01 Jan 2009']]),
);

const bytesOf = (...start: (number | string)[]): Uint8Array =>
  Uint8Array.from(
    [...start, ...Array.from({ length: 64 }, (_, at) => (at * 37) % 256)].flatMap((part) =>
      typeof part === 'number' ? [part] : Array.from(part, (letter) => letter.charCodeAt(0)),
    ),
  );

const whole = zip('Basic.zip', [
  file('Connections.csv', current),
  file('Profile.csv', 'First Name,Last Name,Headline\nOlive,Owner,Made up\n'),
]);

/** A zip whose list of contents says something else than what is in it: a number of 2 or 4 bytes, so many bytes after the mark of each entry. */
function claiming(offset: number, length: 2 | 4, claimed: number, { bytes: honest } = whole): Uint8Array {
  const bytes = honest.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 4; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    if (length === 4) view.setUint32(at + offset, claimed, true);
    else view.setUint16(at + offset, claimed, true);
  }
  return bytes;
}
const claimingSize = (size: number, zipped?: ArchiveFile): Uint8Array => claiming(24, 4, size, zipped);
const unpackable = Uint8Array.from({ length: 300_000 }, (_, at) => (Math.imul(at, 2654435761) >>> 13) & 0xff);
const hardToPack: ArchiveFile = { name: 'Basic.zip', bytes: zipSync({ 'Connections.csv': [unpackable, { level: 0 }] }) };

function locked(): Uint8Array {
  const bytes = whole.bytes.slice();
  bytes[6] = 1;
  return bytes;
}

/** Of messages.csv from November 2023 on. */
export const messagesHeader = [
  'CONVERSATION ID',
  'CONVERSATION TITLE',
  'FROM',
  'SENDER PROFILE URL',
  'TO',
  'RECIPIENT PROFILE URLS',
  'DATE',
  'SUBJECT',
  'CONTENT',
  'FOLDER',
];

export const messagesAlone = file(
  'messages.csv',
  csv([
    messagesHeader,
    ['1', '', 'Ada Example', `${link}ada`, 'Olive Owner', `${link}olive`, '2024-01-06 10:00:00 UTC', '', privateWords, 'INBOX'],
  ]),
);

/** Each by what it is. */
export const wrongFiles: Readonly<Record<string, readonly ArchiveFile[]>> = {
  nothing: [],
  'an empty file': listFile(''),
  'an empty file with a mark': listFile(withMark('\n\n')),
  'notes without a list': listFile(preamble),
  'a header without rows': listFile(`${preamble}${header.join(',')}\n`),
  'an address book of LinkedIn': [
    file('Contacts.csv', 'Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt\nPHONE,Ada,Example,,,,555,\n'),
  ],
  'an address book under the name of the list': listFile(
    'Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt\nPHONE,Ada,Example,,,,555,\n',
  ),
  'connections of trains': listFile(
    'from_stop_id,to_stop_id,transfer_type,min_transfer_time\n8501120,8501121,2,120\n8501120,8501122,2,180\n',
  ),
  'a text': [file('notes.txt', 'I have to look at my connections\nsome day\n')],
  'messages alone': [messagesAlone],
  'a zip without the list': [
    zip('Complete.zip', [messagesAlone, file('Profile.csv', 'First Name,Last Name,Headline\nOlive,Owner,Made up\n')]),
  ],
  'a zip with other tables alone': [
    zip('Complete.zip', [
      file('Member_Follows.csv', 'Date,Status,FullName\n2024-03-11 10:21:06,Active,Ada Example\n2024-03-11 10:21:06,Unfollow,Ben Sample\n'),
      file(
        'Positions.csv',
        csv([
          ['Company Name', 'Title', 'Description', 'Location', 'Started On', 'Finished On'],
          ['Northwind', 'Kite Tester', '', '', '', '06 Jan 2024'],
        ]),
      ),
    ]),
  ],
  'an empty zip': [{ name: 'Export.zip', bytes: zipSync({}) }],
  'a zip of pictures': [zip('Photos.zip', [file('me.png', bytesOf(0x89, 'PNG'))])],
  'a part of a zip': [{ name: 'Basic.zip', bytes: whole.bytes.slice(0, -60) }],
  'a zip with a broken file': [{ name: 'Basic.zip', bytes: whole.bytes.map((byte, at) => (at > 60 && at < 200 ? 0xff : byte)) }],
  'a locked zip': [{ name: 'Basic.zip', bytes: locked() }],
  'a bomb': [{ name: 'Basic.zip', bytes: claimingSize(4_000_000_000) }],
  'a bomb within limits': [{ name: 'Basic.zip', bytes: claimingSize(150_000_000) }],
  'a bomb that is packed as tables are': [{ name: 'Basic.zip', bytes: claimingSize(250_000_000, hardToPack) }],
  'a zip that is locked in a newer way': [{ name: 'Basic.zip', bytes: claiming(10, 2, 99) }],
  'a zip with what a Mac leaves in it': [zip('Export.zip', [file('__MACOSX/Connections.csv', 'Mac\0')])],
  'a folder with what a Mac leaves in it': [zip('Export.zip', [file('Export/._Connections.csv', 'Mac\0')])],
  'a zip in a zip in a zip': [zip('Outer.zip', [zip('Middle.zip', [zip('Inner.zip', listFile(current))])])],
  'a list of names alone': listFile('First Name,Last Name\nAda,Example\nBen,Sample\n'),
  'a table with a day somewhere': listFile('a,b,c,d,e,06 Jan 2024\n'.padEnd(100, 'a,b,c,d,e,f\n')),
  'a zip of too many files': [
    zip(
      'Many.zip',
      Array.from({ length: 2001 }, (_, at) => file(`${at}.csv`, 'a')),
    ),
  ],
  'a RAR': [{ name: 'Export.rar', bytes: bytesOf('Rar!\x1a\x07') }],
  'a 7z': [{ name: 'Export.7z', bytes: bytesOf('7z', 0xbc, 0xaf, 0x27, 0x1c) }],
  'a file of Excel': [zip('Connections.xlsx', [file('[Content_Types].xml', '<Types/>'), file('xl/workbook.xml', '<workbook/>')])],
  'a file of an old Excel': [{ name: 'Connections.xls', bytes: bytesOf(0xd0, 0xcf, 0x11, 0xe0) }],
  'a file of Numbers': [zip('Connections.numbers', [file('Index/Document.iwa', 'x'), file('preview.jpg', 'x')])],
  'a PDF': [{ name: 'Profile.pdf', bytes: bytesOf('%PDF-1.7') }],
  'a PNG': [{ name: 'me.png', bytes: bytesOf(0x89, 'PNG\r\n') }],
  'a JPEG under the name of the list': [{ name: 'Connections.csv', bytes: bytesOf(0xff, 0xd8, 0xff, 0xe0) }],
  'a web page': [file('Connections.csv', '<!DOCTYPE html><html><title>Sign in</title></html>')],
  'a file of JSON': [file('connections.json', '[{"first": "Ada"}]')],
  'an address book of a phone': [file('people.vcf', 'BEGIN:VCARD\nFN:Ada Example\nEND:VCARD\n')],
  'a program': [{ name: 'setup.exe', bytes: bytesOf('MZ', 0, 0, 0, 3) }],
};

/** A table in which somebody can say what is what, but no header or order does. */
export const unknownColumns: readonly ArchiveFile[] = [
  file(
    'people.csv',
    csv([
      ['Dzień', 'Kto', 'Skąd', 'Strona'],
      ...peopleRows.map(([first = '', last = '', url = '', , company = '', , day = '']) => [day, `${first} ${last}`, company, url]),
    ]),
  ),
];

/** As many connections and messages as the largest archives have: 60,000 messages are 22 MB. */
export function largeArchive(connections: number, messages: number): ArchiveFile {
  const [list, ...others] = sampleFiles(connections, 7);
  const text =
    'Made-up words that nobody wrote, <p class="spinmail">in the length of a usual message</p>, with "quotes", commas and a\nline break. And so on. ';
  const rows = Array.from({ length: messages }, (_, at) => {
    const parties = [
      ['Olive Example-Owner', `${link}example-fictional-0`],
      ['Ada Example', `${link}example-fictional-${1 + ((at >> 3) % 4000)}`],
    ];
    const [from = [], to = []] = at % 2 ? parties : parties.toReversed();
    return [
      `2-${at >> 3}`,
      '',
      ...from,
      ...to,
      `20${10 + (at % 15)}-0${1 + (at % 9)}-11 10:00:00 UTC`,
      '',
      `${text}${privateWords} ${at}`,
      'INBOX',
    ];
  });
  const files = [...(list ? [list] : []), ...others.filter(({ name }) => name !== 'messages.csv')].map(({ name, text: words }) =>
    file(name, words),
  );
  return zip('Complete_LinkedInDataExport_11-26-2026.zip', [...files, file('messages.csv', csv([messagesHeader, ...rows]))]);
}
