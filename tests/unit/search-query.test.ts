/** What is made of what people type: which words count, what our pages say for them, what is searched, what comes first. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeResult } from '../../src/islands/search/excerpt.ts';
import type { FoundPage } from '../../src/islands/search/page-text.ts';
import {
  createVocabulary,
  merge,
  singleSearches,
  stem,
  understand,
  wholeSearches,
  wordsOf,
  type Found,
} from '../../src/islands/search/query.ts';
import { onePerPage, rank } from '../../src/islands/search/rank.ts';
import { writtenContent } from '../support/written-content.ts';

const ownWords = writtenContent.searchWords;

const words = {
  groups: [
    { ours: ['remove'], theirs: ['delete', 'unfriend', 'get rid of'] },
    { ours: ['told', 'notice'], theirs: ['know', 'remove me'] },
    { ours: ['connection'], theirs: ['contact'] },
  ],
  stop: ['a', 'i', 'how', 'do', 'of', 'me', 'what', 'is', 'it', 'the', 'my', 'will', 'they', 'to'],
};
const vocabulary = createVocabulary(words);
const searchesFor = (typed: string) => wholeSearches(understand(typed, vocabulary));

describe('words', () => {
  test('are lower case, without accents, apostrophes and punctuation', () => {
    expect(wordsOf('Can’t I  remove “Zoë”, from my list?')).toEqual(['cant', 'i', 'remove', 'zoe', 'from', 'my', 'list']);
  });

  test('hold numbers whole, however their thousands are written', () => {
    expect(wordsOf('30,000 or 30.000 or 3.5')).toEqual(['30000', 'or', '30000', 'or', '3', '5']);
  });

  test('of a file name are its parts, since people type both', () => {
    expect(wordsOf('Connections.csv')).toEqual(['connections', 'csv']);
  });

  test('hold the name of LinkedIn whole, however it is parted', () => {
    expect(wordsOf('Linked In, linked-in, LinkedIn; what I linked')).toEqual(['linkedin', 'linkedin', 'linkedin', 'what', 'i', 'linked']);
  });

  test('of any text are the same words when read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordsOf(wordsOf(text).join(' '))).toEqual(wordsOf(text));
      }),
    );
  });

  test.each([
    ['remove', 'removed', 'removing', 'removes', 'removal'],
    ['notify', 'notified', 'notifies', 'notifying'],
    ['drop', 'dropped', 'dropping'],
    ['connect', 'connection', 'connections', 'connected'],
    ['bother', 'bothers', 'bothering'],
    ['tie', 'ties'],
    ['message', 'messages', 'messaging'],
    ['year', 'years', 'yearly'],
  ])('with other endings are one: %s', (first, ...others) => {
    expect(others.map(stem)).toEqual(others.map(() => stem(first)));
  });

  test.each([
    ['note', 'notify'],
    ['mute', 'mutual'],
    ['limit', 'list'],
    ['all', 'alert'],
    ['bother', 'both'],
  ])('that only begin alike stay two: %s, %s', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });
});

describe('a question', () => {
  test('loses the words that say nothing', () => {
    expect(searchesFor('How do I remove a connection?')).toEqual(['remove connection']);
  });

  test('that is nothing else keeps them', () => {
    expect(searchesFor('what is it')).toEqual(['what is it']);
  });

  test('is searched as typed, and in our words', () => {
    expect(searchesFor('unfriend a contact')).toEqual(['unfriend contact', 'remove connection']);
  });

  test('in our words is searched once', () => {
    expect(searchesFor('remove connection')).toEqual(['remove connection']);
  });

  test('may hold any ending of a word', () => {
    expect(searchesFor('unfriended contacts')).toEqual(['unfriended contacts', 'remove connection']);
  });

  test('may hold several words that mean one thing', () => {
    expect(searchesFor('get rid of the contact')).toEqual(['get rid contact', 'remove connection']);
  });

  test('about oneself means something else', () => {
    expect(searchesFor('did they unfriend me')).toEqual(['did unfriend', 'did told']);
  });

  test('half typed is understood as what it may become', () => {
    expect(searchesFor('unfri')).toEqual(['unfri', 'remove']);
    expect(searchesFor('unfri contact')).toEqual(['unfri contact', 'unfri connection']);
  });

  test('of nothing asks for nothing', () => {
    for (const nothing of ['', '  ', '?!', '“”']) expect(searchesFor(nothing)).toEqual([]);
  });

  test('as long as a page makes no more searches than a long question', () => {
    expect(singleSearches(understand('delete contact '.repeat(1000), vocabulary)).length).toBeLessThanOrEqual(20);
  });

  test('is taken apart word by word, each in every word for it', () => {
    expect(singleSearches(understand('know contact', vocabulary))).toEqual([
      ['know', 'told', 'notice'],
      ['contact', 'connection'],
    ]);
  });

  test('whatever it is, makes searches of words alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        for (const search of searchesFor(typed)) expect(search).toBe(wordsOf(search).join(' '));
      }),
    );
  });
});

describe('what several searches find', () => {
  const found = (id: string, score: number, at: number[] = []): Found => ({ id, score, words: at });

  test('is one list with each page once, best first', () => {
    const merged = merge([[found('a', 4), found('b', 2)], [found('b', 8)]]);
    expect(merged.map(({ page, score }) => [page.id, score])).toEqual([
      ['b', 1],
      ['a', 0.5],
    ]);
  });

  test('adds up what was asked for, but not the different words for it', () => {
    const merged = merge([], [[[found('a', 3)], [found('a', 2), found('b', 3)]], [[found('b', 1)]]]);
    expect(merged.map(({ page, score }) => [page.id, score])).toEqual([
      ['b', 1],
      ['a', 0.75],
    ]);
  });

  test('keeps the places of all words that were found', () => {
    const [page] = merge([[found('a', 1, [1, 5])], [found('a', 1, [5, 9])]]);
    expect([...(page?.words ?? [])]).toEqual([1, 5, 9]);
  });

  test('may be nothing', () => {
    expect(merge([[], []], [[[]]])).toEqual([]);
  });
});

/** A page of sentences under headings, as the index holds it, found for every word that stems like one of `search`. */
function pageFound(
  address: string,
  meta: Record<string, string>,
  sections: Record<string, string>,
  search = 'remove connection told mute',
): FoundPage {
  const anchors: FoundPage['page']['anchors'][number][] = [];
  let content = `${meta['title'] ?? ''}. ${meta['answer'] ?? ''}`;
  for (const [heading, text] of Object.entries(sections)) {
    anchors.push({ element: 'h2', id: heading.toLowerCase().replaceAll(' ', '-'), text: heading, location: content.split(/\s+/).length });
    content += ` ${heading}. ${text}`;
  }
  const wanted = new Set(wordsOf(search).map(stem));
  const hits = content.split(/\s+/).flatMap((word, at) => (wordsOf(word).some((part) => wanted.has(stem(part))) ? [at] : []));
  return { page: { url: `/base${address}`, raw_url: address, content, meta, anchors }, hits: new Set(hits), score: 1 };
}

