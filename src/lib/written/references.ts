/** What a guide's body refers to. Read from the source text, so that a page knows its claims before it is rendered. */
export const guideComponents = ['Checklist', 'Claim', 'Ui', 'BothSides', 'Tip', 'Unknown', 'Warning', 'Ties', 'Drawing', 'Bridge'] as const;
export type GuideComponent = (typeof guideComponents)[number];

export interface Reference {
  readonly component: GuideComponent;
  /** The value of `id` or `name`; undefined where the component was given none in plain quotes. */
  readonly target: string | undefined;
}

const tag = new RegExp(`<(${guideComponents.join('|')})\\b([^>]*)>`, 'g');
const fence = /^(```|~~~)[\s\S]*?^\1/gm;

/** Every use of a guide component, in reading order. Code blocks are left out. */
export function referencesOf(body: string): Reference[] {
  const prose = body.replace(fence, '');
  return [...prose.matchAll(tag)].map(([, component, attributes = '']) => ({
    component: component as GuideComponent,
    target: /\b(?:id|name)="([^"]*)"/.exec(attributes)?.[1],
  }));
}
