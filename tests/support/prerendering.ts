/**
 * A Chromium that prerenders. Under Playwright it does not: what opens a page only to look at it must know that a tab can hold two, and Puppeteer does.
 */
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser, quiet } from './browser.ts';

export async function openPrerendering(): Promise<Browser> {
  const path = await findBrowser();
  // The one from npm has no other mode than that of a shell.
  return puppeteer.launch({ executablePath: path, args: quiet, headless: process.env['CHROMIUM_PATH'] ? true : 'shell' });
}