describe('of the pages that were found', () => {
  const order = (typed: string, pages: FoundPage[]): string[] =>
    rank(pages, understand(typed, vocabulary), vocabulary).pages.map(({ page }) => page.raw_url);

  test('one with the words in its title goes before one with them in its text', () => {
    const inText = pageFound('/a/', { title: 'Something else' }, { More: 'You can remove a connection here.' });
    const inTitle = pageFound('/b/', { title: 'Remove a connection' }, { More: 'Nothing.' });
    expect(order('remove connection', [inText, inTitle])[0]).toBe('/b/');
  });

  test('one whose title says little else goes before one whose title says much else', () => {
    const much = pageFound('/a/', { title: 'Unfollow, mute, remove or block' }, {});
    const little = pageFound('/b/', { title: 'Remove' }, {});
    expect(order('remove', [much, little])).toEqual(['/b/', '/a/']);
  });

  test('one that speaks of what few speak of goes before one that speaks of what all do', () => {
    const all = ['/a/', '/b/', '/c/', '/d/'].map((address) => pageFound(address, { title: `Part ${address}`, answer: 'Remove it.' }, {}));
    const rare = pageFound('/e/', { title: 'Part e', answer: 'Mute it.' }, {});
    expect(order('remove mute', [...all, rare])[0]).toBe('/e/');
  });

  test('other words for a page count like its own', () => {
    const named = pageFound('/a/', { title: 'Something', aliases: 'remove' }, {});
    const other = pageFound('/b/', { title: 'Something', answer: 'Remove it.' }, {});
    expect(order('delete', [other, named])[0]).toBe('/a/');
  });

  test('a guide goes before the checklist that stands in it', () => {
    const checklist = pageFound('/checklists/mute-someone/', { title: 'Mute someone', kind: 'checklist' }, {});
    const guide = pageFound('/decide/step-back/', { title: 'Step back', kind: 'guide' }, { 'Mute someone': 'Open the menu.' });
    expect(order('mute', [checklist, guide])).toEqual(['/decide/step-back/', '/checklists/mute-someone/']);
  });

  test('a question speaks for the guide that has more on it', () => {
    const other = pageFound('/a/', { title: 'Mute somebody loud', kind: 'guide' }, {});
    const guide = pageFound('/b/', { title: 'Else', kind: 'guide' }, {});
    const question = pageFound('/questions/#q', { title: 'Mute?', kind: 'question', guide: '/b/ Else' }, {});
    expect(order('mute', [other, guide, question])).toEqual(['/questions/#q', '/b/', '/a/']);
    expect(order('mute', [other, guide])).toEqual(['/a/', '/b/']);
  });

  test('what most people come for goes first among equals', () => {
    const pages = ['/a/', '/b/'].map((address) => pageFound(address, { title: 'Mute' }, {}));
    const terms = understand('mute', vocabulary);
    expect(rank(pages, terms, vocabulary, ['/b/']).pages.map(({ page }) => page.raw_url)).toEqual(['/b/', '/a/']);
  });

  test('of places on one page the best is kept', () => {
    const pages = ['/questions/#a', '/b/', '/questions/#c', '/b/#d'].map((address) => pageFound(address, { title: 'Mute' }, {}));
    expect(onePerPage(pages).map(({ page }) => page.raw_url)).toEqual(['/questions/#a', '/b/']);
  });

  test('none may speak of a word, which is then named', () => {
    const missed = (typed: string, pages: FoundPage[]): readonly string[] => rank(pages, understand(typed, vocabulary), vocabulary).missed;
    expect(missed('delete rekomendation of a', [pageFound('/a/', { title: 'Remove' }, {})])).toEqual(['rekomendation']);
    expect(missed('delete', [])).toEqual(['delete']);
  });

  test('one that only happens to hold a word is left out', () => {
    const good = pageFound('/a/', { title: 'Remove' }, {});
    const poor = { ...pageFound('/b/', { title: 'Else' }, { More: 'Nothing that was asked for.' }), score: 0.1 };
    expect(order('remove', [good, poor])).toEqual(['/a/']);
  });
});

