/** Which known answers answer what is typed, and in which order: on a small file of things that nobody wrote. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KnownAnswers, slugOf, type Answer, type KnownAnswersFile } from '../../src/islands/search/known-answers.ts';
import { kinds, type Kind } from '../../src/islands/search/result.ts';
import { maxResults } from '../../src/islands/search/weights.ts';

const words = {
  groups: 'mend:repair,fix,put right:\nbicycle:bike,cycle:\ndanger:afraid,gives chase:help/danger',
  direction: 'me\nthey,he,she',
  stop: 'a,the,how,do,i,my,of,what,is,can,to',
};

interface Entry {
  readonly url: string;
  readonly title: string;
  readonly kind?: string;
  readonly sentence?: string;
  readonly names?: readonly string[];
  readonly text?: string;
  readonly guide?: string;
}

/** The file as the build writes it. */
function fileOf(entries: readonly Entry[]): KnownAnswersFile {
  const column = (of: (entry: Entry) => string): string => entries.map(of).join('\n');
  return {
    ...words,
    kinds: column(({ kind = 'guide' }) => kind),
    urls: column(({ url }) => url),
    titles: column(({ title }) => title),
    sentences: column(({ sentence = '' }) => sentence),
    names: column(({ names = [] }) => names.join('|')),
    texts: column(({ text = '' }) => text),
    guides: column(({ guide = '' }) => guide),
  };
}

const site = new URL('https://example.org/base/');
const known = (entries: readonly Entry[], firstThings: readonly string[] = []) => new KnownAnswers(fileOf(entries), site, firstThings);
const order = (entries: readonly Entry[], typed: string, kind?: Kind, firstThings: readonly string[] = []): string[] =>
  known(entries, firstThings)
    .answer(typed, kind)
    .results.map(({ url }) => url.replace('/base', ''));

/** Things among which those of a test stand, so that what is rare is rare. */
const others: readonly Entry[] = ['kettle', 'ladder', 'hammer', 'window', 'curtain', 'garden'].map((thing) => ({
  url: `/others/${thing}/`,
  title: `Clean the ${thing}`,
  sentence: `Water for the ${thing}.`,
}));

describe('of two answers goes first', () => {
  test('the one that has the words in its title, then in another name, then in what it says', () => {
    const entries = [
      { url: '/a/said/', title: 'Something', sentence: 'You oil the chain.' },
      { url: '/a/alias/', title: 'Something', names: ['chain'] },
      { url: '/a/title/', title: 'Chain' },
      ...others,
    ];
    expect(order(entries, 'chain')).toEqual(['/a/title/', '/a/alias/', '/a/said/']);
  });

  test('the one of which one name fits best, and not the one of which many fit somewhat', () => {
    const entries = [
      {
        url: '/a/many/',
        title: 'Chain, wheel, saddle and lamp',
        names: ['chain and wheel and lamp', 'the chain behind a saddle', 'wheel of a chain'],
      },
      { url: '/a/best/', title: 'Something', names: ['chain'] },
      ...others,
    ];
    expect(order(entries, 'chain')[0]).toBe('/a/best/');
  });

  test('the one that speaks of all that was asked for', () => {
    const entries = [
      { url: '/a/half/', title: 'Chain' },
      { url: '/a/all/', title: 'Wheels, lamps and what else there is', names: ['chain of a saddle'] },
      ...others,
    ];
    expect(order(entries, 'chain saddle')[0]).toBe('/a/all/');
    expect(order(entries, 'chain')[0]).toBe('/a/half/');
    const apart = [
      { url: '/a/half/', title: 'Chain', sentence: 'A chain has links.', text: 'chain' },
      { url: '/a/all/', title: 'Wheels, lamps, bells and a chain', sentence: 'Raise the saddle.' },
      ...others,
    ];
    expect(order(apart, 'chain saddle')[0]).toBe('/a/all/');
    expect(order(apart, 'chain')[0]).toBe('/a/half/');
  });

  test('the one of which one name says it all, and not the one of which each name says a part', () => {
    const entries = [
      { url: '/a/parts/', title: 'Chain', names: ['saddle'] },
      { url: '/a/one/', title: 'Something', names: ['whether a chain fits to my old saddle'] },
      ...others,
    ];
    expect(order(entries, 'chain saddle')[0]).toBe('/a/one/');
  });

  test('the one that speaks of what few speak of', () => {
    const entries = [
      { url: '/a/rare/', title: 'All there is to be said of bells, lamps, wheels, pumps', sentence: 'Also of what a saddle is.' },
      { url: '/a/usual/', title: 'Clean', names: ['clean water'], sentence: 'Clean water.' },
      ...others,
    ];
    expect(order(entries, 'clean saddle')[0]).toBe('/a/rare/');
  });

  test('the guide, of a guide and its checklist', () => {
    const entries = [{ url: '/checklists/chain/', title: 'Chain', kind: 'checklist' }, { url: '/a/chain/', title: 'Chain' }, ...others];
    expect(order(entries, 'chain')).toEqual(['/a/chain/', '/checklists/chain/']);
  });

  test('what most people come for, among equals', () => {
    const entries = [{ url: '/a/one/', title: 'Chain' }, { url: '/a/two/', title: 'Chain' }, ...others];
    expect(order(entries, 'chain')).toEqual(['/a/one/', '/a/two/']);
    expect(order(entries, 'chain', undefined, ['/a/two/'])).toEqual(['/a/two/', '/a/one/']);
  });
});

