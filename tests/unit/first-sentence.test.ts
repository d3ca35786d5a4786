import { expect, test } from 'vitest';
import { firstSentence } from '../../src/lib/evidence/first-sentence.ts';

test.each([
  ['Three guides agree, one of 2026. LinkedIn’s own page was not read.', 'Three guides agree, one of 2026.'],
  ['Advice. No study tested it. Nobody will.', 'Advice. No study tested it.'],
  ['One text, and it says “nobody.” So we think.', 'One text, and it says “nobody.”'],
  ['From {ui:more}, e.g. in the list of version 2.0 and later.', 'From {ui:more}, e.g. in the list of version 2.0 and later.'],
  ['LinkedIn says so of it all.', 'LinkedIn says so of it all.'],
  ['No full stop', 'No full stop'],
])('of "%s" it is "%s"', (text, first) => {
  expect(firstSentence(text)).toBe(first);
});
