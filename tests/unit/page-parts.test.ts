import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { partsOf, searchedBody } from '../../src/lib/search/page-parts.ts';

const page = (main: string) => searchedBody(parse(`<main data-pagefind-body><h1>Title</h1>${main}</main>`));

test('the tool that a page holds is not searched: without script it says only that it does not run', () => {
  const body = page('<lt-triage><p>It is not running.</p><template><p>Press Done.</p></template></lt-triage><p>What it is for.</p>');
  expect(body.textContent).not.toMatch(/running|Done/);
  expect(partsOf(body)).toEqual([{ id: '', heading: 'Title', texts: ['What it is for.'] }]);
});

test('who says what is searched with the whole text, and is none of the words that a part is known by', () => {
  const body = page('<h2 id="who">Who?</h2><p>They differ.</p><div class="positions"><p>Yes</p><ul><li>The Daily Example</li></ul></div>');
  expect(body.textContent).toContain('The Daily Example');
  expect(partsOf(body)[1]).toEqual({ id: 'who', heading: 'Who?', texts: ['They differ.'] });
});
