/** A page that another one shows inside its own: where that is not ours, what can't be taken back is done in a page that stands by itself. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { site } from '../support/addresses.ts';
import { test as plainTest } from '../support/browser-test.ts';

const path = '/checklists/';
const forget = 'Forget everything on this device';
const alone = `${forget}: open this page by itself`;
const framing = `<!doctype html><title>Frame</title><iframe src="${site}${path}"></iframe>`;

const test = plainTest.extend('elsewhere', { scope: 'file' }, async ({}, { onCleanup }) => {
  // A server of its own: a browser lets no page from elsewhere, as one made up here would be, show what lies on this machine.
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(framing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onCleanup(() => {
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

async function openFraming(page: Page, address: string): Promise<FrameLocator> {
  await page.goto(address);
  return page.frameLocator('iframe');
}

test('inside a page of somebody else’s, the button that forgets everything is a link that opens the page by itself', async ({
  page,
  elsewhere,
}) => {
  const framed = await openFraming(page, elsewhere);
  await framed.getByRole('link', { name: alone }).waitFor();
  expect(await framed.getByRole('button', { name: forget }).count()).toBe(0);
  await framed.getByRole('link', { name: alone }).click();
  await page.waitForURL(`${site}${path}`);
  await page.getByRole('button', { name: forget }).waitFor();
});

test('inside a page of this site it is a button', async ({ page }) => {
  await page.route('**/frame', (route) => route.fulfill({ contentType: 'text/html', body: framing }));
  const framed = await openFraming(page, `${site}/frame`);
  await framed.getByRole('button', { name: forget }).waitFor();
  expect(await framed.getByRole('link', { name: alone }).count()).toBe(0);
});
