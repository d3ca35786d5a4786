/**
 * A monkey on one island: a seeded random walk of clicks, keys, sizes, other tabs, Back, elements moved and connected again, storage pulled away and files
 * that fail. Whatever it does, nothing may be thrown or refused, no tick lost, and the focus never dropped by what somebody else does.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { complaintsOf } from './complaints.ts';
import { SearchMonkey } from './search-monkey.ts';
import { chanceFrom } from '../../src/islands/triage/chance.ts';

export interface Walk {
  /** The name of the island in HTML. */
  readonly island: string;
  readonly path: string;
  /** A page in another tab that shows the same ticks; none for lists that are private. */
  readonly elsewhere?: string;
  /** To be pressed first, so that the island is there. */
  readonly open?: string;
  /** What is there once that has been pressed, where it takes a while. */
  readonly opens?: string;
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
  { island: 'lt-plan', path: '/tools/plan/', elsewhere: '/tools/plan/' },
  { island: 'lt-remember', path: '/checklists/someone-is-bothering-me/' },
  { island: 'lt-leave', path: '/checklists/someone-is-bothering-me/' },
  { island: 'lt-colours', path: '/checklists/withdraw-invitations/', elsewhere: '/remove/contacts-and-invitations/' },
  { island: 'lt-where-you-are', path: '/remove/one-connection/', elsewhere: '/remove/one-connection/' },
  { island: 'lt-ways', path: '/decide/ways-to-step-back/', open: 'lt-ways a', opens: 'lt-ways section' },
  { island: 'lt-catalogue', path: '/evidence/', elsewhere: '/checklists/withdraw-invitations/' },
  { island: 'lt-evidence', path: '/remove/one-connection/', elsewhere: '/remove/one-connection/' },
  { island: 'lt-copy-code', path: '/remove/many-connections/', elsewhere: '/remove/many-connections/' },
  { island: 'lt-places', path: '/remove/one-connection/', elsewhere: '/remove/one-connection/' },
  { island: 'lt-menu', path: '/about/', elsewhere: '/about/' },
  { island: 'lt-reminder', path: '/network/yearly-review/', elsewhere: '/checklists/yearly-review/' },
  { island: 'lt-carry', path: '/tools/carry/', elsewhere: '/checklists/withdraw-invitations/' },
  { island: 'lt-kept-here', path: '/about/', elsewhere: '/checklists/withdraw-invitations/' },
  { island: 'lt-triage', path: '/tools/triage/', open: '#load p > button' },
  { island: 'lt-note', path: '/tools/invitation-note/', elsewhere: '/tools/invitation-note/' },
  { island: 'lt-search', path: '/search/' },
  { island: 'lt-search-link', path: '/about/' },
  { island: 'lt-search-field', path: '/' },
];

interface Ticks {
  readonly boxes: readonly string[];
  readonly ticked: readonly string[];
}

/** Which boxes a page has, and which of them are ticked. */
const ticksOn = (page: Page): Promise<Ticks> =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLInputElement>('lt-checklist li > input')];
    return { boxes: boxes.map(({ id }) => id), ticked: boxes.filter(({ checked }) => checked).map(({ id }) => id) };
  });

/** What is done within a page: something of the island, or a box of the page, is pressed; the island is taken out, or moved, and put back; an event comes. */
type Act = { readonly press: number } | { readonly reconnect: boolean } | { readonly news: string };

/** What came of it. */
interface Done {
  readonly what: string;
  /** The box that was pressed, and whether it was ticked before. */
  readonly box?: string;
  readonly wasTicked?: boolean;
  /** After what takes ticks away, or brings them back, because somebody pressed it. */
  readonly words?: string;
  readonly ticks?: Ticks;
  /** After what leads to a place on the page. */
  readonly hash?: string;
  /** What had the focus, where an event took it. */
  readonly lostFocus?: string;
}

/** What takes ticks away, or brings them back, because somebody pressed it. */
const changesTicks = '^(Untick|Undo|Forget|Forget my ticks here)$';

