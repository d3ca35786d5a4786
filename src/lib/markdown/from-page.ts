/**
 * A built page as Markdown, for machines that read. It is made of the page itself, so that it says what readers see: each component has become HTML by then, and a new
 * one needs nothing here. What is only there for eyes, fingers or scripts is left out, and what a sentence rests on is told in words.
 */
import { toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { htmlToHast, type HastNode } from 'satteri';
import { verdictMeanings } from '../evidence/verdicts.ts';
import type { Verdict } from '../written/schema.ts';

/** A claim in words. */
export interface ClaimInWords {
  readonly verdict: Verdict;
  /** What the guides print, without markup. */
  readonly statement: string;
  /** The newest source, and the day of reading, in sentences. */
  readonly dates: string;
}

interface Surroundings {
  /** The address of the page, whole where the site's own is known, else from its root. Its places are addressed by it. */
  readonly address: string;
  /** What addresses of the site begin with: its origin where that is known, else nothing. */
  readonly origin: string;
  /** Throws on an id that is none. */
  readonly claimAt: (id: string) => ClaimInWords;
}

type Element = Extract<HastNode, { type: 'element' }>;
type Content = Element['children'][number];

const ways: Readonly<Record<string, string>> = { website: 'On the website:', app: 'In the app:' };
const signs: Readonly<Record<string, { readonly word: string }>> = verdictMeanings;

const text = (value: string): Content => ({ type: 'text', value });
const element = (tagName: string, children: Content[], properties: Element['properties'] = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const strong = (...children: Content[]): Element => element('strong', children);
const paragraph = (...children: Content[]): Element => element('p', children);

function fragment(html: string): Content[] {
  const tree = htmlToHast(html, { fragment: true });
  return tree.type === 'root' ? tree.children.filter((child) => child.type === 'element' || child.type === 'text') : [];
}

const hasClass = ({ properties }: Element, name: string): boolean =>
  Array.isArray(properties.className) && properties.className.includes(name);

/** Ways around the page, controls that only a page has, and what is said twice. */
const leftOutTags = new Set(['nav', 'script', 'style', 'fieldset', 'lt-your-ticks', 'lt-remember', 'lt-leave', 'progress']);
const leftOutClasses = ['progress', 'care', 'unseen', 'host', 'place'];

const isLeftOut = (node: Element): boolean =>
  leftOutTags.has(node.tagName) || leftOutClasses.some((name) => hasClass(node, name)) || node.properties.ariaHidden === 'true';

const isElement = (node: Content | undefined): node is Element => node?.type === 'element';

function find(nodes: readonly Content[], is: (node: Element) => boolean): Element | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const found = is(node) ? node : find(node.children, is);
    if (found) return found;
  }
  return undefined;
}

const hrefOf = ({ properties }: Element): string => (typeof properties.href === 'string' ? properties.href : '');

/** A blank that stood before what is left out would keep the words from being a link. */
const withoutBlankAtEnd = (nodes: readonly Content[]): Content[] =>
  nodes.map((node, index) => (index === nodes.length - 1 && node.type === 'text' ? text(node.value.trimEnd()) : node));

