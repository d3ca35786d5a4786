import { close, createIndex } from 'pagefind';
import { afterAll, expect, test } from 'vitest';
import { inFixedOrder, type IndexFile } from '../../src/lib/search/fixed-order.ts';

afterAll(close);

async function indexOf(kinds: readonly string[]): Promise<IndexFile[]> {
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind did not start');
  for (const kind of kinds) {
    await index.addCustomRecord({
      url: `/${kind}`,
      language: 'en',
      content: `hello ${kind}`,
      meta: { title: kind, kind },
      filters: { kind: [kind] },
    });
  }
  return (await index.getFiles()).files;
}

test('an index made twice is the same, byte for byte', async () => {
  const kinds = ['guide', 'tip', 'evidence', 'question', 'checklist', 'name', 'page', 'word'];
  const [one, other] = [await indexOf(kinds), await indexOf(kinds)];
  const named = ({ path }: IndexFile): string => path;
  // Of eight values there are 40,320 orders.
  expect(one.map(named).sort()).not.toEqual(other.map(named).sort());
  const bytes = (files: readonly IndexFile[]) =>
    new Map(inFixedOrder(files).map(({ path, content }) => [path, Buffer.from(content).toString('base64')]));
  expect(bytes(one)).toEqual(bytes(other));
});

test('an index in another form is refused', () => {
  expect(() => inFixedOrder([{ path: 'filter/en_1234567.pf_filter', content: Buffer.from('plain') }])).toThrow();
});
