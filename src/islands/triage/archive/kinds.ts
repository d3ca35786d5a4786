/** Which file of the archive something is, by its name and by its header. */
import type { Row } from './csv.ts';

export type Kind =
  'connections' | 'messages' | 'invitations' | 'endorsedYou' | 'youEndorsed' | 'recommendedYou' | 'youRecommended' | 'profile' | 'contacts';

/** Small letters and digits alone, without accents: "E-Mail Address" is "emailaddress". */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The last part of a path, as it is shown. */
export const baseName = (path: string): string => path.replace(/^.*[\\/]/s, '');

/** By what its name begins with, whatever a browser or LinkedIn put behind it: "messages (1).csv", "Recommendations_Received_1.csv". */
const namedSo: readonly (readonly [RegExp, Kind])[] = [
  [/^(connections|kontakte|contatti|relations|conexiones|conexoes|collegamenti|connecties)\d*$/, 'connections'],
  [/^messages\d*$/, 'messages'],
  [/^invitations\d*$/, 'invitations'],
  [/^endorsements?receivedinfo\d*$/, 'endorsedYou'],
  [/^endorsements?giveninfo\d*$/, 'youEndorsed'],
  [/^recommendationsreceived\d*$/, 'recommendedYou'],
  [/^recommendationsgiven\d*$/, 'youRecommended'],
  [/^profile\d*$/, 'profile'],
  [/^(imported)?contacts\d*$/, 'contacts'],
];

/** What a file should be by its name; undefined where that says nothing. */
export function kindOfName(path: string): Kind | undefined {
  const name = plain(baseName(path).replace(/\.(csv|txt|tsv)$/i, ''));
  return namedSo.find(([pattern]) => pattern.test(name))?.[1];
}

/** Whether a table may be in it: a name that ends so, and no other file of LinkedIn's that only looks like one of these. */
export function mayBeTable(path: string): boolean {
  return /\.(csv|txt|tsv)$/i.test(path) && !/^__MACOSX\/|(^|\/)(\._|coach_|guide_|learning_)[^/]*$/i.test(path);
}

/** The columns that tell a kind; of two kinds with the same, the one that has more stands first. */
const columnsOf: readonly (readonly [Kind, string])[] = [
  ['messages', 'from to date folder'],
  ['invitations', 'from to sentat direction'],
  ['endorsedYou', 'endorserfirstname endorserlastname'],
  ['youEndorsed', 'endorseefirstname endorseelastname'],
  ['recommendedYou', 'firstname lastname text creationdate'],
  ['profile', 'firstname lastname headline'],
  ['contacts', 'firstname lastname phonenumbers'],
  ['contacts', 'firstname lastname businessphone'],
  ['contacts', 'firstname lastname mobilephone'],
  ['contacts', 'firstname lastname phone1value'],
];

/** Names of the columns of the list of connections, in English, German, French, Spanish, Italian, Portuguese and Dutch. */
const aliases = {
  first: 'firstname vorname prenom nombre nome voornaam primeironome givenname',
  last: 'lastname nachname nom apellido apellidos cognome achternaam sobrenome apelido surname familyname',
  profile: 'url profileurl profilurl linkedinurl profilelink urlduprofil urldelperfil urldoperfil urlprofilo urldelprofilo profielurl',
  company: 'company companyname unternehmen firma entreprise societe empresa azienda bedrijf organization',
  position: 'position jobtitle title berufsbezeichnung poste fonction cargo puesto posizione ruolo posicao functie functietitel',
  connected:
    'connectedon connectiondate dateconnected verbundenam vernetztam kontaktseit datedeconnexion connectele conectadoel fechadeconexion datadicollegamento collegatoil conectadoem verbondenop',
} as const;
export type Column = keyof typeof aliases;
const columnNames = Object.keys(aliases) as Column[];

const columnNamed = new Map(columnNames.flatMap((column) => aliases[column].split(' ').map((alias) => [alias, column] as const)));

export interface Header {
  readonly kind: Kind;
  /** Which row it is, from 0. */
  readonly row: number;
  /** Where each column is, by its plain name, and for the list of connections by what it is. */
  readonly columns: Readonly<Record<string, number>>;
}

function headerIn(cells: Row, row: number): Header | undefined {
  const names = cells.map(plain);
  const found = columnsOf.find(([, needed]) => needed.split(' ').every((name) => names.includes(name)));
  const byName = Object.fromEntries(names.map((name, at) => [name, at] as const).reverse());
  if (found) return { kind: found[0], row, columns: byName };
  const meant = names.map((name, at) => [columnNamed.get(name), at] as const).filter(([column]) => column);
  const columns = Object.fromEntries(meant.reverse()) as Partial<Record<Column, number>>;
  const { first, last, ...others } = columns;
  return first === undefined || last === undefined || Object.keys(others).length === 0 ? undefined : { kind: 'connections', row, columns };
}

/** LinkedIn writes up to three lines before it, and people add or take away some. */
const rowsBeforeHeader = 20;

export function headerOf(rows: readonly Row[]): Header | undefined {
  for (const [row, cells] of rows.slice(0, rowsBeforeHeader).entries()) {
    const header = headerIn(cells, row);
    if (header) return header;
  }
  return undefined;
}
