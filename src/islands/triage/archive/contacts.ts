/** What the other files of the archive add to people: who wrote, who asked whom, who recommended or endorsed whom. */
import { number } from '../counts-in-words.ts';
import { parseDay } from '../plain-date.ts';
import { writableFacts, type PersonInMaking } from './connections.ts';
import type { Row } from './csv.ts';
import type { Report } from './messages.ts';
import { foldName, slugOf, tidy } from './profile-address.ts';

type Unmatched = Report['unmatched'][number];
/** The cell of a row in the column with this plain name; empty where there is none. */
export type CellOf = (row: Row, column: string) => string;

/** Finds people by what other files say of them. */
export interface Directory {
  readonly people: readonly PersonInMaking[];
  /** By address, or by name where the list, being old, has no addresses. */
  readonly find: (slug: string, name: string) => PersonInMaking | undefined;
  /** Somebody whose name is there once; of several, the only one at this company. */
  readonly byName: (name: string, company?: string) => PersonInMaking | undefined;
}

export function directoryOf(people: readonly PersonInMaking[]): Directory {
  const slugs = new Map(people.map((person) => [person.key, person]));
  const names = new Map<string, PersonInMaking[]>();
  for (const person of people) {
    const name = foldName(person.name);
    const others = names.get(name);
    if (others) others.push(person);
    else names.set(name, [person]);
  }
  const hasAddresses = people.some(({ profile }) => profile);
  const byName: Directory['byName'] = (name, company) => {
    const named = names.get(foldName(name)) ?? [];
    const there = named.length > 1 && company ? named.filter((person) => foldName(person.company) === foldName(company)) : named;
    return there.length === 1 ? there[0] : undefined;
  };
  return { people, byName, find: (slug, name) => (slug && hasAddresses ? slugs.get(slug) : byName(name)) };
}

/** "1 of them has", "1,200 of them have". */
const ofThem = (count: number, one: string, several: string): string => `${number(count)} of them ${count === 1 ? one : several}`;

/** Who asked whom, and the addresses that are yours: you are who sent what went out, and got what came in. */
export function readInvitations(rows: Iterable<Row>, cell: CellOf, directory: Directory): { says: string; yours: string[] } {
  const yours: string[] = [];
  const found = new Set<PersonInMaking>();
  for (const row of rows) {
    const isYours = /^out/i.test(cell(row, 'direction'));
    const [inviter, invitee] = [cell(row, 'inviterprofileurl'), cell(row, 'inviteeprofileurl')];
    const you = slugOf(isYours ? inviter : invitee);
    if (you) yours.push(you);
    const person = directory.find(slugOf(isYours ? invitee : inviter), cell(row, isYours ? 'to' : 'from'));
    if (!person || found.has(person)) continue;
    found.add(person);
    writableFacts(person).invitation = !isYours ? 'by them' : cell(row, 'message').trim() ? 'by you, with a note' : 'by you';
  }
  return { says: `It tells of ${number(found.size)} of them who invited whom. It covers the last months alone.`, yours };
}

/** `whose`: "endorser", who endorsed you, or "endorsee", whom you endorsed. */
export function readEndorsements(rows: Iterable<Row>, cell: CellOf, directory: Directory, whose: 'endorser' | 'endorsee'): string {
  const fact = whose === 'endorser' ? 'endorsedYou' : 'youEndorsed';
  const found = new Set<PersonInMaking>();
  for (const row of rows) {
    const name = `${cell(row, `${whose}firstname`)} ${cell(row, `${whose}lastname`)}`;
    const person = directory.find(slugOf(cell(row, `${whose}publicurl`)), name);
    if (!person) continue;
    writableFacts(person)[fact] += 1;
    found.add(person);
  }
  return whose === 'endorser' ? `${ofThem(found.size, 'has', 'have')} endorsed you.` : `You have endorsed ${number(found.size)} of them.`;
}

/** Recommendations have no address: what matches nobody, or several people, is handed back, so that somebody can look. */
export function readRecommendations(
  rows: Iterable<Row>,
  cell: CellOf,
  directory: Directory,
  direction: Unmatched['direction'],
): { says: string; unmatched: Unmatched[] } {
  const fact = direction === 'received' ? 'recommendedYou' : 'youRecommended';
  const found = new Set<PersonInMaking>();
  const unmatched: Unmatched[] = [];
  for (const row of rows) {
    const [name, company] = [tidy(`${cell(row, 'firstname')} ${cell(row, 'lastname')}`), tidy(cell(row, 'company'))];
    if (!name) continue;
    const person = directory.byName(name, company);
    if (person) found.add(person);
    else unmatched.push({ name, company, direction });
  }
  for (const person of found) writableFacts(person)[fact] = true;
  const says =
    direction === 'received'
      ? `${ofThem(found.size, 'has', 'have')} recommended you.`
      : `You have recommended ${number(found.size)} of them.`;
  return { says: unmatched.length ? `${says} ${number(unmatched.length)} could not be found by name.` : says, unmatched };
}

/** All that is kept of what two people wrote one way: how often, and when last. */
interface Letters {
  count: number;
  last: number;
}

