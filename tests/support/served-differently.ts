/** Lets a page be served differently from how it was built: changed, late, or in part. */
import type { Page } from 'playwright-core';
import { hrefTo } from './addresses.ts';

/** Serves the page at `path` with its HTML changed. */
export async function changeHtml(page: Page, path: string, change: (html: string) => string): Promise<void> {
  await page.route(
    (url) => url.pathname === hrefTo(path),
    async (route) => {
      const html = await (await route.fetch()).text();
      const changed = change(html);
      if (changed === html) throw new Error(`The HTML of ${path} has nothing to change like this`);
      await route.fulfill({ body: changed, contentType: 'text/html; charset=utf-8' });
    },
  );
}

/** Holds every script back. Returns what lets them go. */
export async function holdScripts(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  await page.route('**/*.js', async (route) => {
    await promise;
    await route.continue();
  });
  return () => {
    resolve(undefined);
  };
}

/** Lets every script whose address the condition admits fail to load. */
export async function failScripts(page: Page, condition: (address: URL) => boolean = () => true): Promise<void> {
  await page.route(
    (url) => url.pathname.endsWith('.js') && condition(url),
    (route) => route.abort(),
  );
}