/** The page's part in `<main>` as Markdown. Throws where there is none. */
export function markdownOf(page: string, { address, origin, claimAt }: Surroundings): string {
  const [main] = /<main[\s>].*<\/main>/s.exec(page) ?? [];
  if (main === undefined) throw new Error(`${address} has no <main> that could become Markdown`);
  const written = fragment(main);

  const wholeAddress = (href: string): string =>
    href.startsWith('#') ? `${address}${href}` : href.startsWith('/') ? `${origin}${href}` : href;

  /** The claims that links lead to, each told by itself. */
  const claimsTold = (links: readonly Element[]): Element =>
    element(
      'ul',
      links.map((link) => {
        const { verdict, statement, dates } = claimAt(hrefOf(link).replace(/^.*#/, ''));
        const sides = element('a', [text('Both sides and all sources')], { href: wholeAddress(hrefOf(link)) });
        return element('li', [strong(text(`${verdictMeanings[verdict].word}:`)), text(` ${statement} ${dates} `), sides]);
      }),
    );

  const plainAll = (nodes: readonly Content[]): Content[] => nodes.flatMap(plain);

  const renderings: readonly [is: (node: Element) => boolean, as: (node: Element) => Content[]][] = [
    [isLeftOut, () => []],
    // What is drawn is told.
    [
      ({ properties }) => properties.role === 'img',
      ({ properties, tagName }) => {
        const told = element('em', [text(String(properties.ariaLabel))]);
        return [tagName === 'svg' ? told : paragraph(told)];
      },
    ],
    [({ tagName }) => tagName === 'svg', () => []],
    [
      (node) => hasClass(node, 'mark'),
      (node) => {
        const place = hrefOf(node).replace(/^#/, '');
        const entry = find(written, ({ properties }) => properties.id === place);
        const link = entry && find(entry.children, (one) => one.tagName === 'a');
        const href = wholeAddress(hrefOf(link ?? node));
        const { word } = signs[String(node.properties['dataVerdict'])] ?? {};
        if (word === undefined) throw new Error(`${address} has a mark without a verdict`);
        return [text(' ('), element('a', [text(word)], { href }), text(')')];
      },
    ],
    [
      ({ tagName }) => tagName === 'lt-evidence',
      ({ children }) => [claimsTold(children.filter(isElement).flatMap((fold) => find([fold], ({ tagName }) => tagName === 'a') ?? []))],
    ],
    [
      (node) => hasClass(node, 'rests'),
      ({ children }) => {
        const links = children.filter(isElement).filter(({ tagName }) => tagName === 'a');
        return links.length === 0 ? [paragraph(...plainAll(children))] : [paragraph(text('Rests on:')), claimsTold(links)];
      },
    ],
    [
      ({ tagName }) => tagName === 'a',
      (node) => [element('a', withoutBlankAtEnd(plainAll(node.children)), { href: wholeAddress(hrefOf(node)) })],
    ],
    // A step: a box to tick, the act, and what follows from it.
    [
      ({ tagName, children }) => tagName === 'li' && children.some((child) => isElement(child) && child.tagName === 'input'),
      ({ children }) => {
        const [box, label, rest] = ['input', 'label', 'section'].map((tag) =>
          children.find((child) => isElement(child) && child.tagName === tag),
        );
        const act = isElement(label) ? plainAll(label.children) : [];
        return [element('li', [paragraph(...(box ? [box] : []), ...act), ...(isElement(rest) ? plainAll(rest.children) : [])])];
      },
    ],
    [({ tagName }) => tagName === 'summary', ({ children }) => [paragraph(strong(...plainAll(children)))]],
    [
      ({ properties }) => typeof properties['dataOn'] === 'string',
      ({ properties, children }) => [paragraph(strong(text(ways[String(properties['dataOn'])] ?? ''))), ...plainAll(children)],
    ],
    [(node) => hasClass(node, 'aside') || hasClass(node, 'tip'), ({ children }) => [element('blockquote', plainAll(children))]],
    [(node) => hasClass(node, 'standing'), ({ children }) => [text(' ('), ...plainAll(children), text(')')]],
    // Lines of a cell.
    [
      ({ tagName, children }) => tagName === 'td' && children.filter((child) => isElement(child) && child.tagName === 'span').length > 1,
      (node) => [{ ...node, children: plainAll(node.children).flatMap((child, index) => (index > 0 ? [text('; '), child] : [child])) }],
    ],
    [() => true, (node) => [{ ...node, children: plainAll(node.children) }]],
  ];

  function plain(node: Content): Content[] {
    if (node.type !== 'element') return node.type === 'text' ? [node] : [];
    return renderings.find(([is]) => is(node))?.[1](node) ?? [];
  }

  const tree = toMdast({ type: 'root', children: plainAll(written) });
  if (tree.type !== 'root') throw new Error(`${address} is no text that could become Markdown`);
  return toMarkdown(tree, { bullet: '-', emphasis: '_', extensions: [gfmToMarkdown({ tablePipeAlign: false })] });
}