describe('a page', () => {
  const page = [
    { url: '/a/', title: 'Care for a bicycle', sentence: 'Now and then.' },
    { url: '/a/#', title: 'The chain!', sentence: 'Oil it.' },
    { url: '/a/#own-id', title: 'Chain and saddle', sentence: 'Oil neither.' },
    ...others,
  ];

  test('is one result, at the place that answers', () => {
    expect(order(page, 'chain')).toEqual(['/a/#the-chain']);
    expect(order(page, 'chain saddle')).toEqual(['/a/#own-id']);
    expect(order(page, 'bicycle')).toEqual(['/a/']);
  });

  test('is named by its title, with the heading of the place, below any base path', () => {
    expect(known(page).answer('chain').results[0]).toMatchObject({
      url: '/base/a/#the-chain',
      title: 'Care for a bicycle',
      section: 'The chain!',
      kind: 'guide',
    });
    expect(known(page).answer('bicycle').results[0]).toMatchObject({ url: '/base/a/', title: 'Care for a bicycle', section: '' });
  });

  test('shows what it says, with what was asked for highlighted in whatever words', () => {
    const [result] = known([{ url: '/a/', title: 'Repairs', sentence: 'Mending is slow.' }, ...others]).answer('fixed').results;
    expect(result?.text).toEqual([
      { text: 'Mending', hit: true },
      { text: ' is slow.', hit: false },
    ]);
  });
});

describe('a question', () => {
  const question = {
    url: '/questions/#squeak',
    title: 'Why does my chain squeak?',
    kind: 'question',
    sentence: 'It is dry.',
    names: ['noise'],
    guide: '/a/care/',
  };
  const entries = [
    question,
    { url: '/a/care/', title: 'Care' },
    { url: '/a/other/', title: 'Music', sentence: 'Some call it noise.' },
    ...others,
  ];

  test('speaks for the guide that has more, and links it', () => {
    expect(order(entries, 'noise')).toEqual(['/questions/#squeak', '/a/care/', '/a/other/']);
    expect(order(entries.slice(1), 'noise')).toEqual(['/a/other/']);
    expect(known(entries).answer('squeak').results[0]?.guide).toEqual({ url: '/base/a/care/', title: 'Care' });
  });

  test('and a guide are none of the other’s kind', () => {
    expect(order(entries, 'noise', 'question')).toEqual(['/questions/#squeak']);
    expect(order(entries, 'noise', 'guide')).toEqual(['/a/other/']);
    expect(order(entries, 'noise', 'tip')).toEqual([]);
  });

  test('is one of several on its page, where questions were chosen', () => {
    const more = [...entries, { ...question, url: '/questions/#rattle', title: 'Why does my chain rattle?' }];
    expect(order(more, 'chain', 'question').sort()).toEqual(['/questions/#rattle', '/questions/#squeak']);
    expect(order(more, 'chain').filter((url) => url.startsWith('/questions/'))).toHaveLength(1);
  });
});

