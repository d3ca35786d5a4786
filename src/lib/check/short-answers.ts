import type { Question, Text, Tip } from '../written/schema.ts';
import { checkClaimName, checkGuideName, checkText } from './names.ts';
import type { Check, Rule } from './rule.ts';

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** What a tip or a question rests on, the guide it belongs to, and its tokens. */
function checkShortAnswer(file: string, { guide, rests, body }: Text<Tip | Question>, check: Check): void {
  const { problems } = check;
  checkGuideName(guide, check, problems.at(file, 'guide'));
  if (rests !== 'opinion') for (const claim of rests) checkClaimName(claim, check, problems.at(file, 'rests'));
  checkText(body, 'block', check, problems.at(file, 'text'));
}

/** A tip is one idea: not a word alone, and no piece of a guide. */
export const checkTips: Rule = (check) => {
  for (const tip of check.content.tips.values()) {
    const file = `tips/${tip.id}.md`;
    checkShortAnswer(file, tip, check);
    const words = wordsIn(tip.body);
    if (words < 20 || words > 60) check.problems.at(file, 'text')(`has ${words} words: a tip has 20 to 60`);
  }
};

/** An answer is short, and no wording leads to two of them. */
export const checkQuestions: Rule = (check) => {
  const { content, problems } = check;
  const wordings = new Map<string, string>();
  for (const question of content.questions.values()) {
    const file = `questions/${question.id}.md`;
    checkShortAnswer(file, question, check);
    const words = wordsIn(question.body);
    if (words === 0 || words > 60) problems.at(file, 'text')(`has ${words} words: an answer has 1 to 60`);
    if (content.tips.has(question.id)) problems.at(file, 'file name')(`a tip is called "${question.id}" too: rename one of the two`);
    for (const wording of [question.question, ...question.wordings]) {
      const key = wording.toLowerCase();
      const other = wordings.get(key);
      if (other) problems.at(file, 'wordings')(`"${wording}" stands in ${other} already: keep one of the two`);
      wordings.set(key, file);
    }
  }
};
