/**
 * A monkey on the search: it types letters and words, moves, chooses, opens and closes the dialog, goes to what was found and back, while files fail. What
 * was typed stays as it was typed, nothing of it is in a request, and the focus is not lost to the page. Time passes only where it lets it.
 */
import type { Page } from 'playwright-core';
import type { Walk } from './monkey.ts';
import { wholeAnswerTo } from './search-queries.ts';

/** What people may type, and what may be taken for something else. */
const words = [
  'remove',
  'undo',
  'will they know',
  'blokc',
  'stalked',
  'invitations',
  'Ü',
  '“',
  '#q=',
  '100%',
  '  ',
  '<b>',
  'a',
  '&kind=tip',
  'notified',
];

const maxLetters = 200;

const dialogFile = '**/lt-search-dialog*.js';
const failing = ['**/known-answers.json', '**/pagefind/**', '**/pagefind/{fragment,index}/**', dialogFile];

/** Where the text is that somebody types now. */
interface Sight {
  readonly path: string;
  readonly isOpen: boolean;
  /** In the dialog, and in the field of the page itself; none where there is no such field. */
  readonly typed: { readonly dialog: string | undefined; readonly page: string | undefined };
  /** Which of them would take a letter, with the part of its text that the letter would take the place of. */
  readonly takes: 'dialog' | 'page' | undefined;
  readonly selected: readonly [from: number, to: number];
  /** What has the focus; nothing where the page has it. */
  readonly focus: string;
  readonly isInField: boolean;
  readonly isOnLink: boolean;
}

const look = (page: Page): Promise<Sight> =>
  page.evaluate(() => {
    const active = document.activeElement;
    const dialog = document.querySelector('dialog');
    const isOpen = dialog?.open ?? false;
    const [inDialog, onPage] = [dialog, document.querySelector('main')].map((within) =>
      within?.querySelector<HTMLInputElement>(':is(lt-search, lt-search-field) input'),
    );
    const field = [inDialog, onPage].find((one) => one && (one === active || one.closest('lt-search')?.contains(active)));
    const isOnLink = active?.matches('lt-search li > a') ?? false;
    const takes = field && (field === active || isOnLink) ? field : active === dialog ? inDialog : undefined;
    return {
      path: location.pathname,
      isOpen,
      typed: { dialog: inDialog?.value, page: onPage?.value },
      takes: takes ? (takes === inDialog ? ('dialog' as const) : ('page' as const)) : undefined,
      selected: [takes?.selectionStart ?? 0, takes?.selectionEnd ?? 0] as const,
      focus: active === document.body ? '' : (active?.outerHTML.slice(0, 200) ?? ''),
      isInField: takes !== undefined && takes === active,
      isOnLink,
    };
  });

export class SearchMonkey {
  readonly #page: Page;
  readonly #walk: Walk;
  readonly #random: () => number;
  readonly #sent: string[] = [];
  /** Made-up words, which are in no address by themselves. */
  readonly #madeUp: string[] = [];
  #typed: { dialog: string; page: string | undefined } = { dialog: '', page: undefined };
  readonly #missing = new Set<string>();
  /** What Back leads to, where something was chosen. */
  #left: { path: string; query: string }[] = [];
  /** Not on a page that was just opened. */
  #hasFocusToLose = true;
  #sight: Sight | undefined;
  #count = 1;
  readonly trace: string[] = [];
  isFailing = false;
  readonly ofFailedFiles = /request failed|Failed to (load|fetch)|IslandError: <lt-search(-link)?>|pagefind/i;

  constructor(page: Page, walk: Walk, random: () => number) {
    this.#page = page;
    this.#walk = walk;
    this.#random = random;
  }

