/** The page for sorting connections, as somebody finds it. */
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { decode, type Work } from '../../src/islands/triage/decisions-file.ts';
import type { ArchiveFile } from './archives-read.ts';
import { csv, file, header, preamble, zip } from './archives.ts';

export const triagePath = '/tools/triage/';

/** Who is in `madeUpZip`, newest first, as the page names them. Ben has recommended, Chidi has written with the owner. */
export const names = ['Ada Example', 'Ben Sample', 'Chidi Placeholder', 'Dana Pretend', 'Emil Testcase', 'Fay Fiction'] as const;

const link = 'https://www.linkedin.com/in/';
const rowOf = (name: string, at: number): string[] => {
  const [first = '', last = ''] = name.split(' ');
  const company = at < 3 ? 'Northwind' : 'Nowhere Foods';
  return [first, last, `${link}${first}-fictional-${at}`.toLowerCase(), '', company, 'Kite Tester', `06 Jan ${2024 - at}`];
};

/** A list as LinkedIn writes it. */
export const listFile = (rows: readonly (readonly string[])[]): ArchiveFile => file('Connections.csv', preamble + csv([header, ...rows]));

/** Plain people, "Person 1" the newest. */
export const manyPeople = (count: number): ArchiveFile =>
  listFile(
    Array.from({ length: count }, (_, at) => {
      const day = new Date(Date.UTC(2024, 0, 31 - at));
      const month = day.toLocaleString('en', { month: 'short', timeZone: 'UTC' });
      const on = `${String(day.getUTCDate()).padStart(2, '0')} ${month} ${day.getUTCFullYear()}`;
      return ['Person', `${at + 1}`, `${link}person-fictional-${at + 1}`, '', 'Northwind', 'Kite Tester', on];
    }),
  );

const recommendations = file(
  'Recommendations_Received.csv',
  csv([
    ['First Name', 'Last Name', 'Company', 'Job Title', 'Text', 'Creation Date', 'Status'],
    ['Ben', 'Sample', 'Northwind', 'Kite Tester', 'Made-up praise', '11/27/23, 08:15 PM', 'VISIBLE'],
    ['Zoe', 'Nobody', 'Imaginary Rail', 'Teacher', 'Made-up praise', '11/27/23, 08:15 PM', 'VISIBLE'],
  ]),
);

const messages = file(
  'messages.csv',
  csv([
    ['CONVERSATION ID', 'FROM', 'SENDER PROFILE URL', 'TO', 'RECIPIENT PROFILE URLS', 'DATE', 'CONTENT', 'FOLDER'],
    ...[0, 1, 2].map((at) => {
      const parties = [
        ['Olive Owner', `${link}olive-fictional`],
        ['Chidi Placeholder', `${link}chidi-fictional-2`],
      ];
      const [from = [], to = []] = at % 2 ? parties : parties.toReversed();
      return ['1', ...from, ...to, `2024-03-0${at + 1} 10:00:00 UTC`, 'Made-up words', 'INBOX'];
    }),
  ]),
);

/** As LinkedIn makes it. */
export const madeUpZip = (people: readonly string[] = names): ArchiveFile =>
  zip('Basic_LinkedInDataExport_11-26-2026.zip', [listFile(people.map(rowOf)), recommendations, messages]);

export const forPlaywright = ({ name, bytes }: ArchiveFile) => ({ name, mimeType: '', buffer: Buffer.from(bytes) });

export type ViewName = 'load' | 'overview' | 'list' | 'cards' | 'queue' | 'save';

export interface TriageOnPage {
  readonly tool: Locator;
  readonly field: Locator;
  readonly problem: Locator;
  /** What is read out. */
  readonly said: Locator;
  readonly card: Locator;
  /** The name on the card. */
  readonly who: Locator;
  readonly rows: Locator;
  /** In the queue: whose turn it is, where that is known. */
  readonly turn: Locator;
  readonly view: (name: ViewName) => Locator;
  readonly button: (name: string | RegExp) => Locator;
  /** Opens the page, and waits until the tool is there. */
  readonly open: () => Promise<void>;
  /** Brings files by the field, and waits until they are read. */
  readonly load: (...files: readonly ArchiveFile[]) => Promise<void>;
  readonly drop: (...files: readonly ArchiveFile[]) => Promise<void>;
  readonly go: (name: Exclude<ViewName, 'load'> | 'load') => Promise<void>;
  /** Under "Save": chooses that the list is kept too, and waits until it is. */
  readonly keepList: () => Promise<void>;
  /** One decision for all that the list shows. */
  readonly decideForAll: (label: string) => Promise<void>;
  /** Opens the cards from the overview, and waits until the first has the focus. */
  readonly decideOneByOne: () => Promise<void>;
  readonly row: (name: string) => Locator;
  /** What is decided of somebody in the list. */
  readonly chosen: (name: string) => Promise<string | undefined>;
}