describe('words', () => {
  const entries: Entry[] = [
    { url: '/a/', title: 'Mend a bicycle', text: 'spoke' },
    { url: '/b/', title: 'Saddle', sentence: 'Up to 30,000 of them.' },
    { url: '/c/', title: 'Will they ring the bell?' },
    { url: '/d/', title: 'Who rings me?' },
    { url: '/names/#n', title: 'Names', kind: 'button', names: ['reparieren', 'saddelero'] },
    ...others,
  ];

  test('of the same meaning find the same', () => {
    for (const typed of ['mend bicycle', 'repair my bike', 'fixing cycles', 'how do I put right a bike?'])
      expect(order(entries, typed)[0]).toBe('/a/');
  });

  test('find what stands in the text alone', () => {
    expect(order(entries, 'spokes')).toEqual(['/a/']);
  });

  test('are found half typed, at the end alone', () => {
    for (const typed of ['m', 'men', 'mend', 'mendi', 'mendin', 'mending']) expect(order(entries, typed), typed).toContain('/a/');
    expect(order(entries, 'mending bicy')).toContain('/a/');
    expect(known(entries).answer('sadd bicycle').corrected).toBe(undefined);
    expect(known(entries).answer('sadd bicycle').unknown).toEqual(['sadd']);
  });

  test('of another language are no words that others begin', () => {
    expect(order(entries, 'repar')).not.toContain('/names/#n');
    expect(order(entries, 'reparieren')).toEqual(['/names/#n']);
    expect(order(entries, 'saddel')).not.toContain('/names/#n');
  });

  test('that say who does it are never all that is asked, and need not be known', () => {
    const answer = known(entries).answer('he mends bicycles');
    expect(answer.results[0]?.url).toBe('/base/a/');
    expect(answer.asked).toEqual(['mends', 'bicycles']);
    expect(known(others).answer('she cleans ladders').unknown).toEqual([]);
    expect(order(entries, 'they ring')[0]).toBe('/c/');
    expect(order(entries, 'ring me')[0]).toBe('/d/');
  });

  test('that are numbers are found, and need not be', () => {
    expect(order(entries, '30000')).toEqual(['/b/']);
    expect(order(entries, '30.000')).toEqual(['/b/']);
    const answer = known(entries).answer('mend 3 bicycles in 2031');
    expect(answer.unknown).toEqual(['in']);
    expect(known(entries).answer('mend 3 bicycles 2031')).toMatchObject({ unknown: [], asked: ['mend', 'bicycles'] });
  });

  test('that every object has are words like others', () => {
    for (const typed of ['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf'])
      expect(known(entries).answer(typed)).toMatchObject({ results: [], corrected: undefined });
    expect(order([{ url: '/a/', title: 'The constructor' }, ...others], 'constructor')).toEqual(['/a/']);
  });

  test('beyond twenty are not read', () => {
    expect(known(entries).answer('mend '.repeat(30)).asked).toHaveLength(20);
  });
});

describe('a word that nothing holds', () => {
  const entries = [{ url: '/a/', title: 'Mend a bicycle' }, { url: '/b/', title: 'Saddle' }, ...others];
  const answer = (typed: string): Answer => known(entries).answer(typed);

  test('is named', () => {
    expect(answer('xyzzy')).toMatchObject({ results: [], unknown: ['xyzzy'], corrected: undefined, asked: ['xyzzy'] });
  });

  test('leaves what is left, where that is most of what was asked', () => {
    expect(answer('mend bicycle xyzzy').results.length).toBeGreaterThan(0);
    expect(answer('mend bicycle xyzzy').unknown).toEqual(['xyzzy']);
    expect(answer('mend xyzzy')).toMatchObject({ results: [], unknown: ['xyzzy'] });
    expect(answer('mend bicycle xyzzy plugh').results).toEqual([]);
  });

  test('is what one is near to: a letter too many, too few, another, or two swapped', () => {
    for (const typed of ['bicyle', 'biccycle', 'bicucle', 'bicylce'])
      expect(answer(typed), typed).toMatchObject({ corrected: 'bicycle', unknown: [] });
    expect(answer('bicyle').results[0]?.url).toBe('/base/a/');
    expect(answer('mend my bicyle')).toMatchObject({ corrected: 'mend my bicycle', asked: ['mend', 'bicycle'] });
  });

  test('is left alone where it is short, begins otherwise, or is far from all', () => {
    for (const typed of ['mand', 'xaddle', 'sxddxx', 'weather']) expect(answer(typed).corrected, typed).toBeUndefined();
  });

  test('is no better known for another that was corrected', () => {
    expect(answer('mend bicyle').results.length).toBeGreaterThan(0);
    expect(answer('mend bicyle xyzzy')).toMatchObject({ results: [], unknown: ['xyzzy'] });
  });
});