describe('of a page a person reads', () => {
  const guide = pageFound(
    '/decide/step-back/',
    { title: 'Unfollow, mute, remove or block?', answer: 'Start with the mildest. You can remove later.', kind: 'guide' },
    {
      Mute: 'The menu is beside the name. Choose it there.',
      'What nobody knows':
        'It is a long story, and one that begins with many words which nobody asked for at all. Whether they are told. Ask them.',
    },
  );
  const read = (typed: string, page: FoundPage = guide) => describeResult(page, understand(typed, vocabulary), vocabulary);
  const text = (result: ReturnType<typeof read>): string => result.text.map(({ text: piece }) => piece).join('');

  test('its answer, at its beginning', () => {
    const result = read('remove');
    expect(result).toMatchObject({ url: '/base/decide/step-back/', title: 'Unfollow, mute, remove or block?', section: '', kind: 'guide' });
    expect(text(result)).toBe('Start with the mildest. You can remove later.');
  });

  test('with what was asked for marked, in whatever words', () => {
    expect(read('unfriended').text.filter(({ hit }) => hit)).toEqual([{ text: 'remove', hit: true }]);
  });

  test('and of a question the guide with more, under any base path', () => {
    const question = pageFound('/questions/#q', { title: 'Mute?', answer: 'Yes.', kind: 'question', guide: '/b/c/ A title: two' }, {});
    expect(read('mute', question)).toMatchObject({ url: '/base/questions/#q', guide: { url: '/base/b/c/', title: 'A title: two' } });
    expect(read('mute').guide).toBeUndefined();
  });

  test('the section whose heading is what was asked for', () => {
    const result = read('mute');
    expect(result).toMatchObject({ url: '/base/decide/step-back/#mute', section: 'Mute' });
    expect(text(result)).toBe('The menu is beside the name. Choose it there.');
  });

  test('the section that alone speaks of it, from the sentence that does', () => {
    const result = read('know');
    expect(result.section).toBe('What nobody knows');
    expect(text(result)).toBe('Whether they are told. Ask them.');
  });

  test('its answer where only its other words were found, which are not shown', () => {
    const result = read('delete', { ...guide, hits: new Set() });
    expect(result.section).toBe('');
    expect(text(result)).toBe('Start with the mildest. You can remove later.');
  });

  test('all its text, in order, whatever is marked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('remove', 'a', 'mute told'), (answer, typed) => {
        const page = pageFound('/a/', { title: 'A page', answer }, {});
        if (answer) expect(text(read(typed, page))).toBe(answer);
      }),
    );
  });
});

describe('synonyms.yaml', () => {
  test('gives each meaning stems of its own, so that no entry hides another', () => {
    const holders = new Map<string, string>();
    for (const [index, { ours, theirs }] of ownWords.groups.entries()) {
      for (const entry of [...ours, ...theirs].filter((one) => !one.includes(' '))) {
        const holder = `group ${index} (${ours.join(', ')})`;
        expect(holders.get(stem(entry)) ?? holder, `"${entry}"`).toBe(holder);
        holders.set(stem(entry), holder);
      }
    }
  });

  test('has no word that is both dropped and looked for', () => {
    const stopped = new Set(ownWords.stop);
    expect(ownWords.groups.flatMap(({ ours, theirs }) => [...ours, ...theirs].filter((entry) => stopped.has(entry)))).toEqual([]);
  });
});

test('first-things.yaml offers five things', () => {
  expect(writtenContent.firstThings).toHaveLength(5);
});
