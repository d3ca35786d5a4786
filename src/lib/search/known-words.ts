/** The words that the search knows, for when somebody has mistyped one. */
import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import type { Content } from '../written/reading.ts';
import { replaceTokens } from '../written/tokens.ts';

/** So many make about 2.6 kB on the wire. */
const most = 1000;

/** The words of a tree's text. Addresses, code, components and what they are given are none. */
function wordsIn(node: MdastNode): string[] {
  if (node.type === 'text') return wordsOf(node.value);
  return 'children' in node ? node.children.flatMap(wordsIn) : [];
}

const wordsOf = (text: string): string[] =>
  text
    .replaceAll(/['’]/g, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? [];

const wordsOfMarkdown = (text: string): string[] => wordsIn(markdownToMdast(replaceTokens(text, () => '')));

/** What people read or search with, a list of words for each thing written; without the sources, which hold the words of others. */
function* readWords({ guides, checklists, tips, questions, claims }: Content): Generator<string[]> {
  for (const { title, label, answer, aliases, body } of guides.values())
    yield [...[title, label, answer, ...aliases].flatMap(wordsOfMarkdown), ...wordsIn(mdxToMdast(body))];
  for (const { title, summary, aliases, steps, finish } of checklists.values()) {
    const texts = steps.flatMap(({ action, expect, ifNot, undo, detail }) => [action, expect, ifNot, undo, detail]);
    yield [title, summary, ...aliases, ...texts, finish].flatMap((text) => wordsOfMarkdown(text ?? ''));
  }
  for (const { title, body } of tips.values()) yield [title, body].flatMap(wordsOfMarkdown);
  for (const { question, wordings, body } of questions.values()) yield [question, ...wordings, body].flatMap(wordsOfMarkdown);
  for (const { question, proposition, statement, positions, why } of claims.values())
    yield [question, proposition, statement, ...positions.map(({ says }) => says), why].flatMap(wordsOfMarkdown);
}

/** In the order of the alphabet. Those that the most of what is written holds are taken, and all synonyms. */
export function knownWords(content: Content): string[] {
  const { groups, stop } = content.searchWords;
  const synonyms = groups.flatMap(({ ours, theirs }) => [...ours, ...theirs]).flatMap(wordsOf);
  const dropped = new Set([...stop, ...synonyms]);
  const holding = new Map<string, number>();
  for (const words of readWords(content)) {
    for (const word of new Set(words)) {
      if (/^[a-z]{4,}$/.test(word) && !dropped.has(word)) holding.set(word, (holding.get(word) ?? 0) + 1);
    }
  }
  const byUse = Array.from(holding).sort(([, one], [, other]) => other - one);
  const known = [...synonyms.filter((word) => !stop.includes(word)), ...byUse.map(([word]) => word)];
  return [...new Set(known)].slice(0, most).sort();
}
