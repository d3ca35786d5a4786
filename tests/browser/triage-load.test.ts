/** What somebody brings to the page for sorting connections, and that nothing of it leaves. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { pageAt } from '../support/built-site.ts';
import { complaintsOf } from '../support/complaints.ts';
import { pathOf, site } from '../support/addresses.ts';
import { eventually, test } from '../support/browser-test.ts';
import { largeArchive, unknownColumns, wrongFiles } from '../support/archives.ts';
import { changeHtml } from '../support/served-differently.ts';
import {
  askedByWorker,
  madeUpZip,
  manyPeople,
  names,
  requestsOf,
  savedBy,
  triageOn,
  triagePath,
  workIn,
} from '../support/triage-on-page.ts';

const html = (): string => pageAt(triagePath).html;
const policyText = (): string => /http-equiv="content-security-policy" content="([^"]+)"/.exec(html())?.[1] ?? '';

describe('nothing leaves', () => {
  test('while a list is loaded, decided, saved and printed, not one request is made', async ({ page, context, complaints }) => {
    const tool = triageOn(page);
    await tool.open();
    await page.waitForLoadState('networkidle');
    const requests = requestsOf(context);
    await tool.load(madeUpZip());
    await tool.go('cards');
    for (const key of 'krflk') await tool.card.press(key);
    await tool.go('list');
    await tool.row('Fay Fiction').getByText('Remove', { exact: true }).click();
    await tool.go('queue');
    await tool.button('Done').click();
    await tool.go('save');
    const { text } = await savedBy(page, () => tool.button('Save decisions to a file').click());
    expect(workIn(text).decisions).toHaveLength(6);
    const table = await savedBy(page, () => tool.button('Save a table (CSV)').click());
    for (const name of names) expect(table.text).toContain(name);
    await page.pdf();
    await page.waitForLoadState('networkidle');
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test.for([`${site}/robots.txt`, 'https://collect.example/'])(
    'a worker that asks for %s is refused',
    async (address, { page, context }) => {
      await triageOn(page).open();
      const requests = requestsOf(context);
      expect(await askedByWorker(page, address)).toBe('refused');
      expect(requests).toEqual([]);
    },
  );

  test('so these tests see, and the policy stops, what a page without it would send', async ({ page, context }) => {
    await changeHtml(page, triagePath, (text) => text.replace("connect-src 'none'", "connect-src 'self'"));
    await triageOn(page).open();
    const requests = requestsOf(context);
    expect(await askedByWorker(page, `${site}/robots.txt`)).toBe('answered');
    expect(requests).toEqual([`${site}/robots.txt`]);
  });

  /** Whatever else a page could send by. */
  const sendByAllMeans = (page: Page): Promise<void> =>
    page.evaluate(async (origin) => {
      const add = (tag: string, given: Readonly<Record<string, string>>): HTMLElement => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
        document.body.append(element);
        return element;
      };
      add('img', { src: `${origin}/favicon.svg?img` });
      add('script', { src: `${origin}/robots.txt?script` });
      add('iframe', { src: `${origin}/about/?frame` });
      add('link', { rel: 'stylesheet', href: `${origin}/robots.txt?style` });
      navigator.sendBeacon(`${origin}/robots.txt?beacon`);
      await fetch(`${origin}/robots.txt?fetch`).catch(() => undefined);
      add('iframe', { name: 'sent-to' });
      (add('form', { action: `${origin}/search/`, method: 'post', target: 'sent-to' }) as HTMLFormElement).submit();
    }, site);

  test.for([true, false])('pictures, forms, frames and further scripts send nothing either: %s', async (isBound, { page, context }) => {
    if (!isBound) await changeHtml(page, triagePath, (text) => text.replace(/<meta http-equiv[^>]+>/, ''));
    await triageOn(page).open();
    const answered: string[] = [];
    // What is refused is told as a request too, but has no answer.
    context.on('response', (response) => answered.push(response.url()));
    await sendByAllMeans(page);
    await page.waitForLoadState('networkidle');
    if (isBound) expect(answered).toEqual([]);
    else
      for (const way of ['?img', '?script', '?frame', '?style', '?beacon', '?fetch', '/search/']) expect(answered.join(' ')).toContain(way);
    expect(pathOf(page.url())).toBe(triagePath);
  });

  test('the policy says so in words that can be read in the source', () => {
    const rules = Object.fromEntries(
      policyText()
        .split('; ')
        .map((rule) => [rule.split(' ', 1)[0] ?? '', rule.replace(/^\S+ /, '')] as const),
    );
    expect(rules).toMatchObject({
      'default-src': "'none'",
      'connect-src': "'none'",
      'form-action': "'none'",
      'img-src': 'data:',
      'worker-src': 'blob:',
    });
    expect(rules['script-src']).toMatch(/^('sha256-[\w+/=]+' ?)+$/);
    expect(policyText()).not.toMatch(/'self'|https?:|\*|unsafe/);
    expect(html()).not.toMatch(/<script[^>]* src=/);
  });

  test('the search in the header is a plain link', async ({ page }) => {
    await triageOn(page).open();
    const search = page.getByRole('banner').getByRole('link', { name: /Search/ });
    await search.click();
    await page.waitForURL('**/search/');
  });
});

