import { expect, test } from 'vitest';
import { lineOfField } from '../../src/lib/written/field-lines.ts';

const list = `title: A list
# steps: none
steps:
  - id: open-menu
    action: Choose.
    expect: |
      id: nothing
      A menu.
  -
    id: look
    near: [one, two]
retired:
- old
- older
`;

test.each([
  ['title', 1],
  ['steps', 3],
  ['steps.0', 4],
  ['steps.open-menu', 4],
  ['steps.open-menu.action', 5],
  ['steps.0.expect', 6],
  ['steps.1.id', 10],
  ['steps.look.near', 11],
  ['steps.look.near.1', 11],
  ['steps.0.undo', 4],
  ['retired.1', 14],
  ['finish', undefined],
  ['whole file', undefined],
])('%s stands in line %s', (field, line) => {
  expect(lineOfField(list, field)).toBe(line);
});

test('in a list without a name', () => {
  const journey = '- id: remove\n  title: Remove\n  guides:\n    - one\n- id: decide\n  title: Decide\n';
  expect(lineOfField(journey, '1.title')).toBe(6);
  expect(lineOfField(journey, 'remove.guides')).toBe(3);
});

test('in the fields above a text, and not in the text', () => {
  const text = '---\ntitle: A\nrests: [b]\n---\n\nguide: is no field here\n';
  expect(lineOfField(text, 'rests.0')).toBe(3);
  expect(lineOfField(text, 'guide')).toBeUndefined();
});
