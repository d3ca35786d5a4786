/** Serves the site so that a page arrives in parts, as it does over a slow line: the browser draws each part before the next is sent. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NodeType, parse, type HTMLElement } from 'node-html-parser';
import type { Page } from 'playwright-core';

/**
 * What arrives as one: a field with its label, tables, whose columns are as wide as what is in them, drawings, and what is not seen, templates and menus.
 * So does what has text or spaces of its own, the last words of which move to another line when a comma follows them.
 */
const whole = 'label, table, svg, template, [popover]';
const isText = ({ childNodes }: HTMLElement): boolean => childNodes.some(({ nodeType }) => nodeType === NodeType.TEXT_NODE);

/** So many elements are on the first screen of most pages: their ends are all cut at, since what moves there is seen by everybody. */
const onFirstScreen = 40;

/**
 * Cuts the HTML behind each of the first elements, and into `count` parts after them, with a comment at each end by which the browser can be
 * asked how far it is.
 */
function partsOf(html: string, count: number): string[] {
  const page = parse(html);
  const wholes = new Set(page.querySelectorAll(whole));
  const endsWithin = (element: HTMLElement, depth: number): number[] => {
    const children = wholes.has(element) || isText(element) || depth === 7 ? [] : element.children;
    return [...children.flatMap((child) => endsWithin(child, depth + 1)), element.range[1]];
  };
  const ends = page.querySelectorAll('body > *').flatMap((element) => endsWithin(element, 1));
  const [first, rest] = [ends.slice(0, onFirstScreen), ends.slice(onFirstScreen)];
  const chosen = [
    ...first,
    ...Array.from({ length: count - 1 }, (_, part) => rest[Math.floor(((part + 1) * rest.length) / count)] ?? html.length),
  ];
  return [0, ...chosen].map((start, part) => `${html.slice(start, chosen[part])}<!--part ${part}-->`);
}

/**
 * Opens the page in so many parts, and waits for each to be drawn before the next is sent; `whenDrawn` is called after each.
 * All else comes from the site as fast as ever.
 */
export async function openInParts(page: Page, address: URL, count: number, whenDrawn: () => Promise<void>): Promise<void> {
  const parts = partsOf(await (await fetch(address)).text(), count).map((text) => ({ text, drawn: Promise.withResolvers<undefined>() }));

  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    if (path !== address.pathname) {
      const file = await fetch(new URL(path, address));
      response.writeHead(file.status, { 'content-type': file.headers.get('content-type') ?? '' });
      response.end(Buffer.from(await file.arrayBuffer()));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    for (const { text, drawn } of parts) {
      response.write(text);
      await drawn.promise;
    }
    response.end();
  };
  const server = createServer((request, response) => {
    void answer(request.url ?? '/', response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}${address.pathname}`, { waitUntil: 'commit' });
    for (const [index, { drawn }] of parts.entries()) {
      await page.waitForFunction((comment) => {
        const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
        while (comments.nextNode()) if (comments.currentNode.nodeValue === comment) return true;
        return false;
      }, `part ${index}`);
      await whenDrawn();
      drawn.resolve(undefined);
    }
    await page.waitForLoadState();
    await whenDrawn();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
