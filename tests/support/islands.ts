/** Each island as somebody uses it: what is done, and what is so then. They stand in the order in which they can be used on one page. */
import type { Page } from 'playwright-core';

interface Use {
  /** Where the island does not work, nothing here waits for it. */
  readonly act: (page: Page) => Promise<unknown>;
  /** Waits in vain, and throws, where it has not come to what the island is for. Puts back what stands in the way of others. */
  readonly works: (page: Page) => Promise<unknown>;
}

/** Presses the first of its kind, wherever it stands, and be it in a closed fold. Does nothing where there is none. */
const press = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => {
    const found = document.querySelector<HTMLElement>(wanted);
    found?.click();
    return found !== null;
  }, selector);

const typeInto = (page: Page, selector: string, words: string): Promise<void> =>
  page.evaluate(
    ([wanted, typed]) => {
      const field = document.querySelector<HTMLInputElement>(wanted);
      if (!field) return;
      field.focus();
      field.value = typed;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    [selector, words] as const,
  );

const isThere = (page: Page, selector: string, hasText = /^/): Promise<void> =>
  page.locator(selector).filter({ hasText }).first().waitFor();

const isGone = (page: Page, selector: string): Promise<void> => page.locator(selector).first().waitFor({ state: 'hidden' });

const closeDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await isGone(page, 'dialog[open]');
};

/** As another tab ticks the first step of a checklist, whose element has its name and steps. */
const tickElsewhere = (page: Page, selector: string): Promise<void> =>
  page.evaluate((wanted) => {
    const [within, inTemplate = within] = wanted.split(' template ');
    const holder = document.querySelector(within ?? '');
    const template = holder?.querySelector('template');
    const { checklist = '', steps = '' } =
      (template ? template.content.querySelector<HTMLElement>(inTemplate ?? '') : (holder as HTMLElement | null))?.dataset ?? {};
    const [step = ''] = steps.split(' ');
    localStorage.setItem(
      'loose-ties:checklists',
      JSON.stringify({ version: 1, checklists: { [checklist]: { [step]: '2026-11-01T10:00:00.000Z' } } }),
    );
    dispatchEvent(new StorageEvent('storage'));
  }, selector);

const box = 'lt-checklist li > input';

