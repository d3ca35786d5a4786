/** What the search finds besides pages: tips, questions and claims, each at its own place on the page it shares with others. */
import type { Content } from '../written/reading.ts';
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
  const wording = await createWording({ interface: content.interface, claims: content.claims, href: (path) => path });
  const moreIn = async (guide: string): Promise<string> =>
    `/${guide}/ ${await wording.plainText(content.guides.get(guide)?.data.title ?? guide)}`;

  const questions = Array.from(content.questions, async ([id, { data, body }]): Promise<SearchRecord> => {
    const text = await wording.plainText(body);
    return {
      url: `/questions/#${id}`,
      kind: 'question',
      title: data.question,
      answer: firstSentences(text),
      text,
      aliases: data.wordings.join('. '),
      guide: await moreIn(data.guide),
    };
  });
  const tips = Array.from(content.tips, async ([id, { data, body }]): Promise<SearchRecord> => {
    const text = await wording.plainText(body);
    return {
      url: `/tips/#${id}`,
      kind: 'tip',
      title: data.title,
      answer: firstSentences(text),
      text,
      aliases: '',
      guide: await moreIn(data.guide),
    };
  });
  const claims = Array.from(content.claims, async ([id, { question, statement }]): Promise<SearchRecord> => {
    const text = await wording.plainText(statement);
    return { url: `/evidence/#${id}`, kind: 'evidence', title: question, answer: text, text, aliases: '' };
  });
  return Promise.all([...questions, ...tips, ...claims]);
}
