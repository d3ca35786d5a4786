/** Firefox, driven by WebDriver BiDi, the protocol it speaks itself: no library, and no driver beside it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyActions, type Engine, type EngineTab } from './engine.ts';
import { startProgram } from './started.ts';

export interface Paper {
  /** In centimetres. */
  readonly width: number;
  readonly height: number;
}

export interface FirefoxTab extends EngineTab {
  /** As a PDF, by the page's own margins. */
  print(paper: Paper): Promise<Buffer>;
}

export interface Firefox extends Engine {
  newTab(): Promise<FirefoxTab>;
}

/** What would reach for the network, or ask the person. */
const quiet: Readonly<Record<string, boolean | number | string>> = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

interface Settings {
  /** Of about:config. */
  readonly preferences?: Readonly<Record<string, boolean | number | string>>;
}

export async function openFirefox(path: string, { preferences = {} }: Settings = {}): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const lines = Object.entries({ ...quiet, ...preferences }).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', '--width', '1280', '--height', '900'];
  const started = await startProgram({ path, args }, /WebDriver BiDi listening on (ws:\S+)/);
  const connection = await Connection.to(`${started.found[1] ?? ''}/session`);
  await connection.send('session.new', { capabilities: {} });
  return {
    async newTab() {
      const { userContext } = await connection.send<{ userContext: string }>('browser.createUserContext', {});
      const { context } = await connection.send<{ context: string }>('browsingContext.create', { type: 'tab', userContext });
      return tabOf(connection, context, userContext);
    },
    async close() {
      await started.stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: string; readonly sharedId?: string };
  readonly exceptionDetails?: { readonly text: string };
}

function tabOf(connection: Connection, context: string, userContext: string): FirefoxTab {
  const evaluate = async (expression: string): Promise<Evaluated['result']> => {
    const answer = await connection.send<Evaluated>('script.evaluate', { expression, target: { context }, awaitPromise: true });
    if (answer.type === 'exception') throw new Error(`${expression}: ${answer.exceptionDetails?.text ?? ''}`);
    return answer.result;
  };
  const perform = (actions: object): Promise<unknown> => connection.send('input.performActions', { context, actions: [actions] });
  return {
    async open(url) {
      await connection.send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async reload() {
      await connection.send('browsingContext.reload', { context, wait: 'complete' });
    },
    async back() {
      await connection.send('browsingContext.traverseHistory', { context, delta: -1 });
    },
    async ask<Value>(expression: string) {
      const answer = await evaluate(`(async () => JSON.stringify(await (${expression})))()`);
      return (answer?.value === undefined ? undefined : JSON.parse(answer.value)) as Value;
    },
    async click(selector) {
      const found = await evaluate(
        `(() => { const found = document.querySelector(${JSON.stringify(selector)}); found.scrollIntoView({ block: 'center', behavior: 'instant' }); return found; })()`,
      );
      const origin = { type: 'element', element: { sharedId: found?.sharedId } };
      const actions = [
        { type: 'pointerMove', x: 0, y: 0, origin },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await perform({ type: 'pointer', id: 'mouse', actions });
    },
    async press(...keys) {
      await perform({ type: 'key', id: 'keys', actions: keyActions(keys) });
    },
    async print({ width, height }) {
      const wanted = { context, background: false, page: { width, height }, shrinkToFit: false };
      const { data } = await connection.send<{ data: string }>('browsingContext.print', wanted);
      return Buffer.from(data, 'base64');
    },
    async close() {
      await connection.send('browser.removeUserContext', { userContext });
    },
  };
}

interface Message {
  readonly id?: number;
  readonly type: string;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

/** Commands and their answers. */
class Connection {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (cause: Error) => void }>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      this.#receive(JSON.parse(String(data)) as Message);
    });
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox has gone'));
    });
  }

  static async to(address: string): Promise<Connection> {
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => {
        reject(new Error(`Firefox does not answer at ${address}`));
      });
    });
    return new Connection(socket);
  }

  send<Result = unknown>(method: string, params: object): Promise<Result> {
    const id = ++this.#last;
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  #receive({ id, type, result, error, message }: Message): void {
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (!waiting || id === undefined) return;
    this.#waiting.delete(id);
    if (type === 'success') waiting.resolve(result);
    else waiting.reject(new Error(`${error ?? ''}: ${message ?? ''}`));
  }
}
