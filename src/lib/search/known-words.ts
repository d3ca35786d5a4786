/** The words that the search knows, for when somebody has mistyped one. */
import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import type { Content } from '../written/reading.ts';
import { replaceTokens } from '../written/tokens.ts';

/** So many make about 2.6 kB on the wire. */
const most = 1000;

/** The text of a tree. Addresses, code, components and what they are given are none. */
function textOf(node: MdastNode): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join(' ') : '';
}

const textOfMarkdown = (text: string): string => textOf(markdownToMdast(replaceTokens(text, () => '')));

/** What people read or search with, a text for each thing written; without the sources, which hold the words of others. */
function* textsOf({ guides, checklists, tips, questions, claims }: Content): Generator<string> {
  for (const { title, label, answer, aliases, body } of guides.values())
    yield [...[title, label, answer, ...aliases].map(textOfMarkdown), textOf(mdxToMdast(body))].join(' ');
  for (const { title, summary, aliases, steps, finish } of checklists.values()) {
    const texts = steps.flatMap(({ action, expect, ifNot, undo, detail }) => [action, expect, ifNot, undo, detail]);
    yield textOfMarkdown([title, summary, ...aliases, ...texts, finish].join('\n\n'));
  }
  for (const { title, body } of tips.values()) yield textOfMarkdown(`${title}\n\n${body}`);
  for (const { question, wordings, body } of questions.values()) yield textOfMarkdown([question, ...wordings, body].join('\n\n'));
  for (const { question, proposition, statement, positions, why } of claims.values())
    yield textOfMarkdown([question, proposition, statement, ...positions.map(({ says }) => says), why].join('\n\n'));
}

/**
 * In the order of the alphabet. Those that the most of what is written holds are taken, and all synonyms. `wordsOf` takes a text apart as the
 * search does.
 */
export function knownWords(content: Content, wordsOf: (text: string) => string[]): string[] {
  const { groups, stop } = content.searchWords;
  const synonyms = groups.flatMap(({ ours, theirs }) => [...ours, ...theirs]).flatMap(wordsOf);
  const dropped = new Set([...stop, ...synonyms]);
  const holding = new Map<string, number>();
  for (const text of textsOf(content)) {
    for (const word of new Set(wordsOf(text))) {
      if (/^[a-z]{4,}$/.test(word) && !dropped.has(word)) holding.set(word, (holding.get(word) ?? 0) + 1);
    }
  }
  const byUse = Array.from(holding).sort(([, one], [, other]) => other - one);
  const known = [...synonyms.filter((word) => !stop.includes(word)), ...byUse.map(([word]) => word)];
  return [...new Set(known)].slice(0, most).sort();
}
