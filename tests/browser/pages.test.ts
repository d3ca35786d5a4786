/** Every page opens without a complaint, with script and without; what is put into a page from outside gets nothing done. */
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { site } from '../support/addresses.ts';
import { eventually, test } from '../support/browser-test.ts';
import { pages, pagesUnderBase } from '../support/built-site.ts';
import { complaintsOf } from '../support/complaints.ts';
import { isStarted, uses } from '../support/islands.ts';
import { namedScripts } from '../support/named-scripts.ts';
import { pagesOfEachKind } from '../support/page-kinds.ts';
import { changeHtml } from '../support/served-differently.ts';
import { filesIn } from '../support/source-files.ts';

// Below a base path a page is the same but for its addresses, and all of these are tried in tests/site/links.test.ts.
const openedPages = [...pages.map(({ path }) => site + path), ...pagesOfEachKind.map(({ path }) => inject('siteUnderBase') + path)].map(
  (address) => ({ address, path: new URL(address).pathname }),
);

test.concurrent.for(openedPages)('$path opens without a complaint', async ({ address }, { page, complaints }) => {
  await page.goto(address);
  expect(await page.locator('main h1').isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});

const withoutScript = test.extend('allComplaints', { scope: 'file' }, ({ tabWithoutScript }) => complaintsOf(tabWithoutScript));

withoutScript.for(openedPages)(
  '$path shows all its text without JavaScript',
  async ({ address }, { tabWithoutScript: page, allComplaints }) => {
    const earlier = allComplaints.length;
    await page.goto(address);
    const { drawn, hidden } = await textOf(page);
    // Some text stands there twice, once for narrow and once for wide screens.
    expect(hidden.filter((text) => !drawn.includes(text))).toEqual([]);
    expect(drawn.join(' ').length).toBeGreaterThan(100);
    expect(allComplaints.slice(earlier)).toEqual([]);
  },
);

/** Every piece of text on the page, but for what is in closed folds and menus, in what narrow screens alone have, in the way not chosen, at the end of a list that is not done, and of a way back to all while all is shown: what is drawn, and what is not. */
function textOf(page: Page): Promise<{ drawn: string[]; hidden: string[] }> {
  return page.evaluate(() => {
    const drawn: string[] = [];
    const hidden: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode.nodeValue?.trim() ?? '';
      const holder = texts.currentNode.parentElement ?? document.body;
      if (
        !text ||
        holder.closest(
          'script, style, option, details:not([open]) > :not(summary), [popover], [popovertarget="here"], .narrow summary, [data-on="app"], lt-checklist > ol + section, button[type=reset]',
        )
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const isDrawn = range.getClientRects().length > 0 && holder.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      (isDrawn ? drawn : hidden).push(text);
    }
    return { drawn, hidden };
  });
}

describe('the islands', () => {
  test.concurrent.for(pagesOfEachKind)('of $path all do what they are for, without a complaint', async ({ path }, { page, complaints }) => {
    await page.goto(path);
    for (const [tag, { act, works }] of Object.entries(uses)) {
      if (!(await isStarted(page, tag))) continue;
      await act(page);
      await works(page);
    }
    // On a page that may ask for nothing, the search is a link.
    const plain = page.locator(':not(:defined, [data-closed] lt-search-link)');
    expect(await plain.evaluateAll((all) => all.map(({ localName }) => localName))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('are all among those that are used so', () => {
    const all = filesIn('src/islands').flatMap((file) => /\/(lt-[\w-]+)\.ts$/.exec(file)?.[1] ?? []);
    // What is in it is used with it.
    expect([...Object.keys(uses), 'lt-search-dialog'].sort()).toEqual(all.sort());
    const met = new Set(pagesOfEachKind.flatMap(({ html }) => [...html.matchAll(/<(lt-[\w-]+)/g)].map(([, tag]) => tag)));
    expect([...met].sort()).toEqual(Object.keys(uses).sort());
  });
});

describe('the content policy', () => {
  const home = '/';
  const policy = /<meta http-equiv="content-security-policy"[^>]*>/;
  const script = '<script>document.documentElement.dataset.ran = "inline script"</script>';

  const putIn = (html: string, place: RegExp, intruder: string): string => html.replace(place, (found) => found + intruder);

  test.concurrent.for(pagesOfEachKind)('refuses an inline script anywhere after it: $path', async ({ path }, { page, complaints }) => {
    const places = [policy, /<\/title>/, /<main[^>]*>/, /<\/main>/];
    await changeHtml(page, path, (html) => places.reduce((changed, place) => putIn(changed, place, script), html));
    await page.goto(path);
    expect(await page.locator('html').getAttribute('data-ran')).toBeNull();
    expect(complaints.filter((complaint) => complaint.includes('script-src-elem refused inline'))).toHaveLength(places.length);
  });

  // What stands before a policy is not governed by it. So the policy comes first in every page (tests/site/policy.test.ts), and this shows that the
  // test above can fail.
  test('does not reach an inline script before it', async ({ page, complaints }) => {
    await changeHtml(page, home, (html) => putIn(html, /<meta charset="utf-8">/, script));
    await page.goto(home);
    expect(await page.locator('html').getAttribute('data-ran')).toBe('inline script');
    expect(complaints).toEqual([]);
  });

  const intruders = `
    <p id="style-attribute" style="color: rgb(1, 2, 3)">A style attribute.</p>
    <style>#style-element { color: rgb(1, 2, 3) }</style><p id="style-element">A style element.</p>
    <button id="handler" onclick="this.textContent = 'has run'">A handler.</button>
    <a id="script-address" href="javascript:void(document.querySelector('#script-address').textContent = 'has run')">A script as an address.</a>`;

  const pressAll = async (page: Page): Promise<void> => {
    await page.locator('#handler').click();
    await page.locator('#script-address').click();
  };
  const effects = (page: Page): Promise<string[]> =>
    page
      .locator('#style-attribute, #style-element, #handler, #script-address')
      .evaluateAll((all) =>
        all
          .filter((element) => element.textContent === 'has run' || getComputedStyle(element).color === 'rgb(1, 2, 3)')
          .map(({ id }) => id),
      );

  test('refuses inline styles, handlers and scripts as addresses', async ({ page, complaints }) => {
    await changeHtml(page, home, (html) => putIn(html, /<main[^>]*>/, intruders));
    await page.goto(home);
    await pressAll(page);
    expect(await effects(page)).toEqual([]);
    for (const refused of ['style-src-attr', 'style-src-elem', 'script-src-attr', 'script-src-elem'])
      expect(complaints).toContain(`console error: policy violation: ${refused} refused inline`);
  });

  test('is what refuses them: without it they all have their effect', async ({ page }) => {
    await changeHtml(page, home, (html) => putIn(html, /<main[^>]*>/, intruders).replace(policy, ''));
    await page.goto(home);
    await pressAll(page);
    // The browser runs a script that is an address a moment later.
    await eventually(() => effects(page)).toEqual(['style-attribute', 'style-element', 'handler', 'script-address']);
  });

  // Another port is another origin, and the site under its base path answers there.
  const elsewhere = inject('siteUnderBase');
  const scriptElsewhere = new URL(pagesUnderBase.flatMap(({ document }) => namedScripts(document))[0] ?? '', elsewhere).href;

  const reachOut = (page: Page): Promise<Record<string, boolean>> =>
    page.evaluate(
      async ({ address, image, script: scriptAddress }) => {
        // Else the address would be refused as a mere text, and nobody would look where it leads.
        (window as { trustedTypes?: { createPolicy: (name: string, rules: object) => unknown } }).trustedTypes?.createPolicy('default', {
          createScriptURL: (given: string) => given,
        });
        const loads = (element: HTMLImageElement | HTMLScriptElement, source: string): Promise<boolean> =>
          new Promise((resolve) => {
            element.onload = () => {
              resolve(true);
            };
            element.onerror = () => {
              resolve(false);
            };
            element.src = source;
            document.head.append(element);
          });
        return {
          // Not "cors", which the other side could refuse: then the policy would get the praise.
          fetch: await fetch(address, { mode: 'no-cors' }).then(
            () => true,
            () => false,
          ),
          image: await loads(new Image(), image),
          script: await loads(document.createElement('script'), scriptAddress),
        };
      },
      { address: `${elsewhere}/`, image: `${elsewhere}/favicon.svg`, script: scriptElsewhere },
    );

  test('refuses to load from, or to speak to, another origin', async ({ page, complaints }) => {
    await page.goto(home);
    expect(await reachOut(page)).toEqual({ fetch: false, image: false, script: false });
    expect(complaints).toContain(`console error: policy violation: connect-src refused ${elsewhere}/`);
    expect(complaints).toContain(`console error: policy violation: img-src refused ${elsewhere}/favicon.svg`);
    expect(complaints).toContain(`console error: policy violation: script-src-elem refused ${scriptElsewhere}`);
  });

  test('is what refuses it: with the policy set aside, all of it comes through', async ({ openContext }) => {
    const page = await (await openContext({ bypassCSP: true })).newPage();
    await page.goto(home);
    expect(await reachOut(page)).toEqual({ fetch: true, image: true, script: true });
  });
});