describe('words of fear', () => {
  const entries = [
    { url: '/help/danger/', title: 'Somebody frightens me', sentence: 'Go where others are.' },
    { url: '/a/', title: 'Is a bicycle a danger?', names: ['gives chase', 'afraid of danger'] },
    { url: '/checklists/danger/', title: 'Danger', kind: 'checklist' },
    ...others,
  ];

  test('put the page for them first, at its top, whatever fits better', () => {
    for (const typed of ['danger', 'afraid of a bicycle', 'he gives chase', 'the danger of a ladder']) {
      expect(order(entries, typed)[0], typed).toBe('/help/danger/');
      expect(new Set(order(entries, typed)).size).toBe(order(entries, typed).length);
    }
  });

  test('do so for the guide’s kind alone', () => {
    expect(order(entries, 'danger', 'guide')[0]).toBe('/help/danger/');
    expect(order(entries, 'danger', 'checklist')).toEqual(['/checklists/danger/']);
  });

  test('are private, as what is left of them is', () => {
    expect(known(entries).answer('he gives chase').isPrivate).toBe(true);
    expect(known(entries).answer('danger', 'checklist').isPrivate).toBe(true);
    expect(known(entries).answer('bicycle').isPrivate).toBe(false);
  });

  test('come first among words that nothing holds, too', () => {
    expect(order(entries, 'afraid xyzzy plugh')).toEqual(['/help/danger/']);
  });
});

describe('whatever is typed', () => {
  const entries: Entry[] = [
    { url: '/a/', title: 'Mend a bicycle', names: ['repair', 'fix my bike'] },
    ...Array.from({ length: 12 }, (_, at) => ({
      url: `/questions/#q${at}`,
      title: `Mend ${at} bicycles?`,
      kind: 'question',
      guide: '/a/',
      sentence: 'Yes.',
    })),
    ...Array.from({ length: 12 }, (_, at) => ({ url: `/page-${at}/`, title: `Mend the chain ${at}`, kind: at % 2 ? 'guide' : '' })),
    { url: '/help/danger/', title: 'Somebody frightens me' },
    ...others,
  ];
  const all = known(entries);
  const urls = new Set(entries.map(({ url }) => `/base${url}`));
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom('mend', 'bike', 'bicyle', 'gives chase', 'afraid', 'he', 'me', '3', 'the', 'constructor', 'x', 'chai'))
      .map((some) => some.join(' ')),
  );

  test('is answered by few results that are there, each once, and of the kind that was chosen', () => {
    fc.assert(
      fc.property(typed, fc.option(fc.constantFrom(...kinds), { nil: undefined }), (text, kind) => {
        const { results } = all.answer(text, kind);
        const found = results.map(({ url }) => url);
        expect(found.length).toBeLessThanOrEqual(maxResults);
        expect(found.filter((url) => !urls.has(url))).toEqual([]);
        const places = kind ? found : found.map((url) => url.replace(/#.*/, ''));
        expect(new Set(places).size).toBe(places.length);
        if (kind) expect(results.filter((result) => result.kind !== kind)).toEqual([]);
        expect(all.answer(text, kind)).toEqual(all.answer(text, kind));
      }),
    );
  });

  test('shows all of what an answer says, whatever is highlighted', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[^\n]*$/u), (sentence) => {
        const [result] = known([{ url: '/a/', title: 'Chain', sentence }, ...others]).answer('chain mend').results;
        if (result) expect(result.text.map(({ text }) => text).join('')).toBe(sentence);
      }),
    );
  });
});

test('the id that follows from a heading is the one that most headings get', () => {
  expect(slugOf('What if LinkedIn stops my invitations?')).toBe('what-if-linkedin-stops-my-invitations');
  expect(slugOf('Why “Follow”, and not Connect?')).toBe('why-follow-and-not-connect');
  expect(slugOf('Über 2nd-degree')).toBe('über-2nd-degree');
});
