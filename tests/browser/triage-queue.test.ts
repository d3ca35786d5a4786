/** The queue of the page for sorting connections: one name after the other, by hand. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { eventually, test } from '../support/browser-test.ts';
import { complaintsOf } from '../support/complaints.ts';
import { keptIn, madeUpZip, manyPeople, triageOn, type TriageOnPage } from '../support/triage-on-page.ts';
import type { ArchiveFile } from '../support/archives-read.ts';

/** The queue, with everybody in it to be removed. */
async function openQueue(page: Page, file: ArchiveFile): Promise<TriageOnPage> {
  const tool = triageOn(page);
  await tool.open();
  await tool.load(file);
  await tool.go('list');
  await tool.decideForAll('Remove');
  await tool.go('queue');
  return tool;
}

/** How many are done, as far as the browser's storage knows. */
const keptAsDone = async (page: Page): Promise<number> => ((await keptIn(page))['loose-ties:triage']?.match(/"done":/g) ?? []).length;

const place = (tool: TriageOnPage): Promise<string | null> => tool.view('queue').locator('.place').textContent();

test('unfollows come first, then removals, each with the newest connection first, and with what helps to find them', async ({
  page,
  complaints,
}) => {
  const tool = triageOn(page);
  await tool.open();
  await tool.load(madeUpZip());
  await tool.decideOneByOne();
  for (const key of 'rrfkff') await page.keyboard.press(key);
  await tool.go('queue');
  const turns = [];
  for (let at = 0; at < 5; at += 1) {
    turns.push(await tool.turn.textContent());
    await tool.button('Done').click();
  }
  expect(turns).toEqual([
    'Unfollow Chidi Placeholder',
    'Unfollow Emil Testcase',
    'Unfollow Fay Fiction',
    'Remove Ada Example',
    'Remove Ben Sample',
  ]);
  expect(await tool.turn.textContent()).toBe('All are done');
  expect(await place(tool)).toBe('5 done, none left.');
  await tool.button(/^Undo/).click();
  expect(await tool.turn.textContent()).toBe('Remove Ben Sample');
  expect(await tool.card.or(tool.view('queue').locator('.warns')).last().textContent()).toMatch(/^They recommended you/);
  expect(await tool.view('queue').locator('.facts').textContent()).toBe(
    'Connected 6 January 2023: LinkedIn’s list shows that day on the card.',
  );
  expect(complaints).toEqual([]);
});

test('the name is copied, LinkedIn’s list opens in a tab of its own that knows nothing of this page, and a visit to a profile is warned of', async ({
  openContext,
}) => {
  const context = await openContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const own = await context.newPage();
  const tool = await openQueue(own, madeUpZip());
  await tool.button('Copy the name').click();
  const queue = tool.view('queue');
  await queue.getByText('Copied: Ada Example').waitFor();
  expect(await own.evaluate(() => navigator.clipboard.readText())).toBe('Ada Example');
  const links = await queue
    .locator('.card a')
    .evaluateAll((all) => all.map((link) => [(link as HTMLAnchorElement).href, link.getAttribute('target'), link.getAttribute('rel')]));
  expect(links).toEqual([
    ['https://www.linkedin.com/mynetwork/invite-connect/connections/', '_blank', 'external noopener noreferrer'],
    ['https://www.linkedin.com/in/ada-fictional-0', '_blank', 'external noopener noreferrer'],
  ]);
  const profile = queue.getByRole('link', { name: 'Open this person’s profile' });
  expect(await profile.isVisible()).toBe(false);
  await queue.getByText('Two people share the name?').click();
  expect(await profile.locator('xpath=..').textContent()).toContain('Your visit may show');
});

