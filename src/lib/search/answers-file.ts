/**
 * The known answers: everything that has a name, with the one sentence that answers, in the file that the search loads first. It is bounded, so
 * that it stays as quick to load however much is written: what does not fit is found in the text alone.
 */
import { brotliCompressSync, constants } from 'node:zlib';
import { firstSentence } from '../evidence/first-sentence.ts';
import type { SearchWords } from '../written/schema.ts';
import type { PagePart, PageWords } from './page-parts.ts';
import type { SearchRecord } from './records.ts';

/** The most that the file may weigh, in bytes as sent (brotli). */
const maxBytes = 60_000;

/** The most answers: a slow phone takes a third of a second to make its index of them. */
const maxAnswers = 1500;

/** What more parts hold than these says little about any of them. */
const maxHolding = 5;

/** Fewer words than these are a label, and no answer. */
const wordsOfSentence = 5;

/** A page as built, with what of it is searched. */
export interface SearchedPage extends PageWords {
  /** Without the base path. */
  readonly url: string;
  /** "guide", "checklist"; empty for a page of no kind. */
  readonly kind: string;
  readonly sentence: string;
  readonly names: readonly string[];
  /** Whether no result may lead to a place further down: it begins with what comes first for people who are afraid. */
  readonly isEnteredAtTop: boolean;
}

/** What the search does with a text, and the file leaves to it. */
export interface WordRules {
  /** The id of most headings. */
  readonly slugOf: (title: string) => string;
  readonly wordsOf: (text: string) => string[];
  readonly stem: (word: string) => string;
}

/**
 * What the file holds, as `src/islands/search/known-answers.ts` reads it. `importance` is that of pages by their addresses, and counts where there is no room for all.
 * Throws where other words are given to a page that is not searched.
 */
export function answersFile(
  pages: readonly SearchedPage[],
  records: readonly SearchRecord[],
  words: SearchWords,
  rules: WordRules,
  importance: ReadonlyMap<string, number> = new Map(),
): string {
  const searched = new Set(pages.map(({ url }) => url));
  for (const { page } of words.pages)
    if (!searched.has(page)) throw new Error(`synonyms.yaml names ${page}, which is no page that is searched`);
  const short = records.map(({ button, ...record }) => ({ ...record, text: '', ...(button && { guide: guideNaming(button, pages) }) }));
  const answers = [...pages.flatMap(answersOf), ...short].sort((one, other) => rankOf(one) - rankOf(other));
  const fileOf = (some: readonly SearchRecord[], count: number): string => asFile(words, some.slice(0, count), rules);
  const shortened = (some: readonly SearchRecord[]): SearchRecord[] => withTellingWords(some, new Set(words.stop), rules);
  const all = answers.length <= maxAnswers ? shortened(answers) : [];
  if (all.length === answers.length && fits(fileOf(all, all.length))) return fileOf(all, all.length);
  const place = ({ url, guide = url }: SearchRecord): number => importance.get(guide.replace(/#.*/, '')) ?? 0;
  const chosen = shortened(answers.sort((one, other) => rankOf(one) - rankOf(other) || place(one) - place(other)).slice(0, maxAnswers));
  return fitting(chosen.length, (count) => fileOf(chosen, count));
}

/** What may be left out last: guides and checklists, then questions, then parts and names of buttons. */
function rankOf({ kind, url }: SearchRecord): number {
  if (kind === 'question') return 1;
  if (kind === 'tip' || kind === 'evidence') return 3;
  return url.includes('#') ? 2 : 0;
}

/** The page, and each of its parts. */
function answersOf({ url, kind, sentence, names, isEnteredAtTop, parts: [beginning, ...rest] }: SearchedPage): SearchRecord[] {
  const own = isEnteredAtTop ? [beginning, ...rest] : [beginning];
  const top = { kind, url, title: beginning.heading, sentence, names, text: own.flatMap(({ texts }) => texts).join(' ') };
  const others = rest.map((part) => ({
    kind,
    url: `${url}#${part.id}`,
    title: part.heading,
    sentence: sentenceOf(part),
    names: [],
    text: part.texts.join(' '),
  }));
  return isEnteredAtTop ? [top] : [top, ...others];
}

/** The guide that names a button most often. */
function guideNaming(button: string, pages: readonly SearchedPage[]): string {
  const guides = pages.filter(({ kind, buttons }) => kind === 'guide' && buttons.has(button));
  const [most] = guides.sort((one, other) => (other.buttons.get(button) ?? 0) - (one.buttons.get(button) ?? 0));
  return most?.url ?? '';
}

/** The first sentence of a part, if it has any. */
const sentenceOf = ({ texts }: PagePart): string =>
  firstSentence(texts.find((text) => text.split(' ').length >= wordsOfSentence && /[.?!)”]$/.test(text)) ?? '');

/** Each with those stems of its text that few others hold, and that its names and its sentence lack. */
function withTellingWords(answers: readonly SearchRecord[], stop: ReadonlySet<string>, { wordsOf, stem }: WordRules): SearchRecord[] {
  const stems = answers.map(({ title, names, sentence, text }) => {
    const said = new Set(wordsOf([title, sentence, ...names].join(' ')).map(stem));
    return new Set(wordsOf(text).flatMap((word) => (stop.has(word) || said.has(stem(word)) ? [] : stem(word))));
  });
  const holding = new Map<string, number>();
  for (const word of stems.flatMap((some) => [...some])) holding.set(word, (holding.get(word) ?? 0) + 1);
  return answers.map((answer, at) => {
    const telling = [...(stems[at] ?? [])].filter((word) => (holding.get(word) ?? 0) <= maxHolding);
    return { ...answer, text: telling.sort().join(' ') };
  });
}

/** In columns, which take a tenth fewer bytes than a list of answers. */
function asFile({ groups, direction, stop }: SearchWords, answers: readonly SearchRecord[], { slugOf }: WordRules): string {
  const column = (of: (answer: SearchRecord) => string): string => answers.map(of).join('\n');
  return JSON.stringify({
    titles: column(({ title }) => title),
    sentences: column(({ sentence }) => sentence),
    names: column(({ names }) => names.join('|')),
    texts: column(({ text }) => text),
    urls: answers.map(({ url, title }, at) => shortUrl(url, answers[at - 1]?.url ?? '', slugOf(title))).join('\n'),
    kinds: column(({ kind }) => kind),
    guides: column(({ guide = '' }) => guide),
    groups: groups.map(({ ours, theirs, first = '' }) => [ours.join(), theirs.join(), first].join(':')).join('\n'),
    direction: direction.map((words) => words.join()).join('\n'),
    stop: stop.join(),
  });
}

/** Without the page, where that is the page of the address before, and without the id, where that follows from the title. */
function shortUrl(url: string, before: string, slug: string): string {
  const [page = '', id] = url.split('#');
  if (id === undefined) return url;
  return `${page === before.replace(/#.*/, '') ? '' : page}#${id === slug ? '' : id}`;
}

const fits = (file: string): boolean =>
  brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).byteLength <= maxBytes;

/** The file with as many answers from the beginning as it may hold, of `all`. */
function fitting(all: number, make: (count: number) => string): string {
  let [most, over] = [0, all + 1];
  for (let count = all; over - most > 1; count = Math.floor((most + over) / 2)) {
    if (fits(make(count))) most = count;
    else over = count;
  }
  return make(most);
}
