/**
 * Leaves out of a page the styles of what is not on it. Astro sends a page the styles of all that its layout might show, of which a guide uses two thirds.
 * What a rule needs is read from its selector: elements, classes, ids and `data-` attributes. In doubt it stays.
 */
import postcss, { type ChildNode, type Container } from 'postcss';
import parseSelector, { type Node, type Selector } from 'postcss-selector-parser';

/** What a selector asks for: `table`, `.note`, `#menu`, `[data-choice]`, `[data-choice=yes]`; or several things of which one must be there, each with its own needs. */
type Need = string | readonly (readonly Need[])[];

interface Asking {
  readonly selector: string;
  readonly needs: readonly Need[];
}

interface Part {
  /** What stands before what is inside: of a rule what follows its selectors, an at-rule with its brace; of a declaration all of it. */
  readonly begin: string;
  readonly end: string;
  readonly inside: readonly Part[];
  /** Of a rule: it stays for those of its selectors that something asks for. None: it stays whatever the page. */
  readonly selectors?: readonly Asking[];
  /** Of a custom property: its name. It stays where something mentions it. */
  readonly property?: string;
  /** Whether it says nothing once all inside is gone. */
  readonly isShell: boolean;
}

const needsOf = (node: Node): Need[] => {
  switch (node.type) {
    case 'tag':
      return [node.value.toLowerCase()];
    case 'class':
      return [`.${node.value}`];
    case 'id':
      return [`#${node.value}`];
    case 'attribute':
      if (!node.attribute.startsWith('data-')) return [];
      return [`[${node.attribute}${node.operator === '=' ? `=${node.value ?? ''}` : ''}]`];
    case 'pseudo':
      return /^:(is|where|has)$/.test(node.value) ? [node.nodes.map(needsOfSelector)] : [];
    default:
      return [];
  }
};

const needsOfSelector = (selector: Selector): Need[] => selector.nodes.flatMap(needsOf);

const selectorsIn = (list: string): Asking[] =>
  parseSelector()
    .astSync(list)
    .nodes.map((selector) => ({ selector: String(selector).trim(), needs: needsOfSelector(selector) }));

function partOf(node: ChildNode): Part {
  if (node.type === 'rule') return { begin: '{', end: '}', inside: partsIn(node), selectors: selectorsIn(node.selector), isShell: true };
  if (node.type === 'atrule' && node.nodes) {
    const begin = `@${node.name}${node.params && ` ${node.params}`}{`;
    // Of steps and pages the selectors are none of elements.
    const isOfRules = ['layer', 'media', 'supports', 'container', 'starting-style', 'scope'].includes(node.name);
    if (isOfRules) return { begin, end: '}', inside: partsIn(node), isShell: true };
  }
  const isBlock = node.type === 'atrule' && node.nodes !== undefined;
  const property = node.type === 'decl' && node.variable ? { property: node.prop } : {};
  return { begin: String(node), end: isBlock ? '' : ';', inside: [], isShell: false, ...property };
}

const partsIn = (container: Container): Part[] => (container.nodes ?? []).filter(({ type }) => type !== 'comment').map(partOf);

const areMet = (needs: readonly Need[], isThere: (name: string) => boolean): boolean =>
  needs.every((need) => (typeof need === 'string' ? isThere(need) : need.some((all) => areMet(all, isThere))));

function written({ begin, end, inside, selectors, property, isShell }: Part, isThere: (name: string) => boolean): string {
  if (property && !isThere(property)) return '';
  const asking = selectors?.filter(({ needs }) => areMet(needs, isThere)).map(({ selector }) => selector);
  if (asking?.length === 0) return '';
  const text = inside.map((part) => written(part, isThere)).join('');
  return isShell && !text ? '' : `${asking?.join(',') ?? ''}${begin}${isShell ? text.replace(/;$/, '') : ''}${end}`;
}