  async open(): Promise<void> {
    this.#page.on('request', (request) => {
      this.#sent.push(`${request.url().replace(/#.*/, '')} ${request.postData() ?? ''} ${request.headers()['referer'] ?? ''}`);
    });
    await this.#page.clock.install({ time: 0 });
    await this.#page.clock.pauseAt(1000);
    await this.#page.goto(this.#walk.path);
    await this.#arrive();
  }

  /** Returns how many they were. */
  async steps(): Promise<number> {
    const before = (this.#sight ??= await look(this.#page));
    this.#count = 1;
    const often = [this.#type, this.#type, this.#word, this.#move, this.#move, this.#key, this.#time, this.#kind];
    const sometimes = [this.#toggle, this.#toggle, this.#follow, this.#enter, this.#tab, this.#news, this.#size, this.#reconnect];
    const rare = [this.#fail, this.#fail, this.#mend, this.#back, this.#reload];
    const acts = this.#random() < 0.06 ? rare : this.#random() < 0.35 ? sometimes : often;
    const act = this.#one(acts);
    this.#hasFocusToLose = true;
    await act(before);
    this.#sight = await look(this.#page);
    this.#check(before, this.#sight, act);
    return this.#count;
  }

  /** Whatever failed before, the search finds once its files are there. */
  async finish(): Promise<void> {
    await this.#mend();
    await this.#page.goto('/search/#q=block');
    await this.#page.reload();
    await wholeAnswerTo(this.#page, 'main lt-search', 'block').waitFor({ state: 'attached' });
    if ((await this.#page.locator('main lt-search li > a').count()) === 0) throw new Error('nothing is found any more');
  }

  #check(before: Sight, { typed, focus }: Sight, act: (sight: Sight) => Promise<void>): void {
    if ((typed.dialog ?? '') !== this.#typed.dialog) throw new Error(`the dialog has “${typed.dialog}” and not “${this.#typed.dialog}”`);
    if (typed.page !== this.#typed.page) throw new Error(`the page has “${typed.page}” and not “${this.#typed.page}”`);
    // Tab may lead out of the page, and a link into it.
    const leads: unknown[] = [this.#tab, this.#follow, this.#reconnect];
    if (this.#hasFocusToLose && before.focus && !focus && !leads.includes(act)) throw new Error(`the focus is lost from ${before.focus}`);
    const told = this.#sent.splice(0).filter((sent) => /[?&]q=/.test(sent) || this.#madeUp.some((word) => sent.includes(word)));
    if (told.length > 0) throw new Error(`what was typed is sent: ${told.join()}`);
  }

  /** Some letters, one after another. */
  readonly #type = async (before: Sight): Promise<void> => {
    let [from, to] = before.selected;
    this.#count = 1 + Math.floor(this.#random() * 5);
    for (let letters = 0; letters < this.#count; letters += 1) {
      const letter = this.#random() < 0.2 ? 'Backspace' : String.fromCharCode(97 + Math.floor(this.#random() * 26));
      await this.#press(letter);
      if (letter === 'Backspace' && from === to) from = Math.max(0, from - 1);
      const added = this.#splice(before, [from, to], letter === 'Backspace' ? '' : letter);
      from = to = from + added;
    }
  };

  /** Into the field that is in reach. */
  readonly #word = async ({ isOpen }: Sight): Promise<void> => {
    await this.#page.evaluate(
      (within) => {
        document.querySelector<HTMLElement>(`${within} :is(lt-search, lt-search-field) input`)?.focus();
      },
      isOpen ? 'dialog' : 'main',
    );
    const before = await look(this.#page);
    if (!before.isInField) return;
    const word = this.#random() < 0.4 ? this.#makeUp() : `${this.#one(words)} `;
    this.trace.push(`word “${word}”`);
    await this.#page.keyboard.insertText(word);
    this.#splice(before, before.selected, word);
  };

  #makeUp(): string {
    const word = Array.from({ length: 6 }, () => this.#one(['q', 'z', 'x', 'v', 'j', 'k'])).join('');
    this.#madeUp.push(word);
    return word;
  }

  /** What is in the field then. Returns how many letters were added. */
  #splice({ takes }: Sight, [from, to]: readonly [number, number], added: string): number {
    const text = takes && this.#typed[takes];
    if (!takes || text === undefined) return 0;
    const room = Math.max(0, maxLetters - (text.length - (to - from)));
    const fits = added.slice(0, room);
    this.#typed[takes] = text.slice(0, from) + fits + text.slice(to);
    return fits.length;
  }

  readonly #move = (): Promise<void> => this.#press(this.#one(['ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End']));
  readonly #tab = (): Promise<void> => this.#press(this.#one(['Tab', 'Shift+Tab']));

  /** Escape closes the dialog; a field that holds something it empties. */
  readonly #key = async (before: Sight): Promise<void> => {
    const key = this.#one(['Control+k', 'Escape', 'Shift', 'Control+a', 'Meta+k']);
    if (key.endsWith('k')) await this.#opened(() => this.#press(key));
    else await this.#press(key);
    if (key === 'Escape' && before.isOpen) await this.#closed();
    else if (key === 'Escape' && before.isInField) this.#typed.page = '';
  };

  /** Opens it by the link, or closes it by its button or beside it. */
  readonly #toggle = async ({ isOpen }: Sight): Promise<void> => {
    const pressed = isOpen ? this.#one(['dialog', 'dialog form button']) : 'lt-search-link a';
    this.trace.push(`press ${pressed}`);
    const press = (): Promise<void> =>
      this.#page
        .locator(pressed)
        .first()
        .evaluate((part: HTMLElement) => {
          part.focus();
          part.click();
        });
    if (!isOpen) {
      await this.#opened(press);
      return;
    }
    await press();
    await this.#closed();
  };

  /** The dialog, or where its script fails the page of the search. */
  async #opened(open: () => Promise<void>): Promise<void> {
    await this.#page.evaluate(() => Object.assign(window, { isFromBefore: true }));
    await open();
    await this.#page.waitForFunction(() => {
      const dialog = document.querySelector('dialog');
      if (dialog?.open) return document.activeElement === dialog.querySelector('input');
      return !('isFromBefore' in window) && document.readyState === 'complete';
    });
    // Of one that is open already the text is selected, once its script was asked for again: before anybody could type, but not before this can.
    await this.#page.evaluate(() => scheduler.postTask(() => undefined, { priority: 'background' }));
    if (!(await look(this.#page)).isOpen) await this.#arrive();
  }

  async #closed(hasFocus = true): Promise<void> {
    await this.#page.waitForFunction((isFocused) => {
      const dialog = document.querySelector('dialog');
      const focus = document.activeElement;
      return !dialog?.open && !dialog?.querySelector('input')?.value && (focus !== document.body || !isFocused) && !dialog?.contains(focus);
    }, hasFocus);
    this.#typed.dialog = '';
    // Of a field that gets the focus back from a dialog, Chromium tells the caret at the beginning where it is not.
    if ((await look(this.#page)).isInField) await this.#press('End');
  }

  readonly #kind = async (): Promise<void> => {
    const share = this.#random();
    this.trace.push('kind');
    await this.#page.evaluate((at) => {
      const choice = [...document.querySelectorAll('select')].find((one) => one.checkVisibility());
      if (!choice) return;
      choice.focus();
      choice.selectedIndex = Math.floor(at * choice.options.length);
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    }, share);
  };

  readonly #time = async (): Promise<void> => {
    const passed = this.#one([100, 300, 700]);
    this.trace.push(`${passed} ms`);
    await this.#page.clock.runFor(passed);
  };

  readonly #size = async (): Promise<void> => {
    const [width, height] = [320 + Math.floor(this.#random() * 1000), 300 + Math.floor(this.#random() * 700)];
    this.trace.push(`${width} × ${height}`);
    const focused = await this.#page.evaluateHandle(() => document.activeElement);
    await this.#page.setViewportSize({ width, height });
    // What is not drawn at this width has no focus.
    this.#hasFocusToLose = await focused.evaluate((element) => element?.checkVisibility() ?? false);
    await focused.dispose();
  };

  readonly #news = async (): Promise<void> => {
    const type = this.#one(['pageshow', 'visibilitychange', 'storage', 'resize', 'keydown', 'change', 'focus', 'blur']);
    this.trace.push(`event ${type}`);
    await this.#page.evaluate((name) => dispatchEvent(new Event(name)), type);
  };

  /** As a browser's extension, or another script, may do. */
  readonly #reconnect = async (before: Sight): Promise<void> => {
    const tag = this.#one(['lt-search', 'lt-search-link', 'lt-search-field', 'lt-search-dialog']);
    this.trace.push(`connect ${tag} again`);
    const left = await this.#page.evaluate((name) => {
      for (const island of document.querySelectorAll(name)) {
        const [parent, next] = [island.parentElement, island.nextSibling];
        const focused = island.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined;
        island.remove();
        parent?.insertBefore(island, next);
        focused?.focus();
      }
      return name === 'lt-search-link' ? (history.state as { search?: string } | null)?.search : undefined;
    }, tag);
    // The dialog is made anew.
    if (before.isOpen && /link|dialog/.test(tag)) this.#typed.dialog = '';
    // Who came back to it finds it again.
    if (!left) return;
    await this.#page.waitForFunction((words) => document.querySelector<HTMLInputElement>('dialog[open] input')?.value === words, left);
    this.#typed.dialog = left;
  };

  /** Chooses one of what was found, where anything was. */
  readonly #follow = async (before: Sight): Promise<void> => {
    const chosen = await this.#page.evaluate((share) => {
      const within = document.querySelector('dialog')?.open ? 'dialog' : 'lt-search';
      const links = [...document.querySelectorAll<HTMLAnchorElement>(`${within} li > a`)].filter(
        // That page's policy admits nothing that a search needs.
        (link) => link.checkVisibility() && !link.pathname.endsWith('/tools/triage/'),
      );
      const one = links[Math.floor(share * links.length)];
      const query = (document.querySelector('dialog lt-search') as unknown as { query?: string } | null)?.query ?? '';
      if (!one) return undefined;
      one.focus();
      one.click();
      return { path: one.pathname, query };
    }, this.#random());
    if (!chosen) return;
    this.trace.push(`choose ${chosen.path}`);
    if (chosen.path === before.path) {
      // A link within a page leaves the focus to nothing.
      if (before.isOpen) await this.#closed(false);
      return;
    }
    this.#left.push({ path: before.path, query: before.isOpen ? chosen.query : '' });
    await this.#page.waitForURL(({ pathname }) => pathname === chosen.path);
    await this.#arrive();
  };

  readonly #back = async (): Promise<void> => {
    const last = this.#left.pop();
    if (!last) return;
    this.trace.push('back');
    await this.#page.goBack();
    await this.#arrive();
    // The dialog is there again as it was, unless its files are missing.
    if (!last.query || this.#missing.has(dialogFile)) return;
    await this.#page.waitForFunction(
      ([query, path]) => document.querySelector<HTMLInputElement>('dialog[open] input')?.value === query || location.pathname !== path,
      [last.query, last.path] as const,
    );
    await this.#arrive();
  };

  readonly #reload = async (): Promise<void> => {
    this.trace.push('reload');
    await this.#page.reload();
    await this.#arrive();
  };

  /** Finishes the question. */
  readonly #enter = async (before: Sight): Promise<void> => {
    if (!before.isInField) return;
    const typed = this.#typed[before.takes ?? 'page'] ?? '';
    if (before.takes === 'page' && before.path.endsWith('/search/')) {
      await this.#press('Enter');
      return;
    }
    if (before.takes === 'page') {
      await this.#opened(() => this.#press('Enter'));
      if ((await look(this.#page)).isOpen) this.#typed.dialog = typed;
      return;
    }
    await this.#page.evaluate(() => Object.assign(window, { isFromBefore: true }));
    await this.#press('Enter');
    // On the page of the search only the fragment of the address changes, where there is one.
    if (before.path.endsWith('/search/') && typed.trim()) await this.#closed();
    else await this.#page.waitForFunction(() => !('isFromBefore' in window));
    await this.#arrive();
    if (this.#typed.page !== typed.trim()) throw new Error(`“${typed}” was asked, and the page has “${this.#typed.page}”`);
  };

  readonly #fail = async (): Promise<void> => {
    const file = this.#one(failing);
    this.trace.push(`${file} fails`);
    this.isFailing = true;
    this.#missing.add(file);
    await this.#page.route(file, (route) => route.abort());
  };

  readonly #mend = async (): Promise<void> => {
    this.trace.push('files are there again');
    this.#missing.clear();
    await this.#page.unrouteAll({ behavior: 'ignoreErrors' });
  };

  /** On a page: what it has now is what counts. */
  async #arrive(): Promise<void> {
    // Where the dialog fails, the page of the search has its files again: without them there is nothing to look at.
    if (this.isFailing && new URL(this.#page.url()).pathname.endsWith('/search/')) {
      await this.#mend();
      await this.#page.reload();
    }
    // The frames that a page waits for before it asks for its scripts stand still with the clock.
    await this.#page.waitForLoadState();
    await this.#page.waitForFunction(
      () => document.querySelector('lt-search-link a[aria-keyshortcuts]') && !document.querySelector(':not(:defined, details *)'),
    );
    const { typed } = await look(this.#page);
    this.#hasFocusToLose = false;
    this.#typed = { dialog: typed.dialog ?? '', page: typed.page };
  }

  async #press(key: string): Promise<void> {
    this.trace.push(key);
    await this.#page.keyboard.press(key);
  }

  #one<Thing>(things: readonly Thing[]): Thing {
    const one = things[Math.floor(this.#random() * things.length)];
    if (one === undefined) throw new Error('nothing to choose from');
    return one;
  }
}
