/** What the search finds besides pages: tips, questions and claims, each at its own place on the page it shares with others. */
import type { Content } from '../written/reading.ts';
import { required } from '../written/required.ts';
import type { Question, Text, Tip } from '../written/schema.ts';
import { createWording } from '../markdown/wording.ts';

export interface SearchRecord {
  /** Below the base path, and one of its kind: "/questions/#did-someone-remove-me". */
  readonly url: string;
  readonly kind: 'tip' | 'question' | 'evidence';
  readonly title: string;
  /** Whole sentences from the beginning of the text; shown under the title. */
  readonly answer: string;
  readonly text: string;
  /** Found, and not shown. */
  readonly aliases: string;
  /** Where there is more: the address of a guide, a space, its title. */
  readonly guide?: string;
}

/** Fewer words than these would often be "Perhaps." or "No." alone. */
const enoughWords = 14;

/** The first sentences of a text that together say something. */
function firstSentences(text: string): string {
  const sentences = text.split(/(?<=[.?!][”"’)]?)\s+(?=\p{Lu}|[“"(])/u);
  let taken = '';
  for (const sentence of sentences) {
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
    const guideTitle = await wording.plainText(required(content.guides, entry.guide, 'guide').title);
    return {
      url: `/${kind}s/#${entry.id}`,
      kind,
      answer: firstSentences(text),
      text,
      guide: `/${entry.guide}/ ${guideTitle}`,
    };
  };
  const questions = Array.from(content.questions.values(), async (entry) => ({
    ...(await shortAnswer('question', entry)),
    title: entry.question,
    aliases: entry.wordings.join('. '),
  }));
  const tips = Array.from(content.tips.values(), async (entry) => ({
    ...(await shortAnswer('tip', entry)),
    title: entry.title,
    aliases: '',
  }));
  const claims = Array.from(content.claims.values(), async ({ id, question, statement }): Promise<SearchRecord> => {
    const text = await wording.plainText(statement);
    return { url: `/evidence/#${id}`, kind: 'evidence', title: question, answer: text, text, aliases: '' };
  });
  return Promise.all([...questions, ...tips, ...claims]);
}
