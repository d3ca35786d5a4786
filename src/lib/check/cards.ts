import { faultOfKind, faultOfTitle } from '../pictures/draw-card.ts';
import type { Rule } from './rule.ts';

/** Each page that gets a card has a title that fits on it: whether cards are drawn at all depends on a setting, and what is right must not. */
export const checkCards: Rule = ({ content, problems }) => {
  const tell = (file: string, field: string, fault: string | undefined): void => {
    if (fault !== undefined) problems.at(file, field)(fault);
  };
  for (const { id, title } of content.guides.values()) tell(`guides/${id}.mdx`, 'title', faultOfTitle(title));
  for (const { id, title } of content.checklists.values()) tell(`checklists/${id}.yaml`, 'title', faultOfTitle(title));
  for (const { id, title } of content.journey) tell('journey.yaml', `${id}.title`, faultOfKind(title));
};
