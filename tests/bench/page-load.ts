/** One loading of a page in a browser that has seen nothing yet: what is sent, and when it can be read. */
import { blockingTime, kindOf, kinds, layoutShift, type Kind, type Shift } from './load-figures.ts';
import type { SlowBrowser } from './slow-browser.ts';

export interface Load {
  /** Bytes as sent, with the headers of the answers. The favicon is not among them, nor what a worker fetches for later. */
  readonly bytes: Readonly<Record<Kind, number>>;
  readonly requests: number;
  /** Milliseconds since the page was asked for, to its largest paint. */
  readonly largestPaint: number;
  /** Milliseconds. */
  readonly blocked: number;
  readonly shift: number;
}

/** Milliseconds after a page has loaded until which it is looked at, as Lighthouse does. */
const lookAfter = 5000;

/** A whole browser asks for it whether or not the page names one, and sometimes late. */
const isIcon = (address: string): boolean => /\/favicon\.\w+$/.test(new URL(address).pathname);

export async function loadOf(browser: SlowBrowser, address: string): Promise<Load> {
  const visit = await browser.newVisit();
  try {
    const page = await visit.newPage();
    const session = await page.createCDPSession();
    await session.send('Network.enable');
    const bytes = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
    const kindsByRequest = new Map<string, Kind>();
    const asked = new Set<string>();
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (!isIcon(request.url)) asked.add(requestId);
    });
    session.on('Network.responseReceived', ({ requestId, response }) => kindsByRequest.set(requestId, kindOf(response.mimeType)));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (asked.has(requestId)) bytes[kindsByRequest.get(requestId) ?? 'other'] += encodedDataLength;
    });
    await page.goto(address, { waitUntil: 'load' });
    const { tasks, shifts, paints, first, loaded } = await page.evaluate(reported, lookAfter);
    return {
      bytes,
      requests: asked.size,
      largestPaint: paints.at(-1) ?? 0,
      blocked: blockingTime(tasks, first, loaded + lookAfter),
      shift: layoutShift(shifts),
    };
  } finally {
    await visit.end();
  }
}

interface Reported {
  readonly tasks: { readonly start: number; readonly duration: number }[];
  readonly shifts: Shift[];
  /** When something larger than before was painted. */
  readonly paints: number[];
  readonly first: number;
  readonly loaded: number;
}

/** Runs in the page: what it reports of itself until so many milliseconds after now. */
async function reported(wait: number): Promise<Reported> {
  const entries: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
  for (const type of ['longtask', 'layout-shift', 'largest-contentful-paint', 'paint', 'navigation'])
    observer.observe({ type, buffered: true });
  await new Promise((resolve) => setTimeout(resolve, wait));
  const of = (type: string): PerformanceEntry[] => entries.filter(({ entryType }) => entryType === type);
  const shifts = of('layout-shift') as (PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean })[];
  return {
    tasks: of('longtask').map(({ startTime, duration }) => ({ start: startTime, duration })),
    shifts: shifts.filter(({ hadRecentInput }) => !hadRecentInput).map(({ startTime, value }) => ({ start: startTime, value })),
    paints: of('largest-contentful-paint').map(({ startTime }) => startTime),
    first: of('paint').find(({ name }) => name === 'first-contentful-paint')?.startTime ?? 0,
    loaded:
      (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.loadEventEnd ?? performance.now() - wait,
  };
}
