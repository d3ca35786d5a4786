/** What machines read: pages as Markdown, the list of them, the feed of changes and the reminder for calendars, held against what is written. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser, onErrorStopParsing, type Element as XmlElement } from '@xmldom/xmldom';
import ICAL from 'ical.js';
import { sync as nodeIcal } from 'node-ical';
import { HTMLElement, parse as parseHtml, TextNode, type Node } from 'node-html-parser';
import { markdownToHtml, markdownToMdast, type MdastNode } from 'satteri';
import { describe, expect, inject, test } from 'vitest';
import { calendarFile } from '../../src/browser/calendar.ts';
import { monthsAfter, spokenDate } from '../../src/lib/dates.ts';
import { newestSource, verdictMeanings } from '../../src/lib/evidence/verdicts.ts';
import { createWording } from '../../src/lib/markdown/wording.ts';
import { readerId } from '../../src/lib/markdown/reader-ids.ts';
import { componentsIn, referencesIn, treeOf } from '../../src/lib/written/references.ts';
import { findTokens } from '../../src/lib/written/tokens.ts';
import { elementAt, kindOf, pageAt, pages, pagesUnderBase, siteFolder, words, type Page } from '../support/built-site.ts';
import { hasFile } from '../support/site-files.ts';
import { testDay, testOrigin, underBase } from '../support/variants.ts';
import { writtenContent } from '../support/written-content.ts';

const { guides, checklists, questions, claims, sources, changes, interface: names } = writtenContent;
const folderUnderBase = inject('siteUnderBaseFolder');
const wording = await createWording({ interface: names, claims, base: '/' });

const read = (path: string, folder = siteFolder): string => readFileSync(join(folder, path), 'utf8');
const markdownAt = (id: string): string => read(`${id}.md`);

function* nodesOf(node: MdastNode): Generator<MdastNode> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}
const nodesIn = (markdown: string): MdastNode[] => [...nodesOf(markdownToMdast(markdown))];
/** With code as elements, as a browser has it. */
const parse = (html: string): HTMLElement => parseHtml(html, { blockTextElements: { script: true, style: true } });

/** The words of each piece of text by itself: two that stand in two blocks are two. */
function piecesOf(node: Node): string[] {
  if (node instanceof TextNode) return node.text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return node instanceof HTMLElement ? node.childNodes.flatMap(piecesOf) : [];
}

/** What a reader reads of an authored text. The host that a page names behind a link is in the link’s address here. */
async function plainText(text: string): Promise<string> {
  const html = parse(await wording.blockHtml(text));
  for (const host of html.querySelectorAll('.host')) host.remove();
  return words(html).replaceAll(/ (?=[.,:;)])/g, '');
}

/** Quotation marks as they are: what is made curly on the page stands so here. */
const wordsOf = (markdown: string): string => words(parse(markdownToHtml(markdown).html));
const headingsIn = (markdown: string): string[] => parse(markdownToHtml(markdown).html).querySelectorAll('h1, h2, h3').map(words);

const claimTokens = (text: string | undefined): string[] =>
  findTokens(text ?? '').tokens.flatMap((token) => (token.kind === 'claim' ? [token.name] : []));

const textsOf = (id: string): string[] => {
  const { summary, steps, finish } = checklists.get(id) ?? { summary: '', steps: [], finish: '' };
  return [summary, ...steps.flatMap(({ action, expect: seen, ifNot, undo, detail }) => [action, seen, ifNot, undo, detail]), finish].filter(
    (text) => text !== undefined,
  );
};

const sentences = async (text: string): Promise<string[]> =>
  // A claim's mark is words in Markdown, so what is between claims is looked for.
  Promise.all(text.split(/\{claim:[^}]*\}/).map(async (part) => plainText(part)));

async function expectChecklist(id: string, markdown: string): Promise<void> {
  const found = wordsOf(markdown);
  for (const text of textsOf(id)) for (const part of await sentences(text)) expect(found, text).toContain(part);
}

/** That a text rests on these claims: each with its sentence, verdict, newest source and day. */
async function expectClaims(ids: Iterable<string>, markdown: string): Promise<void> {
  const found = wordsOf(markdown);
  for (const id of ids) {
    const claim = claims.get(id);
    if (!claim) throw new Error(`no claim is called ${id}`);
    const newest = newestSource(claim, sources);
    const source = newest ? `Newest source: ${newest.publisher}, ${spokenDate(newest.date)}.` : 'No source of weight is dated.';
    expect(found).toContain(
      `${verdictMeanings[claim.verdict].word}: ${await wording.plainText(claim.statement)} ${source} Read on ${spokenDate(claim.verified.date)}.`,
    );
  }
}

