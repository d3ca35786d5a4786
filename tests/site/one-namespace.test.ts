/** What the content check knows of the built pages: their addresses, and the ids that they give themselves. */
import { expect, test } from 'vitest';
import { placesOfPages } from '../../src/lib/check/places.ts';
import { ownAddresses } from '../../src/lib/check/search-words.ts';
import { claimTopicNames, questionTopicNames, tipTopicNames } from '../../src/lib/written/topics.ts';
import { kindOf, pages } from '../support/built-site.ts';
import { writtenContent } from '../support/written-content.ts';

const { claims, sources, tips, questions, checklists, journey } = writtenContent;

test('the pages of the site itself are those that words of the search may be for', () => {
  const articles = [...sources.values()].filter(({ startingArticle }) => startingArticle).map(({ id }) => `/evidence/${id}/`);
  const own = pages.filter((page) => !['guide', 'checklist'].includes(kindOf(page) ?? '')).map(({ path }) => path);
  expect(own.filter((path) => !articles.includes(path) && path !== '/404.html').sort()).toEqual([...ownAddresses].sort());
});

test('no id of a page but those that writers are kept from', () => {
  const written = [claims, sources, tips, questions, checklists].flatMap((entries) => [...entries.keys()]);
  const known = new Set([
    ...written,
    ...journey.map(({ id }) => id),
    ...claimTopicNames,
    ...tipTopicNames,
    ...questionTopicNames,
    ...placesOfPages,
  ]);
  const others = pages.flatMap(({ path, document }) =>
    document
      .querySelectorAll('[id]')
      // What has a dot in it, no heading and no file is called.
      .filter((element) => !element.closest('.prose') && !element.id.includes('.') && !known.has(element.id))
      .map(({ id }) => `${path}#${id}`),
  );
  expect(others).toEqual([]);
});