/** Does one after another without going to and fro. What an act sets off by itself may happen before the next. */
const doWithin = (page: Page, island: string, acts: readonly Act[]): Promise<Done[]> =>
  page.evaluate(
    async ([tag, todo, changing]) => {
      const isBox = 'lt-checklist li > input';
      let hasTicked = false;
      /** Nothing where what takes ticks away would follow a tick at once. */
      const press = (share: number): Done | undefined => {
        // A person's press alone opens what chooses a file.
        const inside =
          ':is(input:not([type=file]), button, summary, [href^="#rests-on."]:not(.place), .views > a, .ways li > a, .ways .again > a, b ~ a)';
        // The links to places stand all over the page.
        const own = tag === 'lt-places' ? 'main .place' : `${tag} ${inside}`;
        const all = [...document.querySelectorAll<HTMLElement>(`${own}, ${isBox}`)].filter((each) => each.checkVisibility());
        const chosen = all[Math.floor(share * all.length)];
        if (!chosen) return { what: 'press nothing' };
        const words = chosen.ariaLabel ?? chosen.textContent;
        if (new RegExp(changing).test(words) && hasTicked) return undefined;
        const wasTicked = (chosen as HTMLInputElement).checked;
        chosen.focus();
        chosen.click();
        if (!chosen.matches(isBox)) {
          const { hash } = chosen as Partial<HTMLAnchorElement>;
          return { what: `press ${words}`, ...(new RegExp(changing).test(words) && { words }), ...(hash && { hash }) };
        }
        if ((chosen as HTMLInputElement).checked === wasTicked) throw new Error(`${chosen.id} can't be pressed`);
        hasTicked = true;
        return { what: `press ${chosen.id}`, box: chosen.id, wasTicked };
      };
      /** As a browser's extension, or another script, may do. */
      const reconnect = (isMoved: boolean): Done => {
        for (const island of document.querySelectorAll(tag)) {
          const [parent, next] = [island.parentElement, island.nextSibling];
          const focused = island.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined;
          if (isMoved) document.body.append(island);
          else island.remove();
          parent?.insertBefore(island, next);
          focused?.focus();
        }
        return { what: 'connect again' };
      };
      const whatFollows = async (): Promise<void> => {
        const { port1, port2 } = new MessageChannel();
        await new Promise((resolve) => {
          port1.onmessage = resolve;
          port2.postMessage('');
        });
        port1.close();
      };
      const isAnswered = (): boolean => {
        const asking = document.querySelector<HTMLElement>('lt-ways');
        return asking?.onclick !== null || asking.querySelector('.ways') !== null;
      };
      /** Whatever a link within the page leads to is there, which may take the focus. */
      const isFollowed = ({ hash }: Done): boolean => !hash || hash === location.hash || document.querySelector(':popover-open') !== null;
      /** What is pressed again, before what it leads to is there, leads elsewhere. */
      const settled = async (done: Done): Promise<void> => {
        for (let turn = 0; turn < 200 && !(isAnswered() && isFollowed(done)); turn += 1) await whatFollows();
      };
      const bring = async (type: string): Promise<Done> => {
        const had = document.activeElement;
        dispatchEvent(new Event(type));
        await whatFollows();
        const isLost =
          had && had !== document.body && document.activeElement === document.body && !(had.isConnected && !had.checkVisibility());
        return { what: `event ${type}`, ...(isLost && { lostFocus: had.outerHTML.slice(0, 200) }) };
      };
      const all: Done[] = [];
      for (const act of todo) {
        const done = 'press' in act ? press(act.press) : 'reconnect' in act ? reconnect(act.reconnect) : await bring(act.news);
        if (!done) break;
        await whatFollows();
        await settled(done);
        const boxes = [...document.querySelectorAll<HTMLInputElement>(isBox)];
        const ticked = boxes.filter(({ checked }) => checked).map(({ id }) => id);
        all.push(done.words ? { ...done, ticks: { boxes: boxes.map(({ id }) => id), ticked } } : done);
      }
      return all;
    },
    [island, acts, changesTicks] as const,
  );

/** As many acts within a page as follow each other at most. */
const maxActs = 12;

const news = ['pageshow', 'visibilitychange', 'storage', 'resize', 'keydown', 'change', 'hashchange'];

class Monkey {
  readonly #page: Page;
  readonly #other: Page | undefined;
  readonly #walk: Walk;
  readonly #random: () => number;
  readonly #expected = new Set<string>();
  /** What was done, for who looks for a fault. */
  readonly trace: string[] = [];
  isFailing = false;
  /** What may be complained of once files have failed. */
  readonly ofFailedFiles = /request failed|Failed to (load|fetch)|IslandError: <lt-(your-ticks|carry)>/;

  constructor(page: Page, other: Page | undefined, walk: Walk, random: () => number) {
    this.#page = page;
    this.#other = other;
    this.#walk = walk;
    this.#random = random;
  }