const kinds = ['guide', 'checklist', 'questions'];
const withMarkdown = (among: readonly Page[]): Page[] => among.filter((page) => kinds.includes(kindOf(page) ?? ''));
const markdownFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `/${file.replaceAll('\\', '/')}`)
    .sort();

describe.each([...guides.values()])('$id.md', ({ id, title, answer, body }) => {
  const markdown = markdownAt(id);
  const shown = componentsIn(body).flatMap(({ component, given }) => (component === 'Checklist' ? [String(given.get('id'))] : []));

  test('begins with title and answer', async () => {
    expect(headingsIn(markdown)[0]).toBe(words(parse(await wording.inlineHtml(title))));
    for (const part of await sentences(answer)) expect(wordsOf(markdown)).toContain(part);
  });

  test('has every heading, in order', () => {
    const written = [...nodesOf(treeOf(body))].filter((node) => node.type === 'heading').length;
    const onPage = pageAt(`/${id}/`)
      .document.querySelectorAll('main h2, main h3')
      .filter((heading) => !heading.closest('nav'))
      .map(words);
    expect(onPage.length).toBeGreaterThanOrEqual(written);
    expect(headingsIn(markdown).slice(1)).toEqual(onPage);
  });

  test('has every step of its checklists, each as a box to tick', async () => {
    for (const one of shown) await expectChecklist(one, markdown);
    const boxes = nodesIn(markdown).filter((node) => node.type === 'listItem' && node.checked === false);
    expect(boxes).toHaveLength(shown.reduce((sum, one) => sum + (checklists.get(one)?.steps.length ?? 0), 0));
  });

  test('has every claim that it rests on', async () => {
    const inBody = referencesIn(body).flatMap(({ component, targets }) =>
      ['Claim', 'Rests', 'BothSides'].includes(component) ? targets : [],
    );
    const all = new Set([...inBody, ...claimTokens(answer), ...shown.flatMap((one) => textsOf(one).flatMap(claimTokens))]);
    await expectClaims(all, markdown);
  });

  test('has every word of the page that is neither a way around it nor a control', () => {
    const document = pageAt(`/${id}/`).document.querySelector('main')?.clone();
    const main = parse(document?.toString() ?? '');
    const leftOut =
      'nav, script, fieldset, svg, lt-evidence, lt-your-ticks, lt-leave, lt-remember, .progress, .care, .host, .unseen, .place, .screen, pre';
    for (const piece of main.querySelectorAll(leftOut)) piece.remove();
    const found = new Set(piecesOf(parse(markdownToHtml(markdown).html)));
    expect(piecesOf(main).filter((word) => !found.has(word))).toEqual([]);
  });
});

describe.each([...checklists.values()])('checklists/$id.md', ({ id, title }) => {
  const markdown = markdownAt(`checklists/${id}`);

  test('has the title, every step and every claim', async () => {
    expect(headingsIn(markdown)[0]).toBe(title);
    await expectChecklist(id, markdown);
    await expectClaims(new Set(textsOf(id).flatMap(claimTokens)), markdown);
  });
});

test('questions.md has every question, its answer and what it rests on', async () => {
  const markdown = markdownAt('questions');
  const found = wordsOf(markdown);
  for (const { question, body } of questions.values()) {
    expect(headingsIn(markdown)).toContain(question);
    for (const part of await sentences(body)) expect(found, question).toContain(part);
  }
  await expectClaims(new Set([...questions.values()].flatMap(({ rests }) => rests)), markdown);
});