/** Stands for you in files that say who wrote by a direction alone; no address is empty. */
const YOU = '';
/** Somebody of whom there is a name alone. */
const named = (name: string): string => `name:${foldName(name)}`;
const isName = (party: string): boolean => party.startsWith('name:');

/** From whom to whom a message went, each as an address or, in old files, a name; undefined where it is no letter between two people. */
function partiesOf(row: Row, cell: CellOf): readonly [from: string, to: string] | undefined {
  const [from, to] = [cell(row, 'from').trim(), cell(row, 'to').trim()];
  const isAside = /^yes$/i.test(cell(row, 'ismessagedraft').trim()) || /spam|draft/i.test(cell(row, 'folder'));
  if (isAside || [from, to].includes('LinkedIn Member')) return undefined;
  const direction = cell(row, 'direction');
  if (direction) return /^out/i.test(direction) ? [YOU, named(to)] : [named(from), YOU];
  const sender = slugOf(cell(row, 'senderprofileurl'));
  if (!sender) return undefined;
  const recipients = cell(row, 'recipientprofileurls')
    .split(',')
    .filter((part) => part.trim());
  const recipient = slugOf(recipients[0] ?? '');
  if (recipients.length > 1 || (recipients.length === 1 && !recipient)) return undefined;
  return [sender, recipient || named(to)];
}

interface Correspondence {
  /** By "from" and "to", with a line break between them. */
  readonly letters: ReadonlyMap<string, Letters>;
  /** In how many messages each address is. */
  readonly shares: ReadonlyMap<string, number>;
  readonly nameOf: ReadonlyMap<string, string>;
}

function gather(rows: Iterable<Row>, cell: CellOf): Correspondence {
  const letters = new Map<string, Letters>();
  const shares = new Map<string, number>();
  const nameOf = new Map<string, string>();
  for (const row of rows) {
    const parties = partiesOf(row, cell);
    if (!parties) continue;
    const [from, to] = parties;
    const way = parties.join('\n');
    const day = parseDay(cell(row, 'date'));
    const known = letters.get(way);
    if (known) {
      known.count += 1;
      known.last = Math.max(known.last, day);
    } else letters.set(way, { count: 1, last: day });
    for (const party of parties) shares.set(party, (shares.get(party) ?? 0) + 1);
    if (!nameOf.has(from)) nameOf.set(from, foldName(cell(row, 'from')));
    if (!nameOf.has(to)) nameOf.set(to, foldName(cell(row, 'to')));
  }
  return { letters, shares, nameOf };
}

/** What other files say about who you are. */
export interface Owner {
  readonly addresses: readonly string[];
  readonly name: string;
}

/** You are in nearly every message, and not among your connections. Where that is true of two, other files tell. */
function ownerOf(
  { shares, nameOf }: Correspondence,
  { addresses, name }: Owner,
  isConnection: (party: string) => boolean,
): string | undefined {
  if (shares.has(YOU)) return YOU;
  const candidates = [...shares].filter(([party]) => !isName(party) && !isConnection(party));
  const most = Math.max(0, ...candidates.map(([, share]) => share));
  const isNamedSo = (party: string): boolean => name !== '' && nameOf.get(party) === foldName(name);
  const ranked = candidates
    .filter(([, share]) => share * 2 > most)
    .map(([party, share]) => ({ party, score: (addresses.includes(party) ? 4 : 0) + (isNamedSo(party) ? 2 : 0) + share / most }))
    .sort((one, other) => other.score - one.score);
  return ranked[0]?.score === ranked[1]?.score ? undefined : ranked[0]?.party;
}

/** Counts what was written between you and each of them. No text of a message is looked at. */
export function readMessages(rows: Iterable<Row>, cell: CellOf, directory: Directory, owner: Owner): string {
  const { letters, shares, nameOf } = gather(rows, cell);
  const find = (party: string): PersonInMaking | undefined =>
    isName(party) ? directory.byName(party.slice(5)) : directory.find(party, nameOf.get(party) ?? '');
  const you = ownerOf({ letters, shares, nameOf }, owner, (party) => directory.find(party, '') !== undefined);
  if (you === undefined)
    return shares.size ? 'It was not used: it does not show which of these people you are.' : 'It has no message between two people.';
  const yourName = nameOf.get(you);
  for (const [way, { count, last }] of letters) {
    const [from = '', to = ''] = way.split('\n');
    const isToYou = to === you || (yourName && to === named(yourName));
    const person = from === you ? find(to) : isToYou ? find(from) : undefined;
    if (!person) continue;
    const facts = writableFacts(person);
    facts[from === you ? 'youWrote' : 'theyWrote'] += count;
    facts.lastMessage = Math.max(facts.lastMessage, last);
  }
  return wroteSentence(directory.people);
}

function wroteSentence(people: readonly PersonInMaking[]): string {
  const count = (wrote: (you: number, they: number) => boolean): number =>
    people.filter(({ facts }) => wrote(facts.youWrote, facts.theyWrote)).length;
  const both = count((you, they) => you > 0 && they > 0);
  const [you, they] = [count((yours, theirs) => yours > 0 && theirs === 0), count((yours, theirs) => yours === 0 && theirs > 0)];
  return `You and ${number(both)} of them have written to each other. Only you wrote to ${number(you)} more, and ${number(they)} wrote only to you.`;
}
