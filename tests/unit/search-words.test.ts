/** What is made of what people type: which words it holds, what they mean, which say nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stem, Vocabulary, wordsOf } from '../../src/islands/search/words.ts';
import { writtenContent } from '../support/written-content.ts';

const ownWords = writtenContent.searchWords;
const own = new Vocabulary({ ...ownWords, groups: ownWords.groups.map((group) => ({ first: '', ...group })) });

const vocabulary = new Vocabulary({
  groups: [
    { ours: ['remove'], theirs: ['delete', 'unfriend', 'get rid', 'get rid of'], first: '' },
    { ours: ['told', 'notice'], theirs: ['know', 'remove me'], first: '' },
    { ours: ['connection'], theirs: ['contact'], first: '' },
    { ours: ['bother'], first: 'decide/first-aid', theirs: ['harass', 'keeps message'] },
    { ours: ['message'], theirs: ['dm'], first: '' },
  ],
  direction: [
    ['me', 'was i'],
    ['they', 'he', 'she'],
  ],
  stop: ['a', 'i', 'how', 'do', 'did', 'of', 'what', 'is', 'it', 'the', 'my', 'to'],
});

/** Each term as it is compared. */
const keys = (typed: string, isUnfinished = false) => vocabulary.termsOf(typed, isUnfinished).map((term) => term.keys.join(' '));
const typedIn = (typed: string) => vocabulary.termsOf(typed).map((term) => term.typed);

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

  test('have a stem of letters, whatever they are', () => {
    for (const word of ['constructor', 'toString', '__proto__', 'hasownproperty', 's', 'es', 'ly']) {
      expect(typeof stem(word)).toBe('string');
      expect(stem(word)).not.toBe('');
    }
  });
});

describe('a question', () => {
  test('loses the words that say nothing', () => {
    expect(typedIn('How do I remove a connection?')).toEqual(['remove', 'connection']);
    expect(typedIn('what is it')).toEqual([]);
  });

  test('is compared as typed, and in our words', () => {
    expect(keys('unfriended a contact')).toEqual(['unfriend =remove', 'contact =connection']);
    expect(keys('removes connections')).toEqual(['remov =remove', 'connect =connection']);
  });

  test('may hold several words that mean one thing, the longest of them', () => {
    expect(typedIn('getting rid of the contacts')).toEqual(['getting rid of', 'contacts']);
    expect(keys('getting rid of the contacts')).toEqual(['=remove', 'contact =connection']);
    expect(keys('get rid')).toEqual(['=remove']);
    // Two of three are something else.
    expect(typedIn('get of rid')).toEqual(['get', 'rid']);
  });

  test('about oneself means something else, in all words of a group', () => {
    expect(keys('unfriend me')).toEqual(['=told', '=0']);
    expect(keys('unfriend them')).toEqual(['unfriend =remove', 'them']);
  });

  test('says who does it, apart from what is done', () => {
    const terms = vocabulary.termsOf('he removed it, was I told');
    expect(terms.map(({ typed, isRole }) => [typed, isRole])).toEqual([
      ['he', true],
      ['removed', false],
      ['was i', true],
      ['told', false],
    ]);
    // He and she are one.
    expect(keys('he')).toEqual(keys('she'));
    expect(keys('he')).not.toEqual(keys('me'));
  });

  test('of fear names the page that comes first, for a word and for several', () => {
    expect(vocabulary.termsOf('harassed').map(({ first }) => first)).toEqual(['/decide/first-aid/']);
    expect(vocabulary.termsOf('he keeps sending DMs').some(({ first }) => first)).toBe(false);
    // "dm" stands for the whole group of "message".
    expect(vocabulary.termsOf('keeps DMs').map(({ first }) => first)).toEqual(['/decide/first-aid/']);
    expect(vocabulary.termsOf('remove').map(({ first }) => first)).toEqual([undefined]);
  });

  test('half typed is understood as what it may become, at its end alone', () => {
    expect(keys('unfri', true)).toEqual(['unfri =remove']);
    expect(keys('unfri')).toEqual(['unfri']);
    expect(keys('unfri contact', true)).toEqual(['unfri', 'contact =connection']);
    // Of too few letters anything could come.
    expect(keys('unf', true)).toEqual(['unf']);
  });

  test('of nothing asks for nothing', () => {
    for (const nothing of ['', '  ', '?!', '“”']) expect(vocabulary.termsOf(nothing, true)).toEqual([]);
  });

  test('may hold words that every object has', () => {
    expect(keys('constructor toString __proto__ hasOwnProperty', true)).toEqual(['constructor', 'tostr', 'proto', 'hasownpropert']);
  });

  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom('get', 'rid', 'of', 'remove', 'me', 'was', 'i', 'keeps', 'message', 'the', 'unfri', 'constructor', ','))
      .map((words) => words.join(' ')),
  );

  test('whatever it is, is taken apart, and the same when its words are read again', () => {
    for (const words of [vocabulary, own]) {
      fc.assert(
        fc.property(typed, fc.boolean(), (text, isUnfinished) => {
          const terms = words.termsOf(text, isUnfinished);
          expect(words.termsOf(wordsOf(text).join(' '), isUnfinished)).toEqual(terms);
          for (const term of terms) {
            expect(term.typed).toBe(wordsOf(term.typed).join(' '));
            expect(term.keys.filter((key) => !key)).toEqual([]);
            expect(term.keys.length).toBeGreaterThan(0);
          }
        }),
      );
    }
  });

  test('whatever it is, is found by a text that says the same', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const held = new Set(vocabulary.keysOf(text));
        expect(vocabulary.termsOf(text).flatMap((term) => term.keys.filter((key) => !held.has(key)))).toEqual([]);
      }),
    );
  });
});

