/** The known answers: everything here that has a name, in one small file that is made at build time (`src/lib/search/answers-file.ts`). */
import { highlight } from './excerpt.ts';
import { Ranking, type FoundTerm } from './rank.ts';
import type { Kind, Result } from './result.ts';
import { maxResults, maxTypedWords } from './weights.ts';
import { Speller } from './spelling.ts';
import { stem, Vocabulary, wordsOf, type SearchWords, type Term } from './words.ts';

/** As the file has it: each column is one text, a line for each answer. Of the search words, a line for each group, in it "ours:theirs:first". */
export type KnownAnswersFile = Readonly<
  Record<'kinds' | 'urls' | 'titles' | 'sentences' | 'names' | 'texts' | 'guides' | 'groups' | 'direction' | 'stop', string>
>;

export interface KnownAnswer {
  readonly kind: string;
  readonly url: string;
  readonly page: string;
  readonly title: string;
  /** What answers. */
  readonly sentence: string;
  /** Found, and not shown. */
  readonly names: readonly string[];
  /** Other words of its text. */
  readonly words: string;
  /** Where there is more. */
  readonly guide: string | undefined;
}

export interface Answer {
  readonly results: readonly Result[];
  /** Words of those typed that nothing here speaks of. */
  readonly unknown: readonly string[];
  /** What was looked for instead, where a word was mistyped. */
  readonly corrected: string | undefined;
  /** Whether whoever asked may be afraid. */
  readonly isPrivate: boolean;
  /** What to look for in the whole text: the words that say something. */
  readonly asked: readonly string[];
}

export class KnownAnswers {
  readonly #site: URL;
  readonly #searchWords: SearchWords;
  readonly #vocabulary: Vocabulary;
  readonly #ranking: Ranking;
  readonly #byUrl: ReadonlyMap<string, KnownAnswer>;
  #speller: Speller | undefined;

  /** `site` is the address of the home page, `firstThings` those of the pages that most people come for. */
  constructor(file: KnownAnswersFile, site: URL, firstThings: readonly string[]) {
    const answers = answersIn(file);
    this.#site = site;
    this.#searchWords = searchWordsIn(file);
    this.#vocabulary = new Vocabulary(this.#searchWords);
    this.#byUrl = new Map(answers.map((answer) => [answer.url, answer]));
    this.#ranking = new Ranking(answers, this.#vocabulary, firstThings);
  }

  /** `kind`: of which all results are to be. */
  answer(typed: string, kind?: Kind): Answer {
    const text = wordsOf(typed).slice(0, maxTypedWords).join(' ');
    const better = this.#corrections(text);
    const corrected = better.size > 0 ? text.replaceAll(/\S+/g, (word) => better.get(word) ?? word) : undefined;
    const found = this.#find(corrected ?? text);
    const asked = found.filter(isAsked);
    const unknown = asked.filter(({ scores }) => scores.size === 0);
    // What is left is shown where it is most of what was asked. Beside an unknown word, one that was corrected counts half.
    const isMost = unknown.length === 0 || unknown.length * 2 + better.size < asked.length;
    const known = found.filter(({ scores }) => scores.size > 0);
    const ranked = isMost ? this.#ranking.rank(known, kind) : [];
    const terms = known.map(({ term }) => term);
    const guessed = new Set(isMost ? [] : better.values());
    return {
      results: this.#withFirst(
        ranked,
        terms.filter(({ typed: word }) => !guessed.has(word)),
        kind,
      ).map((answer) => this.#describe(answer, terms)),
      unknown: unknown.map(({ term }) => term.typed),
      corrected,
      isPrivate: terms.some(({ first }) => first !== undefined),
      asked: asked.flatMap(({ term }) => term.typed.split(' ')),
    };
  }

  #find(text: string): FoundTerm[] {
    const terms = this.#vocabulary.termsOf(text, true);
    return terms.map((term, at) => this.#ranking.find(term, at === terms.length - 1));
  }

  /** For each word that nothing holds the nearest that is known, where one is near. */
  #corrections(text: string): ReadonlyMap<string, string> {
    const unknown = this.#find(text).filter((found) => isAsked(found) && found.scores.size === 0);
    if (unknown.length === 0) return new Map();
    this.#speller ??= new Speller(this.#words());
    return new Map(
      unknown.flatMap(({ term: { typed } }) => {
        const nearest = this.#speller?.nearest(typed) ?? this.#speller?.nearest(stem(typed));
        return nearest === undefined ? [] : [[typed, nearest]];
      }),
    );
  }

  *#words(): Generator<string> {
    for (const { title, sentence, names, words } of this.#byUrl.values()) yield* wordsOf([title, sentence, ...names, words].join(' '));
    for (const { ours, theirs } of this.#searchWords.groups) yield* wordsOf([...ours, ...theirs].join(' '));
  }

  /** Before all others the page that comes first where one of these words is typed. */
  #withFirst(ranked: readonly KnownAnswer[], terms: readonly Term[], kind: Kind | undefined): readonly KnownAnswer[] {
    const first = this.#byUrl.get(terms.find((term) => term.first)?.first ?? '');
    const others = ranked.filter(({ page }) => page !== first?.page);
    return (first && (!kind || first.kind === kind) ? [first, ...others] : ranked).slice(0, maxResults);
  }

  #describe({ url, page, kind, title, sentence, guide }: KnownAnswer, terms: readonly Term[]): Result {
    const addressOf = (path: string): string => this.#site.pathname + path.slice(1);
    const whole = this.#byUrl.get(page);
    const isPart = whole !== undefined && whole.url !== url;
    const more = this.#byUrl.get(guide ?? '');
    const keys = new Set(terms.filter(({ isRole }) => !isRole).flatMap((term) => term.keys));
    return {
      url: addressOf(url),
      title: isPart ? whole.title : title,
      section: isPart ? title : '',
      kind,
      text: highlight(sentence, (word) => this.#vocabulary.keysOf(word).some((key) => keys.has(key))),
      guide: more && { url: addressOf(more.url), title: more.title },
    };
  }
}

/** The id that a heading gets, without what its text has beside letters and digits. */
export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

/** Whether it must be known: who does it to whom need not, nor a number. */
const isAsked = ({ term }: FoundTerm): boolean => !term.isRole && !/^\d/.test(term.typed);

function searchWordsIn({ groups, direction, stop }: KnownAnswersFile): SearchWords {
  return {
    groups: groups.split('\n').map((group) => {
      const [ours = '', theirs = '', first = ''] = group.split(':');
      return { ours: ours.split(','), theirs: theirs.split(','), first };
    }),
    direction: direction.split('\n').map((words) => words.split(',')),
    stop: stop.split(','),
  };
}

/** An address without a page is on that of the one before; "#" at its end stands for the id that follows from the title. */
export function answersIn({ kinds, urls, titles, sentences, names, texts, guides }: KnownAnswersFile): KnownAnswer[] {
  const columns = [kinds, titles, sentences, names, texts, guides].map((column) => column.split('\n'));
  let page = '';
  return urls.split('\n').map((short, row) => {
    const [kind = '', title = '', sentence = '', name = '', words = '', guide = ''] = columns.map((column) => column[row]);
    const [own, id] = short.split('#');
    page = own || page;
    const url = page + (id === undefined ? '' : `#${id || slugOf(title)}`);
    return { kind, url, page, title, sentence, names: name.split('|').filter(Boolean), words, guide: guide || undefined };
  });
}
