/**
 * A monkey on one island: a seeded random walk of clicks, keys, sizes, other tabs, Back, elements moved and connected again, storage pulled away and files
 * that fail. Whatever it does, nothing may be thrown or refused, no tick lost, and the focus never dropped by what somebody else does.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { complaintsOf } from './complaints.ts';

export interface Walk {
  /** The name of the island in HTML. */
  readonly island: string;
  readonly path: string;
  /** A page in another tab that shows the same ticks; none for lists that are private. */
  readonly elsewhere?: string;
  /** To be pressed first, so that the island is there. */
  readonly open?: string;
}

/** Each island, where it is met. */
export const walks: readonly Walk[] = [
  { island: 'lt-checklist', path: '/remove/contacts-and-invitations/', elsewhere: '/checklists/withdraw-invitations/' },
  {
    island: 'lt-start-again',
    path: '/remove/contacts-and-invitations/',
    elsewhere: '/checklists/withdraw-invitations/',
    open: 'lt-your-ticks summary',
  },
  {
    island: 'lt-forget',
    path: '/remove/contacts-and-invitations/',
    elsewhere: '/checklists/withdraw-invitations/',
    open: 'lt-your-ticks summary',
  },
  { island: 'lt-your-ticks', path: '/checklists/withdraw-invitations/', elsewhere: '/remove/contacts-and-invitations/' },
  { island: 'lt-progress-note', path: '/checklists/', elsewhere: '/checklists/withdraw-invitations/' },
  { island: 'lt-under-way', path: '/', elsewhere: '/checklists/withdraw-invitations/' },
  { island: 'lt-remember', path: '/checklists/someone-is-bothering-me/' },
  { island: 'lt-leave', path: '/checklists/someone-is-bothering-me/' },
  { island: 'lt-colours', path: '/checklists/withdraw-invitations/', elsewhere: '/remove/contacts-and-invitations/' },
  { island: 'lt-where-you-are', path: '/remove/one-connection/', elsewhere: '/remove/one-connection/' },
  { island: 'lt-catalogue', path: '/evidence/', elsewhere: '/checklists/withdraw-invitations/' },
  { island: 'lt-evidence', path: '/remove/one-connection/', elsewhere: '/remove/one-connection/' },
  { island: 'lt-copy-code', path: '/remove/many-connections/', elsewhere: '/remove/many-connections/' },
  { island: 'lt-places', path: '/remove/one-connection/', elsewhere: '/remove/one-connection/' },
  { island: 'lt-menu', path: '/about/', elsewhere: '/about/' },
];

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The ids of the boxes that are ticked on a page. */
const tickedOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll<HTMLInputElement>('lt-checklist li > input:checked')].map(({ id }) => id).sort());

const boxesOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll('lt-checklist li > input')].map(({ id }) => id));

/** Presses something of the island, or a box of the page. Returns the box it was, or the words of a button. */
const pressOne = (page: Page, selector: string, at: number): Promise<{ box?: string; words?: string }> =>
  page.evaluate(
    ([within, share]) => {
      const inside = ':is(input, button, summary, [href^="#rests-on."])';
      const all = [...document.querySelectorAll<HTMLElement>(`${within} ${inside}, lt-checklist li > input`)].filter((each) =>
        each.checkVisibility(),
      );
      const chosen = all[Math.floor(share * all.length)];
      if (!chosen) return {};
      const words = chosen.ariaLabel ?? chosen.textContent;
      chosen.focus();
      chosen.click();
      return chosen.matches('lt-checklist li > input') ? { box: chosen.id } : { words };
    },
    [selector, at] as const,
  );

/** What takes ticks away, or brings them back, because somebody pressed it. */
const changesTicks = /^(Untick|Undo|Forget|Forget my ticks here)$/;

/** What may be complained of while files fail. */
const ofFailedFiles = /request failed|Failed to (load|fetch)|IslandError: <lt-your-ticks>/;

class Monkey {
  readonly #page: Page;
  readonly #other: Page | undefined;
  readonly #walk: Walk;
  readonly #random: () => number;
  readonly #expected = new Set<string>();
  /** What was done, for who looks for a fault. */
  readonly trace: string[] = [];
  isFailing = false;

  constructor(page: Page, other: Page | undefined, walk: Walk, seed: number) {
    this.#page = page;
    this.#other = other;
    this.#walk = walk;
    this.#random = randomFrom(seed);
  }

