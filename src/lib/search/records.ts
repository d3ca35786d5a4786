/** What the search finds besides pages: tips, questions, claims and names of buttons, each at its own place on the page it shares with others. */
import { firstSentence } from '../evidence/first-sentence.ts';
import type { Content } from '../written/reading.ts';
import { required } from '../written/required.ts';
import type { Question, Text, Tip } from '../written/schema.ts';
import { createWording } from '../markdown/wording.ts';
import { languages, namesOfLanguages } from '../written/languages.ts';

/** Something that the search finds. */
export interface SearchRecord {
  /** Below the base path, and one of its kind: "/questions/#did-someone-remove-me". */
  readonly url: string;
  /** Empty for a page of no kind. */
  readonly kind: string;
  readonly title: string;
  /** The beginning of the text: what answers. */
  readonly sentence: string;
  readonly text: string;
  /** Found, and not shown. */
  readonly names: readonly string[];
  /** The address of the guide with more. */
  readonly guide?: string;
  /** Of the name of a button: the English one. */
  readonly button?: string;
}

/** Letters: fewer would often be "Yes." or "No, not that we know." alone. */
const enoughToAnswer = 36;

export async function searchRecords(content: Content): Promise<SearchRecord[]> {
  // The index knows nothing of base paths: the search puts them in front.
  const wording = await createWording({ ...content, base: '/' });

  const shortAnswer = async (kind: 'question' | 'tip', entry: Text<Question | Tip>): Promise<Omit<SearchRecord, 'title' | 'names'>> => {
    const text = await wording.plainText(entry.body);
    const guide = required(content.guides, entry.guide, 'guide').id;
    return { url: `/${kind}s/#${entry.id}`, kind, sentence: firstSentence(text, enoughToAnswer), text, guide: `/${guide}/` };
  };
  const questions = Array.from(content.questions.values(), async (entry) => ({
    ...(await shortAnswer('question', entry)),
    title: entry.question,
    names: entry.wordings,
  }));
  const tips = Array.from(content.tips.values(), async (entry) => ({
    ...(await shortAnswer('tip', entry)),
    title: entry.title,
    names: [],
  }));
  const claims = Array.from(content.claims.values(), async ({ id, question, statement }): Promise<SearchRecord> => {
    const text = await wording.plainText(statement);
    return { url: `/evidence/#${id}`, kind: 'evidence', title: question, sentence: firstSentence(text), text, names: [] };
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
        sentence: text,
        text,
        names: named.map(({ label }) => label),
      },
    ];
  });
}