/** Most pages of a kind come with the same text. */
const known = new Map<string, readonly Part[]>();

function partsOfStyle(style: string): readonly Part[] {
  const parts = known.get(style) ?? partsIn(postcss.parse(style));
  known.set(style, parts);
  return parts;
}

/** What a page is made of, as selectors name it. */
export function namesIn(html: string): Set<string> {
  // Those that the browser adds where nobody wrote them.
  const names = new Set<string>(['html', 'head', 'body', 'tbody']);
  for (const [, name = '', attributes = ''] of html.matchAll(/<([a-z][\w-]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)/gi)) {
    names.add(name.toLowerCase());
    for (const [, attribute = '', value = ''] of attributes.matchAll(/\s([^\s=>]+)(?:="([^"]*)")?/g)) {
      if (attribute === 'class') for (const one of value.split(/\s+/)) names.add(`.${one}`);
      else if (attribute === 'id') names.add(`#${value}`);
      else if (attribute.startsWith('data-')) names.add(`[${attribute}]`).add(`[${attribute}=${value}]`);
    }
  }
  return names;
}

/**
 * What scripts may make or set, as they are written here: elements and ids by a word alone in quotation marks, classes after `class`, whatever begins with `data-`, and the custom
 * properties that they and their styles mention. An island's own tag is what it is called by where it stands, and what it requires is there before it.
 */
export function namesInScripts(scripts: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (const script of scripts) {
    for (const [, word = ''] of script.matchAll(/(?<!\btag = |\brequirePart\([^']*)'([a-z][\w-]*)'(?!:)/g)) names.add(word).add(`#${word}`);
    for (const [, said = ''] of script.matchAll(/\bclass(?:Name|List)?\b([^,}\n]*)/g))
      for (const [word] of said.matchAll(/[\w-]+/g)) names.add(`.${word}`);
    for (const [word] of script.matchAll(/\bdata-[\w-]+/g)) names.add(`[${word}]`);
    for (const name of propertiesIn(script)) names.add(name);
    for (const [, name = ''] of script.matchAll(/\bdataset(?:\.|\[')(\w+)/g)) names.add(`[data-${dashed(name)}]`);
  }
  return names;
}

/** The custom properties that are mentioned, and not only given. */
const propertiesIn = (text: string): ReadonlySet<string> => new Set(text.match(/--[\w-]+(?![\w-]*:)/g));

const dashed = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Those rules of a style that something of these names asks for, with those custom properties that they mention. */
export function usedRules(style: string, names: ReadonlySet<string>, inScripts: ReadonlySet<string>): string {
  const parts = partsOfStyle(style);
  // What a script sets has whatever value.
  const isThere = (name: string): boolean => names.has(name) || inScripts.has(name.replace(/=.*/, ']'));
  const withAllProperties = writtenOneAfterAnother(parts, (name) => name.startsWith('--') || isThere(name));
  const mentioned = propertiesIn(withAllProperties);
  return writtenOneAfterAnother(parts, (name) => mentioned.has(name) || isThere(name));
}

function writtenOneAfterAnother(parts: readonly Part[], isThere: (name: string) => boolean): string {
  let used = '';
  let before = '';
  for (const part of parts) {
    const text = written(part, isThere);
    if (!text) continue;
    // Each component's styles name their layer; those that now follow one another are one block.
    const goesOn = part.isShell && part.begin.startsWith('@') && part.begin === before;
    used = goesOn ? used.slice(0, -part.end.length) + text.slice(before.length) : used + text;
    before = part.begin;
  }
  return used;
}

const styles = /(?<=<style>).*?(?=<\/style>)/gs;

/** The page with those rules of its styles that something on it asks for, or something that a script may put there. */
export function withUsedStyles(html: string, inScripts: ReadonlySet<string>): string {
  const names = namesIn(html.replaceAll(styles, ''));
  return html.replaceAll(styles, (style) => usedRules(style, names, inScripts));
}