  async open(): Promise<void> {
    await this.#page.goto(this.#walk.path);
    if (this.#walk.open) await this.#page.locator(this.#walk.open).first().click();
    if (this.#walk.opens) await this.#page.locator(this.#walk.opens).waitFor();
    await this.#other?.goto(this.#walk.elsewhere ?? '');
  }

  async #doHere(acts: readonly Act[], settled = this.#agree): Promise<void> {
    let left = acts;
    while (left.length > 0) {
      const all = await doWithin(this.#page, this.#walk.island, left);
      for (const done of all) {
        this.trace.push(done.what);
        if (done.lostFocus) throw new Error(`the focus is lost from ${done.lostFocus}`);
        if (done.box) this.#toggle(done.box, done.wasTicked);
        if (done.words && done.ticks) this.#takeOver(done.words, done.ticks);
      }
      left = left.slice(all.length);
      // No person is faster than a tick is in another tab.
      if (left.length > 0) await settled();
    }
  }

  readonly #pressThrice = (): Promise<void> => {
    const looked = async (): Promise<void> => {
      await (this.#other && ticksOn(this.#other));
    };
    return this.#doHere(
      [1, 2, 3].map(() => ({ press: this.#random() })),
      looked,
    );
  };

  readonly #pressElsewhere = async (): Promise<void> => {
    if (!this.#other) return;
    await this.#agree();
    const [done] = await doWithin(this.#other, 'no-island', [{ press: this.#random() }]);
    this.trace.push(`${done?.what ?? ''} in the other tab`);
    if (done?.box) this.#toggle(done.box, done.wasTicked);
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
    await this.#pressThrice();
    const tooMany = (await ticksOn(this.#page)).ticked.filter((box) => !this.#expected.has(box));
    if (tooMany.length > 0) throw new Error(`ticked without storage: ${tooMany.join()}`);
    await this.#page.evaluate(() => {
      (window as unknown as { giveStorageBack: () => void }).giveStorageBack();
    });
  };

  readonly #failFiles = async (): Promise<void> => {
    this.trace.push('files fail');
    this.isFailing = true;
    await this.#page.route('**/*.js', (route) => route.abort());
    await this.#pressThrice();
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

  /** What is done within the page, up to the first act of another kind, and that. Returns how many acts it were, of `most`. */
  async steps(most: number): Promise<number> {
    const here: Act[] = [];
    while (here.length < Math.min(maxActs, most)) {
      const other = this.#next(here);
      if (!other) continue;
      await this.#doHere(here);
      await this.#doOther(other);
      return here.length + 1;
    }
    await this.#doHere(here);
    return here.length;
  }

  /** Adds to `here`, or returns what is done from without. */
  #next(here: Act[]): (() => Promise<void>) | undefined {
    const rare = [this.#pullStorageAway, this.#failFiles, this.#goBack, this.#reload];
    const others = [this.#pressElsewhere, this.#colourElsewhere, this.#resize, 'news', 'news'] as const;
    const own = ['press', 'press', 'press', 'press', this.#key, this.#key, 'reconnect'] as const;
    const acts = this.#random() < 0.05 ? rare : this.#random() < 0.3 ? others : own;
    const act = acts[Math.floor(this.#random() * acts.length)] ?? 'press';
    if (typeof act === 'function') return act;
    if (act === 'press') here.push({ press: this.#random() });
    else if (act === 'reconnect') here.push({ reconnect: this.#random() < 0.5 });
    else here.push({ news: news[Math.floor(this.#random() * news.length)] ?? '' });
    return undefined;
  }

  async #doOther(act: () => Promise<void>): Promise<void> {
    const isOthers = [this.#pressElsewhere, this.#colourElsewhere, this.#resize].includes(act);
    const hadFocus = isOthers && (await this.#hasFocus());
    await act();
    if (hadFocus && !(await this.#keepsFocus())) throw new Error(`the focus is lost from ${hadFocus}`);
  }

  /** All tabs, and what is kept, show what was ticked. */
  readonly #agree = async (): Promise<void> => {
    for (const page of [this.#page, this.#other]) {
      if (!page) continue;
      let shown: Ticks = await ticksOn(page);
      const wanted = shown.boxes.filter((box) => this.#expected.has(box)).join();
      for (let wait = 0; wait < 200 && shown.ticked.join() !== wanted; wait += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        shown = await ticksOn(page);
      }
      if (shown.ticked.join() !== wanted) throw new Error(`${page.url()} shows ${shown.ticked.join()} and not ${wanted}`);
    }
  };

  readonly finish = (): Promise<void> => this.#agree();

  #toggle(box: string, wasTicked: boolean | undefined): void {
    if (this.#expected.has(box) !== wasTicked) throw new Error(`${box} was ${wasTicked ? '' : 'not '}ticked before it was pressed`);
    if (wasTicked) this.#expected.delete(box);
    else this.#expected.add(box);
  }

  /** What somebody asked for is so. */
  #takeOver(words: string, { boxes, ticked }: Ticks): void {
    if (words.startsWith('Forget')) {
      if (ticked.length > 0 && !words.includes('my')) throw new Error('something is ticked after all was forgotten');
      this.#expected.clear();
    } else {
      for (const box of boxes) this.#expected.delete(box);
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
  // Nobody prints as often.
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  const other = walk.elsewhere ? await context.newPage() : undefined;
  const complaints = [await complaintsOf(page), ...(other ? [await complaintsOf(other)] : [])];
  // The search is met on every page: each of its islands has a walk of its own.
  const random = chanceFrom(seed + 100_000 * walks.indexOf(walk));
  const monkey = walk.island.startsWith('lt-search') ? new SearchMonkey(page, walk, random) : new Monkey(page, other, walk, random);
  try {
    await monkey.open();
    for (let done = 0; done < steps;) {
      done += await monkey.steps(steps - done);
      const told = complaints.flat().filter((complaint) => !monkey.isFailing || !monkey.ofFailedFiles.test(complaint));
      if (told.length > 0) throw new Error(told.join('\n'));
    }
    await monkey.finish();
  } catch (cause) {
    throw new Error(`<${walk.island}>, seed ${seed}, after ${monkey.trace.slice(-12).join(', ')}: ${String(cause)}`, { cause });
  }
}
