/** Light, dark, or as the system says: chosen at the foot of a page, kept, and there before anything is drawn. */
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { eventually, test } from '../support/browser-test.ts';
import { checklistOn } from '../support/checklist-on-page.ts';
import { tabTo } from '../support/keyboard.ts';
import { holdScripts } from '../support/served-differently.ts';

const guide = '/remove/one-connection/';
const key = 'loose-ties:colours';

const control = (page: Page): Locator => page.getByRole('group', { name: 'Colours' });
const option = (page: Page, name: string): Locator => control(page).getByRole('radio', { name });
const chosen = (page: Page): Promise<string> =>
  page.locator('lt-colours input:checked').evaluate((input) => (input as HTMLInputElement).value);

/** What the page is drawn on. */
const ground = (page: Page): Promise<'light' | 'dark'> =>
  page.evaluate(() => (Number(/\d+/.exec(getComputedStyle(document.body).backgroundColor)?.[0]) < 128 ? 'dark' : 'light'));

/** What a browser that colours its own bars would take: the first that fits. */
const bars = (page: Page): Promise<'light' | 'dark'> =>
  page.evaluate(() => {
    const fitting = Array.from(document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')).find(
      ({ media }) => !media || matchMedia(media).matches,
    );
    return parseInt(fitting?.content.slice(1, 3) ?? '', 16) < 128 ? 'dark' : 'light';
  });

const onSystem = async (page: Page, colorScheme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme });
};

describe('until somebody chooses', () => {
  test.for(['light', 'dark'] as const)('it is as a system in %s says', async (scheme, { page, complaints }) => {
    await onSystem(page, scheme);
    await page.goto(guide);
    expect(await ground(page)).toBe(scheme);
    expect(await bars(page)).toBe(scheme);
    expect(await chosen(page)).toBe('system');
    expect(complaints).toEqual([]);
  });

  test('it follows when the system changes', async ({ page }) => {
    await onSystem(page, 'light');
    await page.goto(guide);
    await onSystem(page, 'dark');
    expect(await ground(page)).toBe('dark');
    expect(await bars(page)).toBe('dark');
  });
});

const against = [
  { name: 'Dark', choice: 'dark', system: 'light' },
  { name: 'Light', choice: 'light', system: 'dark' },
] as const;

describe.for(against)('$name, chosen where the system is $system', ({ name, choice, system }) => {
  test('holds at once, after loading again and on every other page', async ({ page, complaints }) => {
    await onSystem(page, system);
    await page.goto(guide);
    await option(page, name).check();
    expect(await ground(page)).toBe(choice);
    expect(await bars(page)).toBe(choice);
    for (const path of [guide, '/', '/checklists/', '/404.html']) {
      await page.goto(path);
      expect(await ground(page), path).toBe(choice);
      expect(await bars(page), path).toBe(choice);
      expect(await chosen(page), path).toBe(choice);
    }
    expect(complaints).toEqual([]);
  });

  test('is there before the first paint: nothing flashes', async ({ page, context }) => {
    await onSystem(page, system);
    await page.goto(guide);
    await option(page, name).check();
    const seen = await groundsSeenBy(context);
    await page.reload();
    await page.evaluate(() => new Promise(requestAnimationFrame));
    const grounds = await seen(page);
    // Looked at from the first moment there is a body, when the document is parsed, and in each frame until now.
    expect(grounds.length).toBeGreaterThan(2);
    expect(new Set(grounds)).toEqual(new Set([choice]));
  });

  test('waits for no file: it is there while every script is held back', async ({ page }) => {
    await onSystem(page, system);
    await page.goto(guide);
    await option(page, name).check();
    const letGo = await holdScripts(page);
    await page.goto('/about/', { waitUntil: 'commit' });
    await page.locator('footer').waitFor();
    expect(await ground(page)).toBe(choice);
    letGo();
  });

  test('and System gives it back to the system', async ({ page }) => {
    await onSystem(page, system);
    await page.goto(guide);
    await option(page, name).check();
    await option(page, 'System').check();
    expect(await ground(page)).toBe(system);
    expect(await bars(page)).toBe(system);
    await page.reload();
    expect(await ground(page)).toBe(system);
    expect(await chosen(page)).toBe('system');
  });
});

/** Notes what pages that are opened from now on are drawn on, from the moment they have a body. */
async function groundsSeenBy(context: BrowserContext): Promise<(page: Page) => Promise<('light' | 'dark')[]>> {
  await context.addInitScript(() => {
    const grounds: string[] = [];
    Object.assign(window, { grounds });
    const look = (): void => {
      if (!document.body as boolean) return;
      grounds.push(Number(/\d+/.exec(getComputedStyle(document.body).backgroundColor)?.[0]) < 128 ? 'dark' : 'light');
    };
    new MutationObserver((_, observer) => {
      if (!document.body as boolean) return;
      observer.disconnect();
      look();
    }).observe(document, { childList: true, subtree: true });
    addEventListener('DOMContentLoaded', look);
    const eachFrame = (): void => {
      look();
      requestAnimationFrame(eachFrame);
    };
    requestAnimationFrame(eachFrame);
  });
  return (page) => page.evaluate(() => (window as unknown as { grounds: ('light' | 'dark')[] }).grounds);
}

test('a flash would be seen: without the script before the first paint there is one', async ({ page, context }) => {
  await onSystem(page, 'light');
  await page.goto(guide);
  await option(page, 'Dark').check();
  await page.route('**/remove/one-connection/', async (route) => {
    const html = await (await route.fetch()).text();
    await route.fulfill({ body: html.replace(/<script data-scripts=.*?<\/script>/, ''), contentType: 'text/html; charset=utf-8' });
  });
  const seen = await groundsSeenBy(context);
  await page.reload();
  expect(await seen(page)).toContain('light');
});

