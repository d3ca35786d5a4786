/** How much pressing it takes to decide about everybody, for somebody who looks at each before. */
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { sampleFiles } from '../../src/islands/triage/sample.ts';
import { file, zip } from '../support/archives.ts';
import { test } from '../support/browser-test.ts';
import { triageOn } from '../support/triage-on-page.ts';

/** Whom one decides about one by one, and so with a press for each, of those of whom the files say something. */
const singleCards = 150;

test('3,000 people are decided about in fewer than 400 presses, nobody unseen', async ({ page, complaints }) => {
  const tool = triageOn(page);
  const overview = tool.view('overview');
  const list = tool.view('list');
  await tool.open();
  await tool.load(
    zip(
      'Complete.zip',
      sampleFiles(3000).map(({ name, text }) => file(name, text)),
    ),
  );
  const total = Number((await overview.locator('.answer').textContent())?.replace(',', '').match(/^\d+/)?.[0]);
  expect(total).toBeGreaterThan(2_900);

  let presses = 0;
  let confirmed = 0;
  const press = async (control: Locator): Promise<void> => {
    await control.click();
    presses += 1;
  };
  const go = async (name: 'overview' | 'list' | 'cards'): Promise<void> => {
    await tool.go(name);
    presses += 1;
  };
  /** One to open the list of choices, one to choose. */
  const choose = async (label: string, value: string): Promise<void> => {
    await list.getByRole('combobox', { name: label }).selectOption(value);
    presses += 2;
  };
  /** The question says of how many: as many as the list says, of whom the first page has been seen. */
  const decideForAll = async (label: string): Promise<void> => {
    const group = list.locator('.group');
    const said = await group.locator('> b').textContent();
    const many = /all ([\d,]+) p/.exec(said ?? '')?.[1] ?? '';
    if (many === '0' || !said) return;
    expect(await list.locator('> [role=status]').textContent()).toMatch(new RegExp(`^${many} p`));
    await press(group.getByRole('button', { name: label, exact: true }));
    await press(group.getByRole('button', { name: new RegExp(`^${label}: ${many} p`) }));
    confirmed += Number(many.replace(',', ''));
  };

  // What the rules say with a reason: each seen in its list.
  for (const [rule, label] of [
    ['Both of you wrote', 'Keep'],
    ['One of you recommended the other', 'Never touch'],
    ['One of you endorsed the other', 'Keep'],
    ['You invited them with a note', 'Keep'],
  ] as const) {
    await press(overview.locator('.rules li', { hasText: rule }).getByRole('button'));
    await list.waitFor();
    await decideForAll(label);
    await go('overview');
  }

  // Those who alone wrote, one by one: that is worth a look at each.
  await press(overview.locator('.rules li', { hasText: 'Only they wrote' }).getByRole('button'));
  await list.waitFor();
  await go('cards');
  let single = 0;
  while (single < singleCards && (await tool.who.textContent()) !== 'All of them are decided') {
    await page.keyboard.press('kfrl'.charAt(single % 4));
    presses += 1;
    single += 1;
  }
  expect(single).toBeGreaterThan(50);

  // The others by company, and where there is none, by year.
  await go('overview');
  await press(overview.getByRole('button', { name: /^Undecided/ }));
  await list.waitFor();
  const valuesOf = (label: string): Promise<string[]> =>
    list
      .getByRole('combobox', { name: label })
      .evaluate((choice) => Array.from((choice as HTMLSelectElement).options, ({ value }) => value));
  const companies = (await valuesOf('Company')).filter((value) => value !== '' && value !== '=');
  for (const [at, company] of companies.entries()) {
    await choose('Company', company);
    await decideForAll(['Keep', 'Unfollow', 'Look again', 'Remove'][at % 4] ?? '');
  }
  await choose('Company', '');
  for (const year of (await valuesOf('Connected in')).filter(Boolean)) {
    await choose('Connected in', year);
    await decideForAll(Number(year) < 2015 ? 'Unfollow' : 'Look again');
  }

  await go('overview');
  await overview.getByRole('listitem').filter({ hasText: /^Keep/ }).first().waitFor();
  expect(await overview.getByRole('button', { name: /^Undecided/ }).count()).toBe(0);
  expect(confirmed + single).toBe(total);
  expect(presses).toBeLessThan(400);
  console.log(`${total} people decided about in ${presses} presses, ${single} of them one by one`);
  expect(complaints).toEqual([]);
});
