/** The page that makes notes of templates: each occasion, whatever somebody writes, without script, without storage, by keyboard and in a narrow window. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { faultsByAxe } from '../support/axe.ts';
import { eventually, test } from '../support/browser-test.ts';
import { movement, openBeforeScripts, watchMovement } from '../support/movement.ts';
import { hrefTo } from '../support/addresses.ts';
import { draftOf, filled } from '../../src/lib/written/invitation-drafts.ts';
import { writtenContent } from '../support/written-content.ts';

const path = '/tools/invitation-note/';
const { invitationNotes: notes } = writtenContent;
const blanks = new Map(notes.blanks.map((blank) => [blank.id, blank]));
const sampleOf = (occasion: (typeof notes.occasions)[number]): string =>
  filled(draftOf(notes, occasion), (id) => blanks.get(id)?.example ?? '');

/** The part of the page for one occasion. */
class Composing {
  readonly fold: Locator;

  constructor(
    readonly page: Page,
    occasion = 'met-at-an-event',
  ) {
    this.fold = page.locator(`[data-occasion=${occasion}]`);
  }

  get note(): Locator {
    return this.fold.getByLabel('Your note');
  }
  get count(): Locator {
    return this.fold.locator('.count');
  }
  get told(): Locator {
    return this.fold.locator('.told');
  }
  field(label: string): Locator {
    return this.fold.getByLabel(label);
  }
  button(name: string): Locator {
    return this.fold.getByRole('button', { name });
  }
  async open(): Promise<this> {
    await this.fold.locator('summary').click();
    return this;
  }
  /** The names of the warnings that are told. */
  warned(): Promise<(string | null)[]> {
    return this.fold.locator('[data-told]').evaluateAll((all) => all.map((one) => one.getAttribute('data-told')));
  }
}

async function composing(page: Page, occasion?: string): Promise<Composing> {
  await page.goto(path);
  return new Composing(page, occasion).open();
}

const ownNotes = (page: Page): Locator => page.locator('[data-own]');
const fine = 'Hello Dana, we met at Pretend Food Day, and I asked about night shifts. Ben';