describe('a zip as LinkedIn makes it', () => {
  test('dropped, one press and one key: the first decision', async ({ page, complaints }) => {
    const tool = triageOn(page);
    await tool.open();
    await tool.drop(madeUpZip());
    await tool.decideOneByOne();
    await page.keyboard.press('k');
    expect(await tool.said.textContent()).toBe('Ada Example: keep. Next: Ben Sample, Kite Tester, Northwind.');
    expect(complaints).toEqual([]);
  });

  test('chosen by the field, one press and one key: the same', async ({ page }) => {
    const tool = triageOn(page);
    // Asked for before, since the browser is told of it first.
    const choosing = page.waitForEvent('filechooser');
    await tool.open();
    await tool.field.click();
    const { name, bytes } = madeUpZip();
    await (await choosing).setFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) });
    await tool.decideOneByOne();
    await page.keyboard.press('r');
    expect(await tool.said.textContent()).toMatch(/^Ada Example: remove\. Next: Ben Sample/);
  });

  test('is told of: how many there are, what was read, and whose recommendation fits nobody', async ({ page }) => {
    const tool = triageOn(page);
    await tool.open();
    await tool.load(madeUpZip());
    const overview = tool.view('overview');
    expect(await overview.locator('.answer').textContent()).toBe('6 people.');
    await overview.getByText('What was read').click();
    expect(await overview.getByText(/^messages\.csv: /).isVisible()).toBe(true);
    const unmatched = overview.getByRole('heading', { name: 'Recommendations that fit no one name' }).locator('~ ul').first();
    expect(await unmatched.textContent()).toBe('Zoe Nobody (Imaginary Rail) recommended you');
  });
});

test.for(['an address book of LinkedIn', 'a part of a zip', 'a locked zip', 'a file of Excel', 'a PDF', 'connections of trains', 'a text'])(
  '%s is told with what and cure, and the page goes on',
  async (what, { page, complaints }) => {
    const tool = triageOn(page);
    await tool.open();
    await tool.drop(...(wrongFiles[what] ?? []));
    await eventually(() => tool.problem.textContent()).toMatch(/\S.+\. \S.+\./);
    expect(await tool.problem.locator('strong').textContent()).not.toBe('');
    await tool.load(madeUpZip());
    expect(await tool.problem.textContent()).toBe('');
    expect(complaints).toEqual([]);
  },
);

test('where no column is known, they are said by hand', async ({ page, complaints }) => {
  const tool = triageOn(page);
  await tool.open();
  await tool.drop(...unknownColumns);
  const column = (label: string) => tool.view('load').getByRole('combobox', { name: label });
  await column('First name, or the whole name').selectOption('1');
  await column('Last name').selectOption('');
  await column('Address of the profile').selectOption('3');
  await column('Company').selectOption('2');
  await column('Day you connected').selectOption('0');
  await tool.button('Read the file so').click();
  await tool.view('overview').waitFor();
  await tool.go('list');
  expect(await tool.row('Ada Example').textContent()).toContain('Connected 6 January 2024');
  expect(complaints).toEqual([]);
});

test('reading can be stopped, and another file read then', async ({ page }) => {
  const tool = triageOn(page);
  await tool.open();
  const large = largeArchive(20_000, 20_000);
  const { field } = tool;
  await field.setInputFiles({ name: large.name, mimeType: '', buffer: Buffer.from(large.bytes) });
  await tool.button('Cancel').click();
  expect(await tool.said.textContent()).toBe('Stopped. Nothing was loaded.');
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
  await tool.load(madeUpZip());
  expect(await tool.view('overview').locator('.answer').textContent()).toBe('6 people.');
});

test('a second list takes the place of the first, and what was decided stays', async ({ page }) => {
  const tool = triageOn(page);
  await tool.open();
  await tool.load(madeUpZip());
  await tool.go('cards');
  await tool.card.press('l');
  await tool.go('load');
  await tool.field.setInputFiles({ name: 'Connections.csv', mimeType: '', buffer: Buffer.from(manyPeople(3).bytes) });
  await eventually(() => tool.view('overview').locator('.answer').textContent()).toBe('3 people.');
  expect(await tool.view('overview').getByText('Of those you decided about, 1 person is not in this list').isVisible()).toBe(true);
});

test('the made-up people are there to try it with', async ({ page }) => {
  const complaints = await complaintsOf(page);
  const tool = triageOn(page);
  await tool.open();
  await tool.button(/^Try it/).click();
  await tool.view('overview').waitFor();
  expect(await tool.view('overview').locator('.answer').textContent()).toMatch(/^4\d\d people, and \d+ closed or hidden accounts/);
  expect(await tool.view('overview').textContent()).toContain('allows 30,000 connections, so room is no reason to remove anybody.');
  expect(complaints).toEqual([]);
});
