/**
 * Asks external addresses whether they are still there, politely: one request at a time for each host, a pause between two, and a time limit for each.
 * Clock, pause and fetch come in as arguments.
 */
import { refusalOf } from '../src/lib/written/refused-hosts.ts';

/** An address that may fail, and why that is no fault. */
export interface LinkException {
  /** The beginning of the addresses meant, with "https://". */
  readonly from: string;
  readonly why: string;
}

export interface LinkResult {
  readonly address: string;
  readonly outcome: 'there' | 'moved' | 'failed' | 'excepted';
  /** In words: where it moved, how it failed, why it may. */
  readonly note: string;
}

interface Means {
  readonly exceptions: readonly LinkException[];
  readonly fetch: typeof fetch;
  /** Waits between two requests to one host. */
  readonly pause: () => Promise<void>;
  /** Milliseconds for one address, redirects included. */
  readonly timeLimit: number;
  /** Who asks, for the other side's log. */
  readonly userAgent: string;
  /** How many hosts are asked at the same time. */
  readonly hostsAtOnce: number;
}

async function ask(address: string, { fetch, timeLimit, userAgent }: Means): Promise<Omit<LinkResult, 'address'>> {
  try {
    const response = await fetch(address, { headers: { 'user-agent': userAgent }, signal: AbortSignal.timeout(timeLimit) });
    // The answer is enough; nobody reads the page.
    await response.body?.cancel();
    const refusal = refusalOf(response.url);
    if (refusal) return { outcome: 'failed', note: `leads to ${response.url}: ${refusal}` };
    if (!response.ok) return { outcome: 'failed', note: `answers ${response.status}` };
    return response.redirected ? { outcome: 'moved', note: `now at ${response.url}` } : { outcome: 'there', note: '' };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return { outcome: 'failed', note: `no answer within ${timeLimit} ms` };
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { outcome: 'failed', note: `can’t be reached: ${cause instanceof Error ? cause.message || cause.name : String(cause)}` };
  }
}

async function check(address: string, means: Means): Promise<LinkResult> {
  const result = await ask(address, means);
  const exception = means.exceptions.find(({ from }) => address.startsWith(from));
  if (result.outcome !== 'failed' || !exception) return { address, ...result };
  return { address, outcome: 'excepted', note: `${result.note}. ${exception.why}` };
}

/** One result for each different address, in the order given. */
export async function checkLinks(addresses: readonly string[], means: Means): Promise<LinkResult[]> {
  const different = [...new Set(addresses)];
  const queues = new Map<string, string[]>();
  for (const address of different) {
    const { host } = new URL(address);
    queues.set(host, [...(queues.get(host) ?? []), address]);
  }
  const results = new Map<string, LinkResult>();
  const waiting = [...queues.values()];
  const work = async (): Promise<void> => {
    for (let queue = waiting.shift(); queue; queue = waiting.shift()) {
      for (const [index, address] of queue.entries()) {
        if (index > 0) await means.pause();
        results.set(address, await check(address, means));
      }
    }
  };
  await Promise.all(Array.from({ length: means.hostsAtOnce }, work));
  return different.flatMap((address) => results.get(address) ?? []);
}

/** The results for a terminal: what failed last, where the eye is. `places` says where each address stands. */
export function describeLinks(results: readonly LinkResult[], places: ReadonlyMap<string, readonly string[]>): string {
  const titles = { excepted: 'May fail', moved: 'Moved', failed: 'Failed' } as const;
  const lines: string[] = [];
  for (const [outcome, title] of Object.entries(titles)) {
    const found = results.filter((result) => result.outcome === outcome);
    if (found.length === 0) continue;
    lines.push(`${title} (${found.length}):`);
    for (const { address, note } of found)
      lines.push(`  ${address}`, `    ${note}`, ...(places.get(address) ?? []).map((place) => `    in ${place}`));
  }
  const count = (outcome: LinkResult['outcome']): number => results.filter((result) => result.outcome === outcome).length;
  lines.push(
    `${results.length} addresses: ${count('there')} there, ${count('moved')} moved, ${count('excepted')} that may fail, ${count('failed')} failed`,
  );
  return lines.join('\n');
}