  async open(): Promise<void> {
    await this.#page.goto(this.#walk.path);
    if (this.#walk.open) await this.#page.locator(this.#walk.open).click();
    await this.#other?.goto(this.#walk.elsewhere ?? '');
  }

  readonly #press = async (): Promise<void> => {
    const { box, words } = await pressOne(this.#page, this.#walk.island, this.#random());
    this.trace.push(`press ${box ?? words ?? 'nothing'}`);
    if (box) this.#toggle(box);
    if (words && changesTicks.test(words)) await this.#takeOver(words);
  };

  readonly #pressElsewhere = async (): Promise<void> => {
    if (!this.#other) return;
    const { box } = await pressOne(this.#other, 'no-island', this.#random());
    this.trace.push(`press ${box ?? 'nothing'} in the other tab`);
    if (box) this.#toggle(box);
    await this.#agree();
  };

  readonly #colourElsewhere = async (): Promise<void> => {
    this.trace.push('colours in the other tab');
    await this.#other?.locator(`lt-colours [value=${this.#random() < 0.5 ? 'dark' : 'light'}]`).evaluate((box: HTMLElement) => {
      box.click();
    });
  };

  readonly #key = async (): Promise<void> => {
    const keys = ['Tab', 'Shift+Tab', 'Escape', 'ArrowDown', 'ArrowUp', 'Shift', 'a', 'Control+x'];
    const key = keys[Math.floor(this.#random() * keys.length)] ?? 'Tab';
    this.trace.push(key);
    await this.#page.keyboard.press(key);
    // Shift three times leaves the page, as it should.
    if (this.#walk.path.includes('bothering')) await this.#page.keyboard.press('Control');
  };

  readonly #resize = async (): Promise<void> => {
    const [width, height] = [320 + Math.floor(this.#random() * 1000), 300 + Math.floor(this.#random() * 700)];
    this.trace.push(`${width} × ${height}`);
    await this.#page.setViewportSize({ width, height });
  };

  /** As a browser's extension, or another script, may do. */
  readonly #reconnect = async (): Promise<void> => {
    this.trace.push('connect again');
    await this.#page.evaluate(
      ([tag, isMoved]) => {
        for (const island of document.querySelectorAll(tag)) {
          const [parent, next] = [island.parentElement, island.nextSibling];
          const focused = island.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined;
          if (isMoved) document.body.append(island);
          else island.remove();
          parent?.insertBefore(island, next);
          focused?.focus();
        }
      },
      [this.#walk.island, this.#random() < 0.5] as const,
    );
  };

  readonly #news = async (): Promise<void> => {
    const types = ['pageshow', 'visibilitychange', 'storage', 'resize', 'keydown', 'change', 'hashchange'];
    const type = types[Math.floor(this.#random() * types.length)] ?? '';
    this.trace.push(`event ${type}`);
    await this.#page.evaluate((name) => dispatchEvent(new Event(name)), type);
  };

  readonly #pullStorageAway = async (): Promise<void> => {
    const how = Math.floor(this.#random() * 3);
    this.trace.push(`storage away ${how}`);
    await this.#page.evaluate((kind) => {
      const original = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem') ?? {};
      Storage.prototype.setItem = () => {
        if (kind === 0) throw new DOMException('no room', 'QuotaExceededError');
        if (kind === 1) throw new DOMException('not allowed', 'SecurityError');
      };
      Object.assign(window, {
        giveStorageBack: () => {
          Object.defineProperty(Storage.prototype, 'setItem', original);
          dispatchEvent(new Event('pageshow'));
        },
      });
    }, how);
    for (let presses = 0; presses < 3; presses += 1) await this.#press();
    if (!(await tickedOn(this.#page)).every((box) => this.#expected.has(box))) throw new Error('a tick too many without storage');
    await this.#page.evaluate(() => {
      (window as unknown as { giveStorageBack: () => void }).giveStorageBack();
    });
  };

  readonly #failFiles = async (): Promise<void> => {
    this.trace.push('files fail');
    this.isFailing = true;
    await this.#page.route('**/*.js', (route) => route.abort());
    for (let presses = 0; presses < 3; presses += 1) await this.#press();
    await this.#page.unrouteAll({ behavior: 'ignoreErrors' });
  };

  /** Away, and back. What is private lasts as long as the page. */
  readonly #goBack = async (): Promise<void> => {
    if (!this.#other) return;
    this.trace.push('away and back');
    await this.#agree();
    await this.#page.goto('/404.html');
    await this.#page.goBack({ waitUntil: 'load' });
    if (this.#walk.open) await this.#page.locator(this.#walk.open).click();
    await this.#agree();
  };

  readonly #reload = async (): Promise<void> => {
    if (!this.#other) return;
    this.trace.push('reload');
    await this.#page.reload();
    if (this.#walk.open) await this.#page.locator(this.#walk.open).click();
  };

  async step(): Promise<void> {
    const own = [this.#press, this.#press, this.#press, this.#press, this.#key, this.#key, this.#reconnect];
    const others = [this.#pressElsewhere, this.#colourElsewhere, this.#resize, this.#news, this.#news];
    const rare = [this.#pullStorageAway, this.#failFiles, this.#goBack, this.#reload];
    const acts = this.#random() < 0.05 ? rare : this.#random() < 0.3 ? others : own;
    const act = acts[Math.floor(this.#random() * acts.length)] ?? this.#press;
    const hadFocus = others.includes(act) && (await this.#hasFocus());
    await act();
    if (hadFocus && !(await this.#keepsFocus())) throw new Error(`the focus is lost from ${hadFocus}`);
  }

  /** All tabs, and what is kept, show what was ticked. */
  async #agree(): Promise<void> {
    for (const page of [this.#page, this.#other]) {
      if (!page) continue;
      const boxes = await boxesOn(page);
      const wanted = boxes.filter((box) => this.#expected.has(box)).sort();
      let shown: string[] = [];
      for (let wait = 0; wait < 200; wait += 1) {
        shown = await tickedOn(page);
        if (shown.join() === wanted.join()) break;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      if (shown.join() !== wanted.join()) throw new Error(`${page.url()} shows ${shown.join()} and not ${wanted.join()}`);
    }
  }

  readonly finish = (): Promise<void> => this.#agree();

  #toggle(box: string): void {
    if (!this.#expected.delete(box)) this.#expected.add(box);
  }

  /** What somebody asked for is so. */
  async #takeOver(words: string): Promise<void> {
    const ticked = await tickedOn(this.#page);
    if (words.startsWith('Forget')) {
      if (ticked.length > 0 && !words.includes('my')) throw new Error('something is ticked after all was forgotten');
      this.#expected.clear();
    } else {
      for (const box of await boxesOn(this.#page)) this.#expected.delete(box);
    }
    for (const box of ticked) this.#expected.add(box);
  }

  /** What has the focus; nothing where the page has it. */
  readonly #hasFocus = (): Promise<string> =>
    this.#page.evaluate(() => {
      Object.assign(window, { hadFocus: document.activeElement });
      return document.activeElement === document.body ? '' : (document.activeElement?.outerHTML.slice(0, 200) ?? '');
    });

  /** Something has it, or what had it is not drawn at this width. */
  readonly #keepsFocus = (): Promise<boolean> =>
    this.#page.evaluate(() => {
      const { hadFocus } = window as unknown as { hadFocus: Element };
      return document.activeElement !== document.body || (hadFocus.isConnected && !hadFocus.checkVisibility());
    });
}

/** Throws with the seed and what was done last where something is not as it should be. */
export async function letLoose(context: BrowserContext, walk: Walk, { seed, steps }: { seed: number; steps: number }): Promise<void> {
  const page = await context.newPage();
  const other = walk.elsewhere ? await context.newPage() : undefined;
  const complaints = [await complaintsOf(page), ...(other ? [await complaintsOf(other)] : [])];
  const monkey = new Monkey(page, other, walk, seed);
  try {
    await monkey.open();
    for (let step = 0; step < steps; step += 1) {
      await monkey.step();
      const told = complaints.flat().filter((complaint) => !monkey.isFailing || !ofFailedFiles.test(complaint));
      if (told.length > 0) throw new Error(told.join('\n'));
    }
    await monkey.finish();
  } catch (cause) {
    throw new Error(`<${walk.island}>, seed ${seed}, after ${monkey.trace.slice(-12).join(', ')}: ${String(cause)}`, { cause });
  }
}
