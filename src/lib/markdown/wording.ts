/** Turns authored text (Markdown with name tokens) into HTML for pages and into plain text for descriptions and search. */
import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import { escapeAttribute, escapeText } from 'entities';
import { parse } from 'node-html-parser';
import { links } from './links.ts';
import { scrollable } from './scrollable.ts';
import { soleParagraph } from './sole-paragraph.ts';
import type { Claim, InterfaceName } from '../written/schema.ts';
import { required } from '../written/required.ts';
import { replaceTokens, type Token } from '../written/tokens.ts';
import { leastCertain } from '../evidence/verdicts.ts';

/** What the ids of evidence at the foot of a page begin with. */
export const restsOnPrefix = 'rests-on.';

/** The fragment of a claim's evidence at the foot of the page that prints it. */
export const evidenceAnchor = (id: string): string => `${restsOnPrefix}${id}`;

interface Wording {
  /** A button's name, set apart, and with what a screen reader speaks where asked for. */
  uiHtml(name: string, announced?: boolean): string;
  /** A claim's statement and the mark that leads to its evidence. */
  claimHtml(id: string): Promise<string>;
  /** The mark of a sentence that rests on several claims: it leads to the first of them. */
  restsMarkHtml(ids: readonly string[]): string;
  /** A statement alone, without its mark. */
  statementHtml(id: string): Promise<string>;
  /** Authored text of one paragraph, without the paragraph around it. */
  inlineHtml(text: string): Promise<string>;
  /** Authored text of any length. */
  blockHtml(text: string): Promise<string>;
  /** The same for a page without evidence at its foot: its marks lead to the page of all evidence. */
  inlineHtmlApart(text: string): Promise<string>;
  blockHtmlApart(text: string): Promise<string>;
  restsMarkHtmlApart(ids: readonly string[]): string;
  /** What a reader reads, without any markup. */
  plainText(text: string): Promise<string>;
}

interface Names {
  readonly interface: ReadonlyMap<string, InterfaceName>;
  readonly claims: ReadonlyMap<string, Claim>;
  /** The path the site lives under. */
  readonly base: string;
  /** The address of a claim among all others, as it is served. */
  readonly claimAddress?: (id: string) => string;
}

/** The same text stands on several pages, and takes long to be made HTML. */
function once(render: (markdown: string) => Promise<string>): (markdown: string) => Promise<string> {
  const made = new Map<string, Promise<string>>();
  return (markdown) => {
    const html = made.get(markdown) ?? render(markdown);
    made.set(markdown, html);
    return html;
  };
}

export async function createWording(names: Names): Promise<Wording> {
  const hastPlugins = [links(names.base), scrollable];
  const blocks = await createSatteriMarkdownProcessor({ syntaxHighlight: false, hastPlugins });
  const lines = await createSatteriMarkdownProcessor({ syntaxHighlight: false, hastPlugins: [soleParagraph, ...hastPlugins] });

  const uiHtml = (name: string, announced = false): string => {
    const entry = required(names.interface, name, 'button');
    const unverified = entry.sure === 'unknown' ? ' (name not verified)' : '';
    const spoken = announced && entry.announced ? ` (announced as “${escapeText(entry.announced)}”)` : '';
    return `<b class="ui">${escapeText(entry.shown)}</b>${spoken}${unverified}`;
  };

  /** Leads to the first of some claims, in the shape of the least sure; announced by all their questions. */
  const mark = (ids: readonly string[], isApart = false): string => {
    const rests = ids.map((id) => required(names.claims, id, 'claim'));
    const label = escapeAttribute(`Evidence: ${rests.map(({ question }) => question).join(' ')}`);
    const verdict = leastCertain(rests.map((claim) => claim.verdict));
    const [first = ''] = ids;
    const place = isApart && names.claimAddress ? names.claimAddress(first) : `#${evidenceAnchor(first)}`;
    return `<a class="mark" href="${place}" data-verdict="${verdict}" aria-label="${label}"></a>`;
  };

  const claimMarkdown = (id: string, isApart = false): string => {
    const { statement } = required(names.claims, id, 'claim');
    return `${replaceTokens(statement, tokenMarkdown)}${mark([id], isApart)}`;
  };

  const tokenMarkdown = (token: Token): string => (token.kind === 'ui' ? uiHtml(token.name, token.announced) : claimMarkdown(token.name));
  const tokenMarkdownApart = (token: Token): string => (token.kind === 'ui' ? tokenMarkdown(token) : claimMarkdown(token.name, true));

  const block = once(async (markdown) => (await blocks.render(markdown)).code.trim());
  const blockHtml = (text: string): Promise<string> => block(replaceTokens(text, tokenMarkdown));
  const lineHtml = once(async (markdown) => (await lines.render(markdown)).code.trim());
  const inlineHtml = (text: string): Promise<string> => lineHtml(replaceTokens(text, tokenMarkdown));

  return {
    uiHtml,
    blockHtml,
    inlineHtml,
    blockHtmlApart: (text) => block(replaceTokens(text, tokenMarkdownApart)),
    inlineHtmlApart: (text) => lineHtml(replaceTokens(text, tokenMarkdownApart)),
    restsMarkHtml: (ids) => mark(ids),
    restsMarkHtmlApart: (ids) => mark(ids, true),
    statementHtml: (id) => inlineHtml(required(names.claims, id, 'claim').statement),
    claimHtml: (id) => lineHtml(claimMarkdown(id)),
    plainText: async (text) =>
      parse(await blockHtml(text))
        .textContent.replaceAll(/\s+/g, ' ')
        .trim(),
  };
}
