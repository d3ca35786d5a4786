/** Turns authored text (Markdown with name tokens) into HTML for pages and into plain text for descriptions and search. */
import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import { escapeAttribute, escapeText } from 'entities';
import { parse } from 'node-html-parser';
import { markExternalLinks } from './links.ts';
import type { Claim, InterfaceName } from '../written/schema.ts';
import { replaceTokens, type Token } from '../written/tokens.ts';
import { verdictMeanings } from '../evidence/verdicts.ts';

/** The fragment of a claim's evidence at the foot of the page that prints it. */
export const evidenceAnchor = (claim: string): string => `rests-on.${claim}`;

export interface Wording {
  /** A button's name, set apart, and with what a screen reader speaks where asked for. */
  uiHtml(name: string, announced?: boolean): string;
  /** A claim's statement and the mark that leads to its evidence. */
  claimHtml(id: string): Promise<string>;
  /** A statement alone, without its mark. */
  statementHtml(id: string): Promise<string>;
  /** Authored text of one paragraph, without the paragraph around it. */
  inlineHtml(text: string): Promise<string>;
  /** Authored text of any length. */
  blockHtml(text: string): Promise<string>;
  /** What a reader reads, without any markup. */
  plainText(text: string): Promise<string>;
}

interface Names {
  readonly interface: ReadonlyMap<string, InterfaceName>;
  readonly claims: ReadonlyMap<string, Claim>;
  /** Puts the base path in front of an address of the site. */
  readonly href: (path: string) => string;
}

const soleParagraph = /^\s*<p>([\s\S]*)<\/p>\s*$/;

export async function createWording(names: Names): Promise<Wording> {
  const markdown = await createSatteriMarkdownProcessor({ syntaxHighlight: false });

  const uiHtml = (name: string, announced = false): string => {
    const entry = get(names.interface, name, 'button');
    const unverified = entry.sure === 'unknown' ? ' (name not verified)' : '';
    const spoken = announced && entry.announced ? ` (announced as “${escapeText(entry.announced)}”)` : '';
    return `<b class="ui">${escapeText(entry.shown)}</b>${spoken}${unverified}`;
  };

  const say = (token: Token): string => {
    if (token.kind === 'ui') return uiHtml(token.name, token.announced);
    return `${replaceTokens(get(names.claims, token.name, 'claim').statement, say)}${mark(token.name)}`;
  };

  const mark = (id: string): string => {
    const { verdict } = get(names.claims, id, 'claim');
    const label = `Evidence: ${verdictMeanings[verdict].word.toLowerCase()}`;
    return `<a class="mark" href="#${evidenceAnchor(id)}" data-verdict="${verdict}" aria-label="${escapeAttribute(label)}"></a>`;
  };

  const blockHtml = async (text: string): Promise<string> => {
    const { code } = await markdown.render(replaceTokens(text, say));
    const underBase = code.replaceAll(/(<a href=")(\/[^"]*)/g, (_, start: string, path: string) => `${start}${names.href(path)}`);
    return markExternalLinks(underBase).trim();
  };

  const inlineHtml = async (text: string): Promise<string> => {
    const html = await blockHtml(text);
    const inside = soleParagraph.exec(html)?.[1];
    if (inside === undefined || inside.includes('<p>')) throw new Error(`One paragraph is expected here: "${text}"`);
    return inside;
  };

  return {
    uiHtml,
    blockHtml,
    inlineHtml,
    statementHtml: (id) => inlineHtml(get(names.claims, id, 'claim').statement),
    claimHtml: (id) => inlineHtml(`{claim:${id}}`),
    plainText: async (text) =>
      parse(await blockHtml(text))
        .textContent.replaceAll(/\s+/g, ' ')
        .trim(),
  };
}

function get<Value>(entries: ReadonlyMap<string, Value>, name: string, kind: string): Value {
  const entry = entries.get(name);
  if (entry === undefined) throw new Error(`There is no ${kind} called "${name}"`);
  return entry;
}