describe.each([
  { where: 'where the site knows its address', folder: siteFolder, among: pages, begins: `${testOrigin}/`, base: '' },
  {
    where: 'where it knows none, under a path',
    folder: folderUnderBase,
    among: pagesUnderBase,
    begins: `${underBase.base}/`,
    base: underBase.base,
  },
])('$where', ({ folder, among, begins, base }) => {
  const pathOf = (address: string): string => address.replace(testOrigin, '').slice(base.length);
  /** Whether the page, and the place on it, are there. */
  const leadsSomewhere = (address: string): boolean => {
    const [path = '', place] = pathOf(address).split('#');
    if (!hasFile(folder, path)) return false;
    return place === undefined || [place, readerId(place)].some((id) => elementAt(pageAt(path, among).document, id) !== undefined);
  };

  test('each guide, checklist and page of questions lies beside itself as Markdown, and says so in its head; no other does', () => {
    expect(markdownFiles(folder)).toEqual(
      withMarkdown(among)
        .map(({ path }) => path.replace(/\/$/, '.md'))
        .sort(),
    );
    for (const page of among) {
      const told = page.document
        .querySelectorAll('head link[rel=alternate][type="text/markdown"]')
        .map((link) => link.getAttribute('href'));
      expect(told, page.path).toEqual(kinds.includes(kindOf(page) ?? '') ? [`${base}${page.path.replace(/\/$/, '.md')}`] : []);
    }
  });

  test('no component, tag, token or picture is left in any, and every link is whole and leads somewhere', () => {
    for (const path of markdownFiles(folder)) {
      const markdown = read(path, folder);
      for (const node of nodesIn(markdown)) {
        expect(['html', 'image', 'mdxJsxFlowElement'], path).not.toContain(node.type);
        if (node.type === 'text') expect(node.value, path).not.toMatch(/\{(ui|claim):|<\/?[A-Z]/);
        if (node.type !== 'link') continue;
        if (!/^(https?:|mailto:|tel:)/.test(node.url) || node.url.startsWith(testOrigin)) {
          expect(node.url.startsWith(begins), `${path}: ${node.url}`).toBe(true);
          expect(leadsSomewhere(node.url), `${path}: ${node.url}`).toBe(true);
        }
        expect(node.children.length, `${path}: ${node.url}`).toBeGreaterThan(0);
      }
    }
  });

  test('llms.txt has the form of llmstxt.org, and lists all of them', () => {
    const text = read('llms.txt', folder);
    const blocks = markdownToMdast(text);
    const [title, summary, ...others] = blocks.type === 'root' ? blocks.children : [];
    expect(title).toMatchObject({ type: 'heading', depth: 1 });
    expect(summary?.type).toBe('blockquote');
    const first = others.findIndex(({ type }) => type === 'heading');
    for (const [index, block] of others.slice(first).entries())
      expect(block).toMatchObject(index % 2 === 0 ? { type: 'heading', depth: 2 } : { type: 'list' });
    const listed = [...text.matchAll(/^- \[.+\]\((\S+)\): \S/gm)].map(([, address = '']) => address);
    expect(listed.filter((address) => !leadsSomewhere(address) || !address.startsWith(begins))).toEqual([]);
    expect(
      listed
        .filter((address) => address.endsWith('.md'))
        .map(pathOf)
        .sort(),
    ).toEqual(markdownFiles(folder));
  });

  describe('the feed of changes', () => {
    const text = read('changes.xml', folder);
    const feed = new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'application/xml').documentElement;
    if (!feed) throw new Error('there is no feed');
    const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
      [...element.childNodes].filter((child): child is XmlElement => child.nodeName === name);
    const textIn = (element: XmlElement, name: string): string => childrenOf(element, name)[0]?.textContent ?? '';
    const linksOf = (element: XmlElement) =>
      childrenOf(element, 'link').map((link) => [link.getAttribute('rel'), link.getAttribute('href') ?? ''] as const);
    const entries = childrenOf(feed, 'entry').map((entry) => ({
      id: textIn(entry, 'id'),
      title: textIn(entry, 'title'),
      updated: textIn(entry, 'updated'),
      links: linksOf(entry),
      type: childrenOf(entry, 'content')[0]?.getAttribute('type'),
      html: parse(textIn(entry, 'content')),
    }));
    type Entry = (typeof entries)[number];

    test('is what RFC 4287 asks for', () => {
      expect(feed.namespaceURI).toBe('http://www.w3.org/2005/Atom');
      expect(childrenOf(feed, 'author').map((author) => textIn(author, 'name'))).toEqual(['Loose Ties']);
      expect(linksOf(feed)).toEqual([
        ['self', `${begins}changes.xml`],
        ['alternate', begins],
      ]);
      const ids = [textIn(feed, 'id'), ...entries.map(({ id }) => id)];
      for (const id of ids) expect(id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { title, updated, links, type, html } of entries) {
        expect(updated).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
        expect(title).not.toBe('');
        expect(links.map(([rel, href]) => [rel, leadsSomewhere(href)])).toEqual([['alternate', true]]);
        expect(type).toBe('html');
        const inside = html.querySelectorAll('a').map((one) => one.getAttribute('href') ?? '');
        expect(inside.filter((href) => !href.startsWith(begins) || !leadsSomewhere(href))).toEqual([]);
      }
      const days = entries.map(({ updated }) => updated);
      expect(days).toEqual(days.toSorted().reverse());
      expect(textIn(feed, 'updated')).toBe(days[0]);
    });

    test('an entry keeps its id, wherever the site is', () => {
      expect(textIn(feed, 'id')).toBe('urn:uuid:7b912c28-0d0a-5460-a807-f6f6171f6db1');
      expect(entries.map(({ id }) => id)).toContain('urn:uuid:80eb4257-b9d1-5165-84fa-80e608bfc0f7');
    });

    const entriesOf = (day: string): Entry[] => entries.filter(({ updated }) => updated.startsWith(day));

    test('tells of each guide on the day it was edited, and on no other', () => {
      for (const { title, updated } of guides.values()) {
        const told = entries.filter((entry) => entry.title === `Edited: ${title}`);
        expect(told.map((entry) => entry.updated.slice(0, 10))).toEqual([updated]);
      }
    });

    test('tells of each claim, with its verdict, on the day it was checked', async () => {
      for (const { question, verdict, statement, verified } of claims.values()) {
        const told = entriesOf(verified.date).flatMap(({ html }) => words(html));
        const sentence = `${question} ${verdictMeanings[verdict].word}: ${await wording.plainText(statement)}`;
        expect(told.filter((one) => one.includes(sentence)).length, question).toBe(1);
      }
    });

    test('tells of what changed on the site as /about/ does', () => {
      const about = pageAt('/about/', among).document;
      for (const { date, what } of changes) {
        const [entry] = entriesOf(date).filter(({ title }) => title === `What changed on ${spokenDate(date)}`);
        const told = words(entry?.html);
        expect(told.length).toBeGreaterThan(what.length / 2);
        expect(words(about.querySelector('main'))).toContain(`${spokenDate(date)}. ${told}`);
      }
    });

    test('has no day but those that are written', () => {
      const written = new Set([
        ...changes.map(({ date }) => date),
        ...[...guides.values()].map(({ updated }) => updated),
        ...[...claims.values()].map(({ verified }) => verified.date),
      ]);
      expect(new Set(entries.map(({ updated }) => updated.slice(0, 10)))).toEqual(written);
    });

    test('home and the page about the site lead to it', () => {
      const leading = among
        .filter(({ document }) => document.querySelector('head link[type="application/atom+xml"]'))
        .map(({ path }) => path);
      expect(leading.sort()).toEqual(['/', '/about/']);
      expect(pageAt('/', among).document.querySelector('head link[type="application/atom+xml"]')?.getAttribute('href')).toBe(
        `${base}/changes.xml`,
      );
      expect(pageAt('/about/', among).document.querySelectorAll(`main a[href="${base}/changes.xml"]`)).toHaveLength(1);
    });
  });

  test('the reminder is once a year, a whole day, from a year after the build on', () => {
    const day = among === pages ? testDay : (underBase.day ?? '');
    const file = read('yearly-review.ics', folder);
    const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
    const [component, ...others] = calendar.getAllSubcomponents('vevent');
    expect(others).toEqual([]);
    if (!component) throw new Error('there is no event');
    const event = new ICAL.Event(component);
    expect(event.startDate.toString()).toBe(monthsAfter(day, 12));
    expect(event.startDate.isDate).toBe(true);
    expect(event.duration.toSeconds()).toBe(86_400);
    expect(String(component.getFirstPropertyValue('rrule'))).toBe('FREQ=YEARLY');
    expect(String(component.getFirstPropertyValue('dtstamp'))).toBe(`${day}T00:00:00Z`);
    expect(String(component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger'))).toBe('PT9H');
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const page = base ? undefined : `${testOrigin}/checklists/yearly-review/`;
    expect(component.getFirstPropertyValue('url')).toBe(page ?? null);
    // What a browser makes for the same day is the same to whoever opens it.
    const [text = ''] = event.description.split('\n');
    const own = calendarFile(
      [
        {
          id: 'yearly-review',
          day: monthsAfter(day, 12),
          title: event.summary,
          text,
          ...(page !== undefined && { address: page }),
          isYearly: true,
        },
      ],
      new Date(`${day}T00:00:00Z`),
    );
    const seen = (ics: string): unknown[] =>
      Object.values(nodeIcal.parseICS(ics)).flatMap((found) =>
        found?.type === 'VEVENT'
          ? [
              found.uid,
              found.summary,
              found.description,
              found.start,
              found.end,
              found.datetype,
              found.dtstamp,
              found.url,
              found.rrule?.toString(),
              found.alarms?.map(({ trigger }) => trigger),
            ]
          : [],
      );
    expect(seen(own)).toEqual(seen(file));
    expect(seen(own).length).toBeGreaterThan(5);
  });
});

test('search engines are led to pages alone', () => {
  const maps = readdirSync(siteFolder).filter((file) => /^sitemap.*\.xml$/.test(file));
  expect(maps.length).toBeGreaterThan(1);
  for (const map of maps) expect(read(map)).not.toMatch(/\.(md|ics|txt)<|changes\.xml/);
});