describe('what is kept', () => {
  test('is one word, and nothing before somebody chooses', async ({ page }) => {
    const kept = (): Promise<string | null> => page.evaluate((name) => localStorage.getItem(name), key);
    await page.goto(guide);
    expect(await kept()).toBeNull();
    await option(page, 'Dark').check();
    expect(await kept()).toBe('dark');
  });

  test.for(['', 'sepia', '"dark"', '{}', '<b>'])('counts for nothing where it is no choice: %s', async (broken, { page, complaints }) => {
    await onSystem(page, 'light');
    await page.addInitScript(
      ([name, value]) => {
        localStorage.setItem(name, value);
      },
      [key, broken] as const,
    );
    await page.goto(guide);
    expect(await ground(page)).toBe('light');
    expect(await chosen(page)).toBe('system');
    expect(complaints).toEqual([]);
  });

  test('goes at once when everything is forgotten', async ({ page }) => {
    await onSystem(page, 'light');
    await page.goto('/about/');
    await option(page, 'Dark').check();
    await page.getByRole('button', { name: 'Forget everything on this device' }).click();
    await page.getByRole('button', { name: 'Forget', exact: true }).click();
    expect(await ground(page)).toBe('light');
    expect(await chosen(page)).toBe('system');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.reload();
    expect(await ground(page)).toBe('light');
  });
});

test('two tabs agree, and forgetting in one reaches the other', async ({ page, context }) => {
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await onSystem(tab, 'light');
    await tab.goto('/about/');
  }
  await option(page, 'Dark').check();
  await eventually(() => ground(other)).toBe('dark');
  expect(await chosen(other)).toBe('dark');
  await other.getByRole('button', { name: 'Forget everything on this device' }).click();
  await other.getByRole('button', { name: 'Forget', exact: true }).click();
  await eventually(() => ground(page)).toBe('light');
  expect(await chosen(page)).toBe('system');
});

test('a page that the Back button brings back as it was follows what was chosen since', async ({ page }) => {
  await onSystem(page, 'light');
  await page.goto(guide);
  await page.evaluate((name) => {
    localStorage.setItem(name, 'dark');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  }, key);
  expect(await ground(page)).toBe('dark');
});

describe('where nothing can be kept', () => {
  const faults = {
    'storage is blocked': () => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    },
    'storage is full': () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('Full.', 'QuotaExceededError');
      };
    },
  };

  test.for(Object.keys(faults) as (keyof typeof faults)[])(
    'because %s, the choice lasts while the page is open, and that is told',
    async (fault, { page, complaints }) => {
      await onSystem(page, 'light');
      await page.addInitScript(faults[fault]);
      await page.goto(guide);
      const said = control(page).getByRole('status');
      expect(await said.textContent()).toBe('');
      await option(page, 'Dark').check();
      expect(await ground(page)).toBe('dark');
      expect(await said.textContent()).toBe('Your browser does not keep this.');
      // What goes on elsewhere on the page does not undo it.
      await checklistOn(page, 'remove-from-list').tick(1);
      expect(await ground(page)).toBe('dark');
      expect(await chosen(page)).toBe('dark');
      await page.reload();
      expect(await ground(page)).toBe('light');
      expect(complaints).toEqual([]);
    },
  );
});

describe('without script', () => {
  test.for(['light', 'dark'] as const)(
    'it is as a system in %s says, and there is no control that does nothing',
    async (scheme, { openContext }) => {
      const page = await (await openContext({ javaScriptEnabled: false, colorScheme: scheme })).newPage();
      await page.goto(guide);
      expect(await ground(page)).toBe(scheme);
      expect(await control(page).count()).toBe(0);
      expect(await page.locator('lt-colours').innerText()).toBe('');
    },
  );

  test.for([320, 1440])('nothing moves when script arrives, %s pixels wide', async (width, { page }) => {
    await page.setViewportSize({ width, height: 800 });
    const letGo = await holdScripts(page);
    await page.goto(guide, { waitUntil: 'commit' });
    await page.locator('lt-colours').waitFor({ state: 'attached' });
    await page.locator('footer').waitFor();
    const measure = (): Promise<unknown> =>
      page.locator('lt-colours, footer').evaluateAll((all) =>
        all.map((element) => {
          const { height, width } = element.getBoundingClientRect();
          return { height: Math.round(height), width: Math.round(width) };
        }),
      );
    expect(await control(page).count()).toBe(0);
    const before = await measure();
    letGo();
    await control(page).waitFor();
    expect(await measure()).toEqual(before);
  });
});

test('by keyboard: Tab leads there, arrows choose', async ({ page }) => {
  await onSystem(page, 'light');
  await page.goto('/404.html');
  await tabTo(page, 'System');
  await page.keyboard.press('ArrowRight');
  expect(await chosen(page)).toBe('light');
  await page.keyboard.press('ArrowRight');
  expect(await ground(page)).toBe('dark');
});

test('in forced colours the chosen one can be told from the others', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/404.html');
  const widths = await page
    .locator('lt-colours input')
    .evaluateAll((all) => all.map((input) => parseFloat(getComputedStyle(input).borderTopWidth)));
  expect(widths[0]).toBeGreaterThan(3 * (widths[1] ?? Infinity));
});

test('dark on the screen is ink on paper', async ({ page }) => {
  await page.goto(guide);
  await option(page, 'Dark').check();
  await page.emulateMedia({ media: 'print' });
  expect(await ground(page)).toBe('light');
  expect(await page.locator('lt-colours').isVisible()).toBe(false);
});
