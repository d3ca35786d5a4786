/** A made-up archive, to try the page with. Nobody in it exists, and no address in it is anybody's. */
import { chanceFrom } from './chance.ts';
import { isoDay } from './plain-date.ts';

const firstNames =
  'Ada Ben Chidi Dörte Émile Fatima Giulia Hana Ines Jonas Kofi Lucía Mei Nils Oluwa Priya Quentin Rosa Søren Tomás 美咲 민준 Олег أمل נועם अनिका Zoë'.split(
    ' ',
  );
const lastNames =
  'Example Sample Placeholder Muster Ejemplo Esempio Voorbeeld Exemplo Pretend Testcase Nobody Fiction Пример 例 예시 مثال'.split(' ');
const companies =
  'Northwind|Example & Co.|Harbour Test Works|Sample Kites, Ltd|Imaginary Rail|Placeholder Bank|The "Pretend" Press|Nowhere Foods|Fictional Energy|Made-up Museum|'.split(
    '|',
  );
const jobs =
  'Kite Tester|Head of Imaginary Projects|Archivist|Engineer|Sales, North|Teacher|Nurse|Recruiter|Founder|Student|Designer|'.split('|');
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const table = (header: string, rows: readonly (readonly string[])[]): string =>
  [header, ...rows.map((row) => row.map(cell).join(',')), ''].join('\n');

const addressOf = (number: number): string => `https://www.linkedin.com/in/example-fictional-${number}`;
const you = { name: 'Olive Example-Owner', address: addressOf(0) };

interface MadeUp {
  readonly first: string;
  readonly last: string;
  readonly name: string;
  readonly address: string;
  readonly company: string;
  readonly job: string;
  /** Days as numbers, 20240106. */
  readonly day: number;
}

/** The files of an archive with so many connections, newest first, each as LinkedIn writes it. */
export function sampleFiles(count: number, seed = 1): { name: string; text: string }[] {
  const chance = chanceFrom(seed);
  const pick = (from: readonly string[]): string => from[Math.floor(chance() * from.length)] ?? '';
  const number = (from: number, to: number): number => from + Math.floor(chance() * (to - from + 1));
  // None after the day this was made.
  const dayIn = (year: number): number => year * 10_000 + number(1, 11) * 100 + number(1, 20);

  const days = Array.from({ length: count }, () => dayIn(number(2009, 2026))).sort((one, other) => other - one);
  const people = days.map((day, at): MadeUp => {
    const [first, last] = [pick(firstNames), pick(lastNames) + (chance() < 0.03 ? ', PhD' : '')];
    return { first, last, name: `${first} ${last}`, address: addressOf(at + 1), company: pick(companies), job: pick(jobs), day };
  });
  const isClosed = people.map(() => chance() < 0.02);
  const some = (share: number): MadeUp[] => people.filter((_, at) => !isClosed[at] && chance() < share);
  const padded = (part: number): string => String(part).padStart(2, '0');
  const written = (day: number): string =>
    `${padded(day % 100)} ${months[(Math.trunc(day / 100) % 100) - 1] ?? ''} ${Math.trunc(day / 10_000)}`;
  const inUsOrder = (day: number): string =>
    `${Math.trunc(day / 100) % 100}/${day % 100}/${padded(Math.trunc(day / 10_000) % 100)}, 8:05 AM`;
  const recommended = (share: number): string =>
    table(
      'First Name,Last Name,Company,Job Title,Text,Creation Date,Status',
      some(share).map(({ first, last, company, job, day }) => [first, last, company, job, 'Made-up praise', inUsOrder(day), 'VISIBLE']),
    );
  const endorsed = (whose: string): string =>
    table(
      `Endorsement Date,Skill Name,${whose} First Name,${whose} Last Name,${whose} Public Url,Endorsement Status`,
      some(0.04).map(({ first, last, address, day }) => [
        `${isoDay(day).replaceAll('-', '/')} 22:09:20 UTC`,
        'Kites',
        first,
        last,
        address.slice(8),
        'ACCEPTED',
      ]),
    );
  const messages = some(0.12).flatMap((person, conversation) => {
    const ways = number(0, 2);
    return Array.from({ length: number(1, 6) }, (_, at) => {
      const isYours = ways === 2 ? at % 2 === 0 : ways === 1;
      const [from, to] = isYours ? [you, person] : [person, you];
      const time = `${isoDay(Math.min(person.day + number(0, 5) * 10_000, 20261120))} 13:07:54 UTC`;
      return [`${conversation}`, '', from.name, from.address, to.name, to.address, time, '', 'Made-up words', 'INBOX', '', 'No'];
    });
  });
  const invitations = some(0.02).map(({ name, address, day }, at) => {
    const isYours = at % 3 > 0;
    const [from, to] = isYours ? [you, { name, address }] : [{ name, address }, you];
    return [
      from.name,
      to.name,
      inUsOrder(day),
      at % 3 === 2 ? 'Made-up note' : '',
      isYours ? 'OUTGOING' : 'INCOMING',
      from.address,
      to.address,
    ];
  });
  return [
    {
      name: 'Connections.csv',
      text: `Notes:\n"This list is made up. In yours, LinkedIn explains here why ""email addresses"" are missing."\n\n${table(
        'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
        people.map(({ first, last, address, company, job, day }, at) =>
          isClosed[at] ? ['', '', '', '', '', '', written(day)] : [first, last, address, '', company, job, written(day)],
        ),
      )}`,
    },
    {
      name: 'messages.csv',
      text: table(
        'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT',
        messages,
      ),
    },
    { name: 'Invitations.csv', text: table('From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl', invitations) },
    { name: 'Recommendations_Received.csv', text: recommended(0.01) },
    { name: 'Recommendations_Given.csv', text: recommended(0.01) },
    { name: 'Endorsement_Received_Info.csv', text: endorsed('Endorser') },
    { name: 'Endorsement_Given_Info.csv', text: endorsed('Endorsee') },
    { name: 'Profile.csv', text: table('First Name,Last Name,Maiden Name,Headline', [['Olive', 'Example-Owner', '', 'Made up']]) },
  ];
}
