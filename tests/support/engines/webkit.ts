/** WebKit, as GTK builds it, driven by WebDriver over HTTP: the driver comes with it, and a library would add nothing. */
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { EngineGone, keyActions, type Engine, type EngineTab } from './engine.ts';
import { startProgram, type Started } from './started.ts';

/** The key under which WebDriver hands an element over. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** What Debian's package has for it to drive. */
const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** Where nothing shows windows, they go nowhere. */
async function startDisplay(): Promise<{ display: string; started?: Started }> {
  const here = process.env['DISPLAY'];
  if (here) return { display: here };
  const started = await startProgram(
    { path: 'Xvfb', args: ['-displayfd', '1', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'] },
    /^(\d+)\n/,
  );
  return { display: `:${started.found[1] ?? ''}`, started };
}

export async function openWebKit(path: string): Promise<Engine> {
  const { display, started: screen } = await startDisplay();
  const environment = { DISPLAY: display, NO_AT_BRIDGE: '1', GIO_USE_VFS: 'local', LIBGL_ALWAYS_SOFTWARE: '1' };
  const port = await freePort();
  const driver = await startProgram(
    { path: 'sh', args: ['-c', 'echo starting; exec "$0" --port="$1"', path, String(port)], environment },
    /starting/,
  );
  const address = `http://127.0.0.1:${port}`;
  await isReady(address);
  return {
    async newTab() {
      const options = existsSync(miniBrowser) ? { binary: miniBrowser, args: ['--automation'] } : { args: ['--automation'] };
      const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
      const { sessionId } = await command<{ sessionId: string }>('POST', `${address}/session`, { capabilities });
      return tabOf(`${address}/session/${sessionId}`);
    },
    async close() {
      await driver.stop();
      await screen?.stop();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The driver does not say when it is ready. */
async function isReady(address: string): Promise<void> {
  for (;;) {
    try {
      await fetch(`${address}/status`);
      return;
    } catch {
      await nextTurn();
    }
  }
}

/** Milliseconds in which the driver answers anything, on a busy machine too. Now and then it answers nothing any more, which says nothing of the page. */
const longestAnswer = 30_000;

async function command<Result = unknown>(method: 'POST' | 'DELETE', address: string, body?: object): Promise<Result> {
  const signal = AbortSignal.timeout(longestAnswer);
  const response = await fetch(address, { method, signal, ...(body && { body: JSON.stringify(body) }) }).catch((cause: unknown) => {
    throw new EngineGone('WebKit’s driver', cause);
  });
  const { value } = (await response.json()) as { value: Result & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${address}: ${value.error ?? ''}: ${value.message ?? ''}`);
  return value;
}

/** Each has a browser of its own, with nothing kept. */
function tabOf(session: string): EngineTab {
  const post = <Result = unknown>(path: string, body: object = {}): Promise<Result> => command('POST', `${session}${path}`, body);
  const ask = <Value>(expression: string): Promise<Value> =>
    post('/execute/async', {
      script: `const done = arguments[0]; Promise.resolve(${expression}).then(done, (cause) => done(String(cause)));`,
      args: [],
    });
  return {
    async open(url) {
      await post('/url', { url });
    },
    async reload() {
      await post('/refresh');
    },
    async back() {
      await post('/back');
    },
    ask,
    async click(selector) {
      const found = await post<Record<string, string>>('/element', { using: 'css selector', value: selector });
      await post(`/element/${found[elementKey] ?? ''}/click`);
    },
    async press(...keys) {
      await post('/actions', { actions: [{ type: 'key', id: 'keys', actions: keyActions(keys) }] });
    },
    async close() {
      await command('DELETE', session);
    },
  };
}