test('a skipped one comes back when they are taken up, one who is kept after all does not, and each step is taken back', async ({
  page,
}) => {
  const tool = await openQueue(page, madeUpZip());
  await tool.button('Skip').click();
  expect(await tool.said.textContent()).toBe('Ada Example: skip. Next: Ben Sample.');
  await tool.button('Keep after all').click();
  expect(await tool.turn.textContent()).toBe('Remove Chidi Placeholder');
  await tool.button(/^Undo/).click();
  expect(await tool.turn.textContent()).toBe('Remove Ben Sample');
  expect(await tool.said.textContent()).toBe('Undone: keep for Ben Sample. Next: Ben Sample.');
  await tool.button('Keep after all').click();
  for (let at = 0; at < 4; at += 1) await tool.button('Done').click();
  expect(await tool.turn.textContent()).toBe('All are done');
  await tool.button('Take up 1 person skipped').click();
  expect(await tool.turn.textContent()).toBe('Remove Ada Example');
  await tool.go('list');
  expect(await tool.chosen('Ben Sample')).toBe('keep');
});

describe('a sitting', () => {
  test('has twenty, or as many as somebody says, and rests then', async ({ page }) => {
    const tool = await openQueue(page, manyPeople(45));
    expect(await place(tool)).toBe('0 of 20 in this sitting. 0 done, 45 left: 3 sittings.');
    const size = tool.view('queue').getByRole('spinbutton', { name: 'People in a sitting' });
    await size.fill('3');
    await size.press('Tab');
    expect(await place(tool)).toBe('0 of 3 in this sitting. 0 done, 45 left: 15 sittings.');
    for (let at = 0; at < 3; at += 1) await tool.button('Done').click();
    expect(await tool.turn.textContent()).toBe('This sitting is done');
    expect(await tool.button('Done').count()).toBe(0);
    // Who pressed the last “Done” is where it says so.
    expect(await tool.turn.evaluate((heading) => heading.closest('.card')?.contains(document.activeElement))).toBe(true);
    await tool.button('Next sitting').click();
    expect(await tool.turn.textContent()).toBe('Remove Person 4');
    expect(await tool.turn.evaluate((heading) => heading === document.activeElement)).toBe(true);
    await size.fill('0');
    await size.press('Tab');
    expect(await size.inputValue()).toBe('3');
  });

  test('goes on after a reload in its middle, without the list', async ({ page }) => {
    const tool = await openQueue(page, manyPeople(45));
    for (let at = 0; at < 7; at += 1) await tool.button('Done').click();
    await eventually(() => keptAsDone(page)).toBe(7);
    await page.reload();
    await tool.view('queue').waitFor();
    expect(await place(tool)).toMatch(/^7 of 20 in this sitting\. 7 done, 38 left: 3 sittings\./);
    expect(await tool.turn.textContent()).toBe('Remove Person 8');
    await tool.button('Done').click();
    expect(await tool.turn.textContent()).toBe('Remove Person 9');
  });

  test('removing 600 costs 600 presses, and one for each of the 29 sittings after the first; no tab opens by itself', async ({
    page,
    context,
  }) => {
    const complaints = await complaintsOf(page);
    const tool = await openQueue(page, manyPeople(600));
    const opened: string[] = [];
    context.on('page', (other) => opened.push(other.url()));
    let presses = 0;
    const [done, on] = [await tool.button('Done').elementHandle(), await tool.tool.getByText('Next sitting').elementHandle()];
    const pressAt = async (button: typeof done): Promise<void> => {
      const { x, y, width, height } = (await button.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      await page.mouse.click(x + width / 2, y + height / 2);
      presses += 1;
    };
    for (let removed = 1; removed <= 600; removed += 1) {
      await pressAt(done);
      if (removed % 20 === 0 && removed < 600) await pressAt(on);
    }
    expect(await tool.turn.textContent()).toBe('All are done');
    expect(await place(tool)).toBe('600 done, none left.');
    expect(presses).toBe(629);
    expect(opened).toEqual([]);
    expect(complaints).toEqual([]);
    await eventually(() => keptAsDone(page)).toBe(600);
    await page.reload();
    await eventually(() => place(tool)).toBe('600 done, none left.');
  });
});