/** By the island's name in HTML. */
export const uses: Readonly<Record<string, Use>> = {
  'lt-new-version': {
    // It keeps a copy by itself, where the browser can.
    act: () => Promise.resolve(),
    works: (page) => page.locator('lt-new-version [role=status]').waitFor({ state: 'attached' }),
  },
  'lt-menu': {
    act: (page) => press(page, '[popovertarget=menu]'),
    async works(page) {
      await isThere(page, '#menu');
      await page
        .locator('#menu a')
        .last()
        .evaluate((link: HTMLElement) => {
          link.addEventListener('click', (event) => {
            event.preventDefault();
          });
          link.click();
        });
      await isGone(page, '#menu');
    },
  },
  'lt-places': {
    act: (page) => page.locator('main h1').dispatchEvent('pointerover'),
    works: (page) => page.locator('lt-places [role=status]').waitFor({ state: 'attached' }),
  },
  'lt-colours': {
    act: (page) => press(page, 'lt-colours [value=dark]'),
    async works(page) {
      await page.locator('html[data-colours=dark]').waitFor();
      await press(page, 'lt-colours [value=system]');
    },
  },
  'lt-search': {
    act: (page) => typeInto(page, 'main lt-search input', 'undo'),
    works: (page) => isThere(page, '#search-results li > a'),
  },
  'lt-search-field': {
    async act(page) {
      await typeInto(page, 'lt-search-field input', 'undo');
      await page.evaluate(() => {
        document.querySelector<HTMLFormElement>('lt-search-field form')?.requestSubmit();
      });
    },
    async works(page) {
      await isThere(page, 'dialog[open] [data-answers=undo] li');
      await closeDialog(page);
    },
  },
  'lt-search-link': {
    act: (page) => page.keyboard.press('Control+k'),
    async works(page) {
      await isThere(page, 'dialog[open] input');
      await typeInto(page, 'dialog input', 'unfriend');
      await isThere(page, 'dialog [data-answers=unfriend] li');
      await closeDialog(page);
    },
  },
  'lt-where-you-are': {
    act: (page) => press(page, 'lt-where-you-are [value=app]'),
    async works(page) {
      await isThere(page, 'lt-where-you-are[data-started] > [data-on=app]');
      await page.waitForFunction(() => localStorage.getItem('loose-ties:where-you-are') === 'app');
      await press(page, 'lt-where-you-are [value=website]');
    },
  },
  'lt-ways': {
    act: (page) => press(page, 'lt-ways a'),
    async works(page) {
      await isThere(page, 'lt-ways section h2');
      await page.locator('lt-ways').getByRole('link', { name: 'Start again' }).click();
      await isGone(page, 'lt-ways section');
    },
  },
  'lt-evidence': {
    act: (page) => press(page, 'main a[href^="#rests-on."]'),
    async works(page) {
      await isThere(page, 'lt-evidence > [popover]');
      await press(page, 'lt-evidence > [popover] > button');
      await isGone(page, 'lt-evidence > [popover]');
    },
  },
  'lt-copy-code': {
    act: (page) => press(page, 'lt-copy-code button'),
    // The code may lie in a fold.
    works: (page) => page.locator('lt-copy-code [role=status]', { hasText: /^Copied|does not allow it/ }).waitFor({ state: 'attached' }),
  },
  'lt-catalogue': {
    act: (page) => typeInto(page, 'lt-catalogue [type=search]', 'recommendation'),
    async works(page) {
      await isThere(page, 'lt-catalogue [data-count]', /^\d\d? of \d+ claims are shown\.$/);
      await press(page, 'lt-catalogue [type=reset]');
    },
  },
  'lt-leave': {
    act: (page) => page.keyboard.press('Shift'),
    async works(page) {
      await isThere(page, 'lt-leave [data-told]', /^Shift: 2 more to leave$/);
      await page.keyboard.press('a');
    },
  },
  'lt-remember': {
    act: (page) => press(page, 'lt-remember input'),
    async works(page) {
      await page.waitForFunction(() => localStorage.getItem('loose-ties:checklists')?.includes('(remembered)'));
      await press(page, 'lt-remember button');
      await isThere(page, 'lt-remember [data-told]', /^Forgotten/);
    },
  },
  'lt-progress-note': {
    act: (page) => tickElsewhere(page, 'lt-progress-note'),
    works: (page) => isThere(page, 'lt-progress-note', /^1 of \d+ done$/),
  },
  'lt-under-way': {
    act: (page) => tickElsewhere(page, 'lt-under-way template [data-checklist]'),
    works: (page) => isThere(page, 'lt-under-way small', /^Step 2 of \d+, last ticked on 1 November/),
  },
  'lt-plan': {
    act: (page) => press(page, 'lt-plan [data-checklist] button'),
    async works(page) {
      await isThere(page, 'lt-plan [data-planned] > li');
      await page.waitForFunction(() => localStorage.getItem('loose-ties:plan'));
    },
  },
  'lt-checklist': {
    act: (page) => press(page, box),
    works: (page) => isThere(page, 'lt-checklist [data-status]', /^1 of \d+ done$/),
  },
  'lt-carry': {
    async act(page) {
      // Something to take along.
      await page.evaluate(() => {
        const checklists = { 'remove-in-app': { 'open-profile': '2026-11-01T10:00:00.000Z' } };
        localStorage.setItem('loose-ties:checklists', JSON.stringify({ version: 1, checklists }));
        dispatchEvent(new StorageEvent('storage'));
      });
      await press(page, 'lt-carry button');
    },
    works: (page) => isThere(page, 'lt-carry svg.code'),
  },
  'lt-kept-here': {
    act: (page) =>
      page.evaluate(() => {
        localStorage.setItem('loose-ties:plan', '{"version":1,"entries":[]}');
        dispatchEvent(new StorageEvent('storage'));
      }),
    works: (page) => isThere(page, 'lt-kept-here [data-now="loose-ties:plan"]', /^under 1 kB$/),
  },
  'lt-your-ticks': {
    act: (page) => press(page, 'lt-your-ticks summary'),
    async works(page) {
      for (const tag of ['lt-start-again', 'lt-forget']) await isThere(page, `lt-your-ticks ${tag} button`);
    },
  },
  'lt-start-again': {
    act: (page) => press(page, 'lt-start-again button'),
    async works(page) {
      // The first button keeps them.
      await page.locator('lt-start-again').first().getByRole('button', { name: 'Untick' }).click();
      await isThere(page, `${box}:not(:checked)`);
    },
  },
  'lt-forget': {
    act: (page) => press(page, 'lt-forget button'),
    async works(page) {
      await page.locator('lt-forget').getByRole('button', { name: 'Forget', exact: true }).click();
      await isThere(page, 'lt-forget', /Forgotten\. Nothing is kept on this device\./);
    },
  },
  'lt-note': {
    async act(page) {
      await press(page, 'lt-note summary');
      await typeInto(page, 'lt-note input', 'Dana');
      await press(page, 'lt-note .acts > button + button');
    },
    async works(page) {
      await page.waitForFunction(() => document.querySelector('textarea')?.value.startsWith('Hello Dana, '));
      await isThere(page, 'lt-note .told', /^Kept\. .*Undo$/);
    },
  },
  'lt-reminder': {
    act: (page) => press(page, 'lt-reminder a'),
    works: (page) => isThere(page, 'lt-reminder [role=status]', /^The file is saved/),
  },
  'lt-triage': {
    act: (page) => press(page, '#load p > button'),
    works: (page) => page.getByRole('button', { name: 'Decide one by one' }).waitFor(),
  },
};

/** Whether an island of this name stands in the page and has been started. What is in a dialog belongs to that. */
export const isStarted = (page: Page, tag: string): Promise<boolean> =>
  page.evaluate(
    (name) => document.querySelector(`:is(main, header, footer) ${name}`) !== null && customElements.get(name) !== undefined,
    tag,
  );
