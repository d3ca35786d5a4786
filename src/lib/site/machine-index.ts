/** All that can be had as Markdown or as data, for machines that read: in the form of llmstxt.org. */
import { verdictMeanings } from '../evidence/verdicts.ts';
import { markdownPath } from '../markdown/markdown-path.ts';
import { href } from './addresses.ts';
import { feedPath } from './changes.ts';
import { checklistsInOrder, guides, isPrivate, stages, wording } from './content.ts';
import { pathOfPage } from './list-pages.ts';
import { questionPages } from './lists.ts';
import { ownPages } from './pages.ts';
import { site } from './site.ts';

interface Listed {
  readonly title: string;
  /** Without the base path. */
  readonly path: string;
  readonly about: string;
}

/** What a link in Markdown would take for its end. */
const asLabel = (words: string): string => words.replaceAll(/[[\]\\]/g, '\\$&');

/** `origin` is the site's own, where that is known. */
export async function machineIndex(origin: URL | undefined): Promise<string> {
  const whole = (path: string): string => (origin ? new URL(href(path), origin).href : href(path));
  const section = (title: string, pages: readonly Listed[]): string[] => [
    `## ${title}`,
    '',
    ...pages.map(({ title: name, path, about }) => `- [${asLabel(name)}](${whole(path)}): ${about}`),
    '',
  ];
  const guidesOf = (stage: (typeof stages)[number]) =>
    Promise.all(
      stage.guides.map(async ({ title, path, answer }) => ({ title, path: markdownPath(path), about: await wording.plainText(answer) })),
    );
  const checklists = await Promise.all(
    checklistsInOrder.map(async ({ title, path, summary }) => ({
      title,
      path: markdownPath(path),
      about: await wording.plainText(summary),
    })),
  );
  const questions = questionPages.map(({ list, page, count }) => ({
    title: count === 1 ? ownPages.questions.title : `${ownPages.questions.title}, page ${page}`,
    path: markdownPath(pathOfPage(list, page)),
    about: 'As people ask them, each with a short answer and what it rests on.',
  }));

  const lines = [
    `# ${site.name}`,
    '',
    `> ${site.description}`,
    '',
    'It is independent of LinkedIn. Each sentence about LinkedIn rests on a claim, which has a verdict, and the verdict stands behind the sentence:',
    '',
    ...Object.values(verdictMeanings).map(({ word, meaning }) => `- ${word}: ${meaning}`),
    '',
    'Whoever passes a sentence on passes on its verdict too.',
    '',
    ...guides
      .filter(isPrivate)
      .flatMap(({ title, path }) => [
        `Somebody who is bothered or afraid needs [${asLabel(title)}](${whole(markdownPath(path))}) before any other.`,
        '',
      ]),
    ...(await Promise.all(stages.map(async (stage) => section(stage.title, await guidesOf(stage))))).flat(),
    ...section('Questions', questions),
    ...section('Checklists', checklists),
    ...section('Optional', [
      { title: 'All claims and sources', path: '/evidence.json', about: 'Data, described by /evidence.schema.json.' },
      { title: 'What changed', path: feedPath, about: 'An Atom feed of edited guides and checked claims.' },
    ]),
  ];
  return lines.join('\n');
}
