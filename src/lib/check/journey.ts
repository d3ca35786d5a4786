import { isGuide } from './names.ts';
import type { Rule } from './rule.ts';

/** Every guide has one place in the journey, and every place a guide. */
export const checkJourney: Rule = (check) => {
  const { content, unread, problems } = check;
  if (unread.has('journey.yaml')) return;
  const placed = new Set<string>();
  const stages = new Set<string>();
  for (const stage of content.journey) {
    const report = problems.at('journey.yaml', `${stage.id}.guides`);
    if (stages.has(stage.id))
      problems.at('journey.yaml', `${stage.id}.id`)('two stages have this id: give one of them another, or make them one');
    stages.add(stage.id);
    for (const slug of stage.guides) {
      const id = `${stage.id}/${slug}`;
      if (placed.has(id)) report(`"${slug}" stands twice: remove one`);
      placed.add(id);
      if (!isGuide(id, check)) report(`there is no guides/${id}.mdx: write it or remove the line`);
    }
  }
  for (const id of content.guides.keys()) {
    const [stage, slug] = id.split('/');
    if (!placed.has(id))
      problems.at(`guides/${id}.mdx`, 'journey')(`missing from journey.yaml: add "- ${slug}" under the stage "${stage}"`);
  }
};
