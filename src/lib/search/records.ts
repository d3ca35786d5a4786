/** What the search finds besides pages: tips, questions, claims and names of buttons, each at its own place on the page it shares with others. */
import type { Content } from '../written/reading.ts';
import { required } from '../written/required.ts';
import type { Question, Text, Tip } from '../written/schema.ts';
import { createWording } from '../markdown/wording.ts';
import { languages, namesOfLanguages } from '../written/languages.ts';

export interface SearchRecord {
  /** Below the base path, and one of its kind: "/questions/#did-someone-remove-me". */
  readonly url: string;
  readonly kind: 'question' | 'button' | 'tip' | 'evidence';
  readonly title: string;
  /** Whole sentences from the beginning of the text; shown under the title. */
  readonly answer: string;
  readonly text: string;
  /** Found, and not shown. */
  readonly aliases: readonly string[];
  /** The address of the guide with more. */
  readonly guide?: string;
  /** Of the name of a button: the English one. */
  readonly button?: string;
}

/** Fewer words than these would often be "Perhaps." or "No." alone. */
const enoughWords = 9;

const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!][”"’)]?)\s+(?=\p{Lu}|[“"(])/u);

export const firstSentence = (text: string): string => sentencesOf(text)[0] ?? '';

/** The first sentences of a text that together say something. */
function firstSentences(text: string): string {
  let taken = '';
  for (const sentence of sentencesOf(text)) {
    taken = taken ? `${taken} ${sentence}` : sentence;
    if (taken.split(/\s+/).length >= enoughWords) break;
  }
  return taken;
}

export async function searchRecords(content: Content): Promise<SearchRecord[]> {
  // The index knows nothing of base paths: the search puts them in front.
  const wording = await createWording({ ...content, base: '/' });

  const shortAnswer = async (kind: 'question' | 'tip', entry: Text<Question | Tip>): Promise<Omit<SearchRecord, 'title' | 'aliases'>> => {
    const text = await wording.plainText(entry.body);
    const guide = required(content.guides, entry.guide, 'guide').id;
    return { url: `/${kind}s/#${entry.id}`, kind, answer: firstSentences(text), text, guide: `/${guide}/` };
  };
  const questions = Array.from(content.questions.values(), async (entry) => ({
    ...(await shortAnswer('question', entry)),
    title: entry.question,
    aliases: entry.wordings,
  }));
  const tips = Array.from(content.tips.values(), async (entry) => ({
    ...(await shortAnswer('tip', entry)),
    title: entry.title,
    aliases: [],
  }));
  const claims = Array.from(content.claims.values(), async ({ id, question, statement }): Promise<SearchRecord> => {
    const text = await wording.plainText(statement);
    return { url: `/evidence/#${id}`, kind: 'evidence', title: question, answer: firstSentence(text), text, aliases: [] };
  });
  return [...(await Promise.all([...questions, ...tips, ...claims])), ...buttonNames(content)];
}

/** The guide that has the names of buttons in other languages, and there the place of its tables. */
const buttonNamesUrl = '/remove/other-languages/#the-names';

function buttonNames({ interface: names }: Content): SearchRecord[] {
  return Array.from(names.values()).flatMap(({ shown, languages: labels }) => {
    const named = languages.flatMap((language) => {
      const [english] = namesOfLanguages[language];
      return (labels[language] ?? []).map((label) => ({ english, label: label.shown }));
    });
    if (named.length === 0) return [];
    const text = `${named.map(({ english, label }) => `${english}: “${label}”`).join(', ')}.`;
    return [
      {
        url: buttonNamesUrl,
        kind: 'button',
        title: `“${shown}” in other languages`,
        button: shown,
        answer: text,
        text,
        aliases: named.map(({ label }) => label),
      },
    ];
  });
}
