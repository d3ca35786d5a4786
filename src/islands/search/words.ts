/** What a person typed, and what a text says, as the search compares them. Pure: no page, no index, no clock. */

/** `src/content/synonyms.yaml`, which explains it, as the file of known answers carries it. */
export interface SearchWords {
  readonly groups: readonly { readonly ours: readonly string[]; readonly theirs: readonly string[]; readonly first?: string | undefined }[];
  readonly direction: readonly (readonly string[])[];
  readonly stop: readonly string[];
}

/** Lower case, without accents and apostrophes; "30,000" is "30000", and "Linked In" is "linkedin". */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .replaceAll(/(\d)[.,](?=\d{3}\b)/g, '$1')
    .replaceAll(/\blinked[\s-]in\b/g, 'linkedin');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const endings = /(?:ments?|ations?|ions?|y?ings?|als?|ied|ies|ed|es|ly|e|y|s)$/;

const stems = new Map<string, string>();

/** Close enough to make "removing", "removal" and "removed" one. Used on both sides of every comparison, so it need not be a word. */
export function stem(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    const cut = word.replace(endings, '');
    known = (cut.length < 3 ? word.replace(/(.)s$/, '$1') : cut).replace(/([bdgklmnprst])\1$/, '$1');
    // Texts repeat their words, and many texts are taken apart at once.
    stems.set(word, known);
  }
  return known;
}

/** One thing that is said: a word, or several in a row that mean one thing. */
export interface Term {
  readonly typed: string;
  /** What it is compared by, each as good as the others: the stem of a word; the name of the group it stands in. */
  readonly keys: readonly string[];
  /** It says only who does it, or to whom. */
  readonly isRole: boolean;
  /** The address of the page that comes first where it is typed. */
  readonly first: string | undefined;
}

/** A row of words, by the keys of its words, and what it means. */
interface Row {
  readonly keys: readonly string[];
  readonly meaning: Meaning;
}
type Meaning = Omit<Term, 'typed' | 'keys'> & { readonly key: string };

/** From so many letters on, a word that is still being typed may be on its way to one of another meaning: "unfri" to "unfriend", which is "remove". */
const minLettersOfSynonym = 4;

/** Understands what people type by one set of search words. */
export class Vocabulary {
  readonly #stop: ReadonlySet<string>;
  /** By the stem of each single word. */
  readonly #meanings = new Map<string, Meaning>();
  /** By the key of its first word, longest first. */
  readonly #rows = new Map<string, Row[]>();

  constructor({ groups, direction, stop }: SearchWords) {
    this.#stop = new Set(stop);
    const meanings: [Meaning, readonly string[]][] = [
      ...direction.map((words, role): [Meaning, readonly string[]] => [{ key: `=${role}`, isRole: true, first: undefined }, words]),
      ...groups.map(({ ours, theirs, first }): [Meaning, readonly string[]] => [
        { key: `=${ours[0] ?? ''}`, isRole: false, first: first ? `/${first}/` : undefined },
        [...ours, ...theirs],
      ]),
    ];
    const isRow = (entry: string): boolean => entry.includes(' ');
    for (const [meaning, entries] of meanings) for (const entry of entries) if (!isRow(entry)) this.#meanings.set(stem(entry), meaning);
    for (const [meaning, entries] of meanings) {
      for (const entry of entries.filter(isRow)) {
        const keys = entry.split(' ').map((word) => this.#key(word));
        const rows = [...(this.#rows.get(keys[0] ?? '') ?? []), { keys, meaning }];
        this.#rows.set(
          keys[0] ?? '',
          rows.sort((one, other) => other.keys.length - one.keys.length),
        );
      }
    }
  }

  /** In the order in which they were said, without words that say nothing. With `isUnfinished`, the last may be on its way to another word. */
  termsOf(text: string, isUnfinished = false): Term[] {
    const words = wordsOf(text);
    const terms: Term[] = [];
    for (let at = 0; at < words.length;) {
      const row = this.#rowAt(words, at);
      const taken = words.slice(at, at + (row?.keys.length ?? 1));
      at += taken.length;
      if (row) terms.push(asTerm(taken, [], row.meaning));
      for (const word of taken) {
        const meaning = this.#meanings.get(stem(word)) ?? (isUnfinished && at === words.length ? this.#coming(word) : undefined);
        // In a row, a word has a meaning of its own only where it says who.
        if (row ? meaning?.isRole : !this.#stop.has(word)) terms.push(asTerm([word], [stem(word)], meaning));
      }
    }
    return terms;
  }

  /** All that a text is found by. */
  keysOf(text: string): string[] {
    const single = wordsOf(text).filter((word) => !this.#stop.has(word) && !this.#meanings.get(stem(word))?.isRole);
    return [...new Set([...this.termsOf(text).flatMap(({ keys }) => keys), ...single.map(stem)])];
  }

  #key(word: string): string {
    return this.#meanings.get(stem(word))?.key ?? stem(word);
  }

  #rowAt(words: readonly string[], at: number): Row | undefined {
    const rows = this.#rows.get(this.#key(words[at] ?? ''));
    return rows?.find(({ keys }) => keys.every((key, offset) => at + offset < words.length && this.#key(words[at + offset] ?? '') === key));
  }

  #coming(word: string): Meaning | undefined {
    if (word.length < minLettersOfSynonym) return undefined;
    for (const [known, meaning] of this.#meanings) if (known.startsWith(word)) return meaning;
    return undefined;
  }
}

const asTerm = (words: readonly string[], stems: readonly string[], meaning: Meaning | undefined): Term => ({
  typed: words.join(' '),
  // Who does it is told by its role alone: "he" and "she" are one.
  keys: meaning ? [...(meaning.isRole ? [] : stems), meaning.key] : stems,
  isRole: meaning?.isRole ?? false,
  first: meaning?.first,
});
