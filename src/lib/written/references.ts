/** What MDX refers to, read from its source, so that a page knows its claims before it is rendered. */
import { mdxToMdast, type MdastNode, type MdxJsxAttributeUnion } from 'satteri';
import { tieArrows, tieStates } from '../ties.ts';

/** What a property of a component may be given. `required` where the component can't do without. */
export interface Property {
  /** `name`: the name of something that is written elsewhere. `names`: one or more of them, with spaces between. `text`: any words. `flag`: no value. Else one of these words. */
  readonly holds: 'name' | 'names' | 'text' | 'flag' | readonly string[];
  readonly required?: boolean;
}

type Properties = Readonly<Record<string, Property>>;

const id: Property = { holds: 'name', required: true };

/** What guides are made of, and what each takes. */
export const guideComponents = {
  BothSides: { id },
  Bridge: {},
  ButtonNames: {},
  Checklist: { id },
  Claim: { id },
  CopyCode: { what: { holds: 'text', required: true } },
  Drawing: { caption: { holds: 'text', required: true } },
  Fold: { title: { holds: 'text', required: true } },
  Formula: {},
  On: { platform: { holds: ['website', 'app'], required: true } },
  Reminder: {},
  Rests: { on: { holds: 'names', required: true } },
  Ties: {
    state: { holds: tieStates, required: true },
    arrows: { holds: tieArrows },
    from: { holds: 'text' },
    to: { holds: 'text' },
    bell: { holds: 'flag' },
    small: { holds: 'flag' },
  },
  Tip: { id },
  Ui: { name: { holds: 'name', required: true }, announced: { holds: 'flag' } },
  Unknown: {},
  Warning: {},
  Ways: {},
  WhereYouAre: {},
} as const satisfies Readonly<Record<string, Properties>>;

export type GuideComponent = keyof typeof guideComponents;

/** What the pages of which there is one are made of. */
export const aboutComponents = {
  Changes: {},
  Forget: {},
  Formula: {},
  KeptCopy: {},
  KeptHere: {},
  ReportAddress: {},
  TiesKey: {},
  VerdictMeanings: {},
} as const satisfies Readonly<Record<string, Properties>>;

export type AboutComponent = keyof typeof aboutComponents;

/** A component in MDX. */
export interface MdxElement {
  readonly component: string;
  /** Counted from 1, in the text that was given. */
  readonly line: number;
  /** `true` where there is no value; undefined where it is no plain text, but an expression. */
  readonly given: ReadonlyMap<string, string | true | undefined>;
}

/** MDX that can't be read. */
export class MdxSyntaxError extends Error {
  override readonly name = 'MdxSyntaxError';
  /** Counted from 1, in the text that was given; undefined where the parser does not say. */
  readonly line: number | undefined;

  constructor(cause: unknown) {
    const [, line, message] = /^(?:(\d+):\d+: )?([\s\S]*)$/.exec(cause instanceof Error ? cause.message : String(cause)) ?? [];
    super(message, { cause });
    this.line = line === undefined ? undefined : Number(line);
  }
}

function valueOf(attribute: MdxJsxAttributeUnion): [name: string, value: string | true | undefined] {
  if (attribute.type === 'mdxJsxExpressionAttribute') return [`{${attribute.value}}`, undefined];
  const { name, value } = attribute;
  if (value === null || value === undefined) return [name, true];
  return [name, typeof value === 'string' ? value : undefined];
}

/** What a tag gives a property, where that is plain text; else nothing. */
export function nameIn(tag: { readonly attributes: readonly MdxJsxAttributeUnion[] }, property: string): string {
  const attribute = tag.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === property);
  return typeof attribute?.value === 'string' ? attribute.value : '';
}

const isComponent = (name: string | null | undefined): name is string => name !== null && name !== undefined && /^\p{Lu}/u.test(name);

/** Every use of a component, in reading order; what stands in code or in a comment is none. Throws an MdxSyntaxError. */
export function componentsIn(mdx: string): MdxElement[] {
  const found: MdxElement[] = [];
  const visit = (node: MdastNode): void => {
    if ((node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && isComponent(node.name)) {
      found.push({ component: node.name, line: node.position?.start.line ?? 1, given: new Map(node.attributes.map(valueOf)) });
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(treeOf(mdx));
  return found;
}

/** A text in MDX as a tree. Throws an MdxSyntaxError. */
export function treeOf(mdx: string): MdastNode {
  try {
    return mdxToMdast(mdx);
  } catch (cause) {
    throw new MdxSyntaxError(cause);
  }
}

export interface Reference {
  readonly component: string;
  /** The value of `id` or `name`, or the names in `on`: one or more. */
  readonly targets: readonly string[];
}

/** What a component names: nothing, one thing, or in `on` several. */
export function targetsOf({ given }: Pick<MdxElement, 'given'>): string[] {
  const one = given.get('id') ?? given.get('name');
  if (typeof one === 'string') return [one];
  const several = given.get('on');
  return typeof several === 'string' ? namesIn(several) : [];
}

/** Names with spaces between them. */
export const namesIn = (written: string): string[] => written.split(/\s+/).filter(Boolean);

/** What the components of a text name. */
export function referencesIn(mdx: string): Reference[] {
  return componentsIn(mdx).flatMap((element) => {
    const targets = targetsOf(element);
    return targets.length > 0 ? [{ component: element.component, targets }] : [];
  });
}
