/** The link check, against a server of its own: nothing here leaves the machine. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkLinks, describeLinks, type LinkException } from '../../scripts/link-check.ts';
import { linkExceptions } from '../../scripts/link-exceptions.ts';

interface Asked {
  readonly host: string;
  readonly path: string;
  readonly userAgent: string | undefined;
}

let server: Server;
let port: number;
let asked: Asked[] = [];
let answering = new Map<string, number>();
let mostAtOnce = new Map<string, number>();

beforeAll(async () => {
  server = createServer((request, response) => {
    const { host = '', 'user-agent': userAgent } = request.headers;
    const path = request.url ?? '';
    asked.push({ host, path, userAgent });
    const now = (answering.get(host) ?? 0) + 1;
    answering.set(host, now);
    mostAtOnce.set(host, Math.max(mostAtOnce.get(host) ?? 0, now));
    const answer = (status: number, headers: Record<string, string> = {}): void => {
      // A turn of the event loop later, so that a second request to the same host would be noticed.
      setImmediate(() => {
        answering.set(host, (answering.get(host) ?? 0) - 1);
        response.writeHead(status, headers).end('Hello');
      });
    };
    if (path === '/never') return;
    if (path === '/moved') answer(301, { location: '/there' });
    else if (path === '/gone') answer(404);
    else if (path === '/for-people') answer(999);
    else answer(200);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  answering = new Map();
  mostAtOnce = new Map();
});

const at = (path: string, host = '127.0.0.1'): string => `http://${host}:${port}${path}`;

async function check(addresses: string[], { exceptions = [] as LinkException[], timeLimit = 10_000 } = {}) {
  let pauses = 0;
  const pause = (): Promise<void> => {
    pauses += 1;
    return Promise.resolve();
  };
  const results = await checkLinks(addresses, { exceptions, fetch, pause, timeLimit, userAgent: 'link-check-test', hostsAtOnce: 2 });
  return { results, pauses, outcomes: results.map(({ outcome }) => outcome) };
}

test('tells what is there, what has moved and what is gone', async () => {
  const { results } = await check([at('/there'), at('/moved'), at('/gone')]);
  expect(results).toEqual([
    { address: at('/there'), outcome: 'there', note: '' },
    { address: at('/moved'), outcome: 'moved', note: `now at ${at('/there')}` },
    { address: at('/gone'), outcome: 'failed', note: 'answers 404' },
  ]);
});

test('gives up on who does not answer', async () => {
  const { results } = await check([at('/never')], { timeLimit: 50 });
  expect(results).toEqual([{ address: at('/never'), outcome: 'failed', note: 'no answer within 50 ms' }]);
});

test('says who can’t be reached', async () => {
  const { results } = await check(['http://127.0.0.1:1/']);
  expect(results[0]?.outcome).toBe('failed');
  expect(results[0]?.note).toMatch(/^can’t be reached: ./);
});

test('lets an exception fail, with the reason, and no other', async () => {
  const exceptions = [{ from: at('/for-'), why: 'It answers people only.' }];
  const { results } = await check([at('/for-people'), at('/gone')], { exceptions });
  expect(results[0]).toEqual({ address: at('/for-people'), outcome: 'excepted', note: 'answers 999. It answers people only.' });
  expect(results[1]?.outcome).toBe('failed');
});

test('does not need an exception for what is there', async () => {
  expect((await check([at('/there')], { exceptions: [{ from: at('/'), why: 'x' }] })).outcomes).toEqual(['there']);
});

test('takes a redirect to a host that must not be linked for a failure', async () => {
  const landed = { ok: true, redirected: true, url: 'https://www.smprotips.com/', body: null } as Response;
  const [result] = await checkLinks([at('/there')], {
    ...{ exceptions: [], pause: () => Promise.resolve(), timeLimit: 1000, userAgent: 'x', hostsAtOnce: 1 },
    fetch: () => Promise.resolve(landed),
  });
  expect(result?.outcome).toBe('failed');
  expect(result?.note).toMatch(/leads to .*smprotips\.com.*not to be linked/);
});

describe('politeness', () => {
  test('one request at a time for each host, with a pause between two, and several hosts at once', async () => {
    const hosts = ['127.0.0.1', 'localhost'];
    const addresses = hosts.flatMap((host) => ['/a', '/b', '/c'].map((path) => at(path, host)));
    const { outcomes, pauses } = await check(addresses);
    expect(outcomes).toEqual(addresses.map(() => 'there'));
    expect([...mostAtOnce.values()]).toEqual([1, 1]);
    expect(pauses).toBe(4);
  });

  test('each address once, and by name', async () => {
    await check([at('/a'), at('/a'), at('/b')]);
    expect(asked.map(({ path }) => path)).toEqual(['/a', '/b']);
    expect(asked.every(({ userAgent }) => userAgent === 'link-check-test')).toBe(true);
  });
});

test('the report names the place of what failed, and ends with the count', async () => {
  const { results } = await check([at('/there'), at('/moved'), at('/gone')]);
  const report = describeLinks(results, new Map([[at('/gone'), ['src/content/about.mdx:3']]]));
  expect(report).toContain(`Failed (1):\n  ${at('/gone')}\n    answers 404\n    in src/content/about.mdx:3`);
  expect(report.split('\n').at(-1)).toBe('3 addresses: 1 there, 1 moved, 0 that may fail, 1 failed');
});

test('every exception is a whole host or a path of it, and gives a reason', () => {
  for (const { from, why } of linkExceptions) {
    expect(new URL(from).pathname.endsWith('/')).toBe(true);
    expect(why.length).toBeGreaterThan(20);
  }
});