describe('a text', () => {
  test('is found by each of its words too, where several in a row mean one thing', () => {
    expect(vocabulary.keysOf('Getting rid of a contact').sort()).toEqual(['=connection', '=remove', 'contact', 'get', 'rid'].sort());
  });

  test('is found by each key once, and not by words that say nothing', () => {
    expect(vocabulary.keysOf('What is it? Remove it, removed it.')).toEqual(['remov', '=remove']);
  });
});

describe('synonyms.yaml', () => {
  const places = [
    ...ownWords.groups.map(({ ours, theirs }) => ({ name: `the group of ${ours[0] ?? ''}`, entries: [...ours, ...theirs] })),
    ...ownWords.direction.map((entries, role) => ({ name: `direction ${role}`, entries })),
  ];

  test('gives each meaning stems of its own, so that no entry hides another', () => {
    const holders = new Map<string, string>();
    for (const { name, entries } of places) {
      for (const entry of entries.filter((one) => !one.includes(' '))) {
        expect(holders.get(stem(entry)) ?? name, `"${entry}"`).toBe(name);
        holders.set(stem(entry), name);
      }
    }
  });

  test('gives each row of words one meaning, whatever stands for its words', () => {
    for (const { name, entries } of places)
      for (const entry of entries.filter((one) => one.includes(' '))) {
        const [whole] = own.termsOf(entry);
        expect(whole?.typed, `"${entry}" of ${name}`).toBe(entry);
      }
  });

  test('has no word that is both dropped and looked for', () => {
    const stopped = new Set(ownWords.stop);
    expect(places.flatMap(({ entries }) => entries.filter((entry) => stopped.has(entry)))).toEqual([]);
  });

  test('puts the first aid first for words of fear', () => {
    for (const typed of ['harassed', 'creep keeps messaging me', 'stalking', 'he wont stop', 'I am scared', 'blackmailing']) {
      expect(
        own.termsOf(typed).map(({ first }) => first),
        typed,
      ).toContain('/decide/someone-is-bothering-me/');
    }
    for (const typed of ['remove a connection', 'will they know', 'block someone', 'message them'])
      expect(own.termsOf(typed).filter(({ first }) => first)).toEqual([]);
  });
});

test('first-things.yaml offers five things', () => {
  expect(writtenContent.firstThings).toHaveLength(5);
});