const labels = { load: 'File', overview: 'Overview', list: 'List', cards: 'Cards', queue: 'Queue', save: 'Save' } as const;

export function triageOn(page: Page): TriageOnPage {
  const tool = page.locator('lt-triage');
  const view = (name: ViewName): Locator => tool.locator(`> #${name}`);
  const button = (name: string | RegExp): Locator =>
    tool.locator('> section:visible').getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const field = view('load').locator('input[type=file]');
  const row = (name: string): Locator =>
    view('list')
      .getByRole('listitem')
      .filter({ has: page.getByText(name, { exact: true }) });
  const load = async (...files: readonly ArchiveFile[]): Promise<void> => {
    await field.setInputFiles(files.map(forPlaywright));
    await view('overview').waitFor();
  };
  return {
    tool,
    field,
    problem: view('load').locator('.problem'),
    said: tool.locator('> [role=status]'),
    card: view('cards').locator('.card'),
    who: view('cards').locator('.card h3'),
    rows: view('list').locator('.people > li'),
    turn: view('queue').locator('.card h3'),
    view,
    button,
    async open() {
      await page.goto(triagePath);
      await field.waitFor({ state: 'attached' });
    },
    load,
    async drop(...files) {
      const transfer = await page.evaluateHandle(
        (all) => {
          const given = new DataTransfer();
          for (const { name, bytes } of all) given.items.add(new File([new Uint8Array(bytes)], name));
          return given;
        },
        files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
      );
      await tool.dispatchEvent('drop', { dataTransfer: transfer });
    },
    async go(name) {
      await tool.getByRole('navigation', { name: 'Sort' }).getByRole('link', { name: labels[name], exact: true }).click();
      await view(name).waitFor();
    },
    async keepList() {
      await view('save')
        .getByRole('checkbox', { name: /^Keep the list too/ })
        .check();
      await view('save').getByText('Kept for 30 days.').waitFor();
    },
    async decideForAll(label) {
      await view('list').locator('.group').getByRole('button', { name: label, exact: true }).click();
      await view('list')
        .locator('.group')
        .getByRole('button', { name: new RegExp(`^${label}: `) })
        .click();
    },
    async decideOneByOne() {
      await button('Decide one by one').click();
      await view('cards').locator('.card:focus').waitFor();
    },
    row,
    async chosen(name) {
      const values = await row(name)
        .locator('input:checked')
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
      return values[0];
    },
  };
}

/** All that lies in the browser's databases, by their names, as text. Databases that hold nothing are left out. */
export const keptIn = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const found: Record<string, string> = {};
    const promised = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error(String(request.error)));
        };
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await promised(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([promised(all.getAllKeys()), promised(all.getAll())]);
        if (keys.length > 0) found[name] = JSON.stringify([keys, values]);
      }
      database.close();
    }
    return found;
  });

/** What a press saves as a file. */
export async function savedBy(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') };
}

/** What a file of decisions holds. Throws where it is none. */
export function workIn(text: string): Work {
  const read = decode(text);
  if ('what' in read) throw new Error(read.what);
  return read;
}

/** Every request from now on, of pages and workers, but for what lies in the browser itself. The list grows. */
export function requestsOf(context: BrowserContext): readonly string[] {
  const requests: string[] = [];
  context.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url())) requests.push(request.url());
  });
  return requests;
}

/** What a worker of the page, made as the page makes its own, gets when it asks for an address. */
export const askedByWorker = (page: Page, address: string): Promise<string> =>
  page.evaluate(
    (asked) =>
      new Promise<string>((resolve) => {
        const text = `fetch(${JSON.stringify(asked)}, { mode: 'no-cors' }).then(() => postMessage('answered'), () => postMessage('refused'))`;
        const worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
        worker.onmessage = ({ data }) => {
          worker.terminate();
          resolve(String(data));
        };
        worker.onerror = () => {
          resolve('no worker');
        };
      }),
    address,
  );