describe('each occasion', () => {
  test.for(notes.occasions)('“$title” gives a draft that fits', async (occasion, { page, complaints }) => {
    const part = await composing(page, occasion.id);
    const draft = draftOf(notes, occasion);
    expect(await part.note.inputValue()).toBe(filled(draft, (id) => `[${blanks.get(id)?.label ?? ''}]`));
    expect(await part.warned()).toEqual([]);
    for (const piece of draft) {
      if ('words' in piece) continue;
      const { label = '', example = '' } = blanks.get(piece.blank) ?? {};
      await part.field(label.charAt(0).toUpperCase() + label.slice(1)).fill(example);
    }
    const sample = sampleOf(occasion);
    expect(await part.note.inputValue()).toBe(sample);
    expect(await part.count.textContent()).toBe(
      `${sample.length} characters: ${200 - sample.length} left with a free account, ${300 - sample.length} with Premium.`,
    );
    expect(await part.warned()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('has its template and a sample as text without script, and opens for who comes by its address', async ({ openContext }) => {
    const page = await (await openContext({ javaScriptEnabled: false })).newPage();
    for (const occasion of notes.occasions) {
      await page.goto(`${path}#note.${occasion.id}`);
      const fold = page.locator(`[data-occasion=${occasion.id}]`);
      expect(await fold.locator('blockquote').isVisible()).toBe(true);
      expect((await fold.locator('blockquote').innerText()).trim()).toBe(
        filled(draftOf(notes, occasion), (id) => `[${blanks.get(id)?.label ?? ''}]`),
      );
      expect(await fold.locator('.sample').innerText()).toContain(`“${sampleOf(occasion)}”`);
    }
    expect(await page.locator('main :is(input, textarea, main button)').count()).toBe(0);
  });
});

describe('what somebody wrote by hand', () => {
  test('is changed by no fact and by no other occasion, until they press for it, and then it can be had back', async ({ page }) => {
    const part = await composing(page);
    await part.field('Their name').fill('Dana');
    await part.note.fill('Dana, it is me from Pretend Food Day. Your word on ice has saved us weeks.');
    await part.field('Their name').fill('Elias');
    await part.field('The event').fill('Made-Up Fair');
    const other = await new Composing(page, 'their-work').open();
    await other.field('What they made').fill('your talk');
    await other.field('Their name').fill('Fay');
    expect(await part.note.inputValue()).toBe('Dana, it is me from Pretend Food Day. Your word on ice has saved us weeks.');
    expect(await other.note.inputValue()).toContain('Hello Fay, your talk');

    await part.button('Build it again').click();
    expect(await part.note.inputValue()).toContain('Hello Fay, we met at Made-Up Fair');
    // What was pressed is gone: the focus is on the way back.
    expect(await part.button('Undo').evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await part.note.inputValue()).toContain('Dana, it is me');
    expect(await part.note.evaluate((area) => area === document.activeElement)).toBe(true);
    expect(await part.button('Build it again').isVisible()).toBe(true);
  });

  test('has a fact in the place of its mark once that is known, and nothing else is changed', async ({ page }) => {
    const part = await composing(page);
    await part.note.fill('[their name]! We met at [the event], remember?');
    await part.field('Their name').pressSequentially('Dana');
    expect(await part.note.inputValue()).toBe('[their name]! We met at [the event], remember?');
    await page.keyboard.press('Tab');
    expect(await part.note.inputValue()).toBe('Dana! We met at [the event], remember?');
  });

  test('goes with the facts of that person for a new note, and comes back with Undo', async ({ page }) => {
    const part = await composing(page);
    await part.field('Their name').fill('Dana');
    await part.field('Your name').fill('Ben Sample');
    await part.note.fill(fine);
    await part.button('Start a new one').click();
    expect(await part.field('Their name').inputValue()).toBe('');
    expect(await part.field('Your name').inputValue()).toBe('Ben Sample');
    expect(await part.note.inputValue()).toContain('Hello [their name], we met');
    await part.button('Undo').click();
    expect(await part.field('Their name').inputValue()).toBe('Dana');
    expect(await part.note.inputValue()).toBe(fine);
  });

  test('is taken from by no undo that came before it', async ({ page }) => {
    const part = await composing(page);
    await part.note.fill(fine);
    await part.button('Build it again').click();
    await part.note.fill(`${fine} More.`);
    expect(await part.button('Undo').count()).toBe(0);
    expect(await part.told.textContent()).toBe(' ');
  });

  test('is overwritten by no undo, in whatever fold or tab it was written', async ({ page, context }) => {
    const part = await composing(page);
    await part.field('Their name').fill('Dana');
    await part.button('Start a new one').click();
    const other = await new Composing(page, 'their-work').open();
    await other.field('Their name').fill('Elias');
    expect(await part.button('Undo').count()).toBe(0);
    expect(await part.told.textContent()).toBe(' ');

    await part.note.fill(fine);
    await part.button('Build it again').click();
    const there = await composing(await context.newPage());
    await there.note.fill(`${fine} More.`);
    await eventually(() => part.note.inputValue()).toBe(`${fine} More.`);
    expect(await part.button('Undo').count()).toBe(0);
  });

  test('comes back with Undo after a look at another tab, where nothing else was kept', async ({ page }) => {
    const part = await composing(page);
    await part.note.fill(fine);
    await part.button('Start a new one').click();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('pageshow')));
    await part.button('Undo').click();
    expect(await part.note.inputValue()).toBe(fine);
  });

  test('is the draft again where it is what the facts make', async ({ page }) => {
    const part = await composing(page);
    const made = await part.note.inputValue();
    await part.note.fill('x');
    expect(await part.fold.locator('summary').innerText()).toMatch(/\sdraft$/);
    await part.note.fill(made);
    expect(await part.button('Build it again').isVisible()).toBe(false);
    expect(await part.fold.locator('summary').innerText()).not.toMatch(/\sdraft$/);
  });
});

describe('a warning', () => {
  test.for([
    ['blank', `${fine} [the event]`],
    ['no-reason', 'Hello Dana, I would like to connect. Ben'],
    ['flattery', `${fine} Your impressive career!`],
    ['pitch', `${fine} We offer much.`],
    ['too-long', fine.padEnd(201, ' and so on')],
    ['far-too-long', fine.padEnd(301, ' and so on')],
  ] as const)(
    'of %s is told, with the claim it rests on, and goes with what it is about',
    async ([warning, text], { page, complaints }) => {
      const part = await composing(page);
      await part.note.fill(text);
      expect(await part.warned()).toEqual([warning]);
      const { says = '', rests: [claim] = [] } = notes.warnings.find(({ id }) => id === warning) ?? {};
      const told = part.fold.locator('[data-told]');
      expect((await told.innerText()).replaceAll('’', "'")).toContain(says);
      await told.getByRole('link', { name: /^Evidence: / }).click();
      const entry = page.locator('lt-evidence > [popover]');
      expect(await entry.getByRole('link', { name: 'Both sides and all sources' }).getAttribute('href')).toBe(
        hrefTo(`/evidence/#${claim ?? ''}`),
      );
      await page.keyboard.press('Escape');
      await part.note.fill(fine);
      expect(await part.warned()).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  test('names the words it is about', async ({ page }) => {
    const part = await composing(page);
    await part.note.fill(`${fine} We offer much to [their name].`);
    expect(await part.fold.locator('[data-told]').allInnerTexts()).toEqual([
      expect.stringMatching(/^“\[their name\]”: /),
      expect.stringMatching(/^“we offer”: /),
    ]);
  });

  test('is not told before anything is begun, and is spoken once', async ({ page }) => {
    const part = await composing(page);
    await part.field('Your name').fill('Ben');
    expect(await part.warned()).toEqual([]);
    const place = part.fold.locator('.warnings');
    expect(await place.getAttribute('role')).toBe('status');
    await part.note.fill(`${fine} We offer much.`);
    await place.evaluate((element) => {
      Object.assign(window, { first: element.firstChild });
    });
    await part.note.fill(`${fine} We offer much more.`);
    expect(await place.evaluate((element) => element.firstChild === (window as unknown as { first: Node }).first)).toBe(true);
  });
});

describe('the count', () => {
  test('is there for who listens, without being spoken at each letter', async ({ page }) => {
    const part = await composing(page);
    const described = await part.note.getAttribute('aria-describedby');
    expect(await part.count.getAttribute('id')).toBe(described);
    expect(await part.count.evaluate((line) => line.closest('[role=status], [aria-live]'))).toBeNull();
  });

  test('says where it is not known how LinkedIn counts', async ({ page }) => {
    const part = await composing(page);
    await part.note.fill('Hello 😀\nBen');
    expect(await part.count.textContent()).toBe(
      '13 characters: 187 left with a free account, 287 with Premium. LinkedIn may count 11: how it counts emoji and new lines is not known.',
    );
  });
});

describe('by keyboard alone', () => {
  test('a note is made, changed, copied and kept', async ({ openContext }) => {
    const page = await (await openContext({ permissions: ['clipboard-read', 'clipboard-write'] })).newPage();
    await page.goto(path);
    const part = new Composing(page);
    await page.locator('h1').click();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('We met at an event');
    await page.keyboard.press('Enter');
    for (const word of ['Dana', 'Pretend Food Day', 'cold storage', 'Ben']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(word);
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Sample');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const note =
      'Hello Dana, we met at Pretend Food Day and spoke about cold storage. I have thought about it since, and would like to stay in touch. Ben Sample';
    await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toBe(note);
    await eventually(() => part.fold.locator('.acts [role=status]').textContent()).toBe('Copied');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await eventually(() => part.told.textContent()).toMatch(/^Kept\./);
    expect(await part.button('Keep among my notes').evaluate((button) => button === document.activeElement)).toBe(true);
  });
});

describe('a note that is kept', () => {
  test('is there after a reload, and can be used, copied, and removed, which can be undone', async ({ openContext }) => {
    const page = await (await openContext({ permissions: ['clipboard-read', 'clipboard-write'] })).newPage();
    let part = await composing(page);
    await part.note.fill(fine);
    await part.button('Keep among my notes').click();
    await part.button('Keep among my notes').click();
    expect(await part.told.textContent()).toContain('You keep this one already.');
    await part.button('Start a new one').click();
    await page.reload();
    part = await new Composing(page).open();
    expect(await part.note.inputValue()).not.toBe(fine);
    const own = ownNotes(page);
    expect(await own.locator('summary').innerText()).toMatch(/^Your own notes\s+1$/);
    await own.locator('summary').click();
    expect(await own.locator('li p').allInnerTexts()).toEqual([fine]);

    await own.getByRole('button', { name: 'Copy' }).click();
    await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toBe(fine);

    await part.note.fill('Something of mine.');
    await own.getByRole('button', { name: 'Use' }).click();
    expect(await part.note.inputValue()).toBe(fine);
    expect(await part.note.evaluate((area) => area === document.activeElement)).toBe(true);
    await part.button('Undo').click();
    expect(await part.note.inputValue()).toBe('Something of mine.');

    await own.getByRole('button', { name: 'Remove' }).click();
    expect(await own.locator('li').count()).toBe(0);
    expect(await own.getByRole('button', { name: 'Undo' }).evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await own.locator('li p').allInnerTexts()).toEqual([fine]);
    expect(await own.getByRole('button', { name: 'Use' }).evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('of an occasion that is gone is used in the last one', async ({ page }) => {
    await page.goto('/about/');
    await page.evaluate((text) => {
      localStorage.setItem('loose-ties:notes:own:2026', JSON.stringify({ version: 1, text, occasion: 'no-more' }));
    }, fine);
    await page.goto(path);
    await ownNotes(page).locator('summary').click();
    await ownNotes(page).getByRole('button', { name: 'Use' }).click();
    expect(await new Composing(page, 'something-else').note.inputValue()).toBe(fine);
  });
});

describe('what is written', () => {
  test('is there after a reload, and gone once everything is forgotten', async ({ page, context }) => {
    let part = await composing(page);
    await part.field('Their name').fill('Dana');
    await part.note.fill(fine);
    await page.reload();
    part = await new Composing(page).open();
    expect(await part.note.inputValue()).toBe(fine);
    const about = await context.newPage();
    await about.goto('/about/');
    await about.getByRole('button', { name: 'Forget everything on this device' }).click();
    await about.getByRole('button', { name: 'Forget', exact: true }).click();
    await eventually(() => part.note.inputValue()).toContain('Hello [their name]');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('in two tabs is lost in neither, and both agree', async ({ page, context }) => {
    const [here, there] = [await composing(page), await composing(await context.newPage(), 'their-work')];
    await Promise.all([here.note.fill(fine), there.note.fill(`${fine} Twice.`)]);
    await Promise.all([here.button('Keep among my notes').click(), there.button('Keep among my notes').click()]);
    for (const tab of [page, there.page]) {
      await eventually(() => ownNotes(tab).locator('summary').innerText()).toMatch(/^Your own notes\s+2$/);
      await eventually(() => new Composing(tab, 'their-work').note.inputValue()).toBe(`${fine} Twice.`);
      await eventually(() => new Composing(tab).note.inputValue()).toBe(fine);
    }
  });

  test('is in no request, and nothing is asked for while somebody writes', async ({ page }) => {
    const part = await composing(page);
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
    await part.field('Their name').fill('Dana');
    await part.note.fill(fine);
    await part.button('Copy').click();
    await part.button('Start a new one').click();
    expect(asked).toEqual([]);
    expect(page.url()).not.toContain('Dana');
  });

  test('is served back as it was where the island leaves the page and comes again', async ({ page, complaints }) => {
    const part = await composing(page);
    await part.note.fill(fine);
    await page.evaluate(() => {
      const island = document.querySelector('lt-note');
      const parent = island?.parentElement;
      island?.remove();
      Object.assign(window, { putBack: () => parent?.prepend(island ?? '') });
      return island?.querySelectorAll('textarea').length;
    });
    const left = await page.evaluate(() => {
      (window as unknown as { putBack: () => void }).putBack();
      return document.querySelectorAll('lt-note textarea').length;
    });
    expect(left).toBe(notes.occasions.length);
    expect(await part.note.inputValue()).toBe(fine);
    expect(complaints).toEqual([]);
  });
});

describe('where storage', () => {
  for (const [name, stub, told] of [
    ['is full', 'Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); };', /storage is full/],
    [
      'is blocked',
      'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });',
      /does not let this site save/,
    ],
    ['accepts and forgets', 'Storage.prototype.setItem = () => {};', /does not let this site save/],
  ] as const)
    test(`${name}, a note is made, copied and kept as long as the page, and that is told`, async ({ page, complaints }) => {
      await page.addInitScript(stub);
      const part = await composing(page);
      await part.field('Their name').fill('Dana');
      expect(await part.note.inputValue()).toContain('Hello Dana');
      await part.note.fill(fine);
      await part.button('Keep among my notes').click();
      expect(await part.note.inputValue()).toBe(fine);
      expect(await part.fold.locator('.problem').textContent()).toMatch(told);
      expect(await ownNotes(page).locator('summary').innerText()).toContain('1');
      expect(complaints).toEqual([]);
    });

  test('holds what can’t be read, or is of a later version, the rest is there, and that is told', async ({ page, complaints }) => {
    await page.goto('/about/');
    await page.evaluate(() => {
      localStorage.setItem('loose-ties:notes:draft:met-at-an-event', '{"version":1,');
      localStorage.setItem('loose-ties:notes:draft:their-work', '{"version":2}');
      localStorage.setItem('loose-ties:notes:fact:their-name', '{"version":1,"text":"Dana"}');
    });
    const part = await composing(page);
    expect(await part.note.inputValue()).toContain('Hello Dana');
    expect(await part.fold.locator('.problem').textContent()).toMatch(/could not be read\. It is set aside/);
    const other = await new Composing(page, 'their-work').open();
    await other.note.fill(fine);
    expect(await other.fold.locator('.problem').textContent()).toMatch(/newer version/);
    expect(await page.evaluate(() => localStorage.getItem('loose-ties:notes:draft:their-work'))).toBe('{"version":2}');
    expect(complaints).toEqual([]);
  });
});

test('nothing moves when script arrives and says what was begun', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/about/');
  await page.evaluate(
    ([occasions, text]) => {
      for (const name of [...occasions.map((id) => `draft:${id}`), 'own:2026'])
        localStorage.setItem(`loose-ties:notes:${name}`, JSON.stringify({ version: 1, text }));
    },
    [notes.occasions.map(({ id }) => id), fine] as const,
  );
  await watchMovement(page);
  const release = await openBeforeScripts(page, path);
  release();
  await eventually(() => ownNotes(page).locator('small').textContent()).toBe('1');
  const { elements, shifts } = await movement(page);
  expect({ elements, shifts }).toEqual({ elements: [], shifts: [] });
});

test('in use, it fits 320 pixels, can be hit, and axe finds nothing in any look', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const part = await composing(page);
  await part.note.fill(`${fine} We offer much of it to [the event], with an impressive profile.`.padEnd(301, ' and so on'));
  await part.button('Keep among my notes').click();
  await ownNotes(page).locator('summary').click();
  expect(await part.warned()).toHaveLength(4);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const small = await page.locator('lt-note :is(button, input, textarea, summary)').evaluateAll((all) =>
    all.flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      return one.checkVisibility() && (width < 24 || height < 44) ? [one.outerHTML.slice(0, 80)] : [];
    }),
  );
  expect(small).toEqual([]);
  for (const [colorScheme, forcedColors, width] of [
    ['light', 'none', 320],
    ['dark', 'none', 320],
    ['dark', 'active', 320],
    ['light', 'none', 1440],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, forcedColors });
    expect(await faultsByAxe(page), `${colorScheme} ${forcedColors} ${width}`).toEqual([]);
  }
});

test('on paper there are the templates, and no field', async ({ page }) => {
  const part = await composing(page);
  await part.note.fill(fine);
  await page.emulateMedia({ media: 'print' });
  expect(await part.fold.locator('blockquote').isVisible()).toBe(true);
  expect(await part.note.isVisible()).toBe(false);
});

test('who looks for samples in the guide finds it there', async ({ page }) => {
  await page.goto('/network/invitations/');
  await page.getByRole('main').getByRole('link', { name: 'write your note here' }).click();
  await eventually(() => page.locator('h1').innerText()).toMatch(/Write an\s+invitation note/);
});
