/**
 * Name tokens: how YAML and frontmatter speak of LinkedIn's buttons and of claims without repeating their words.
 * `{ui:more}`, `{ui:more:announced}` and `{claim:notified}` are all there are.
 */
interface UiToken {
  readonly kind: 'ui';
  readonly name: string;
  /** Also say what a screen reader speaks. */
  readonly announced: boolean;
}
interface ClaimToken {
  readonly kind: 'claim';
  readonly name: string;
}
export type Token = UiToken | ClaimToken;

const braces = /\{([^{}]*)\}/g;
const form = /^(?:ui:([a-z0-9-]+)(:announced)?|claim:([a-z0-9-]+))$/;

function parseToken(inside: string): Token | undefined {
  const match = form.exec(inside);
  if (!match) return undefined;
  const [, uiName, announced, claimName] = match;
  if (uiName) return { kind: 'ui', name: uiName, announced: announced !== undefined };
  return claimName ? { kind: 'claim', name: claimName } : undefined;
}

/** All tokens of a text in their order, and whatever stands in braces without being one. */
export function findTokens(text: string): { tokens: Token[]; malformed: string[] } {
  const tokens: Token[] = [];
  const malformed: string[] = [];
  for (const [raw, inside = ''] of text.matchAll(braces)) {
    const token = parseToken(inside);
    if (token) tokens.push(token);
    else malformed.push(raw);
  }
  // A brace that is never closed, or never opened, would be printed.
  for (const [alone] of text.replaceAll(braces, '').matchAll(/[{}]\S{0,20}/g)) malformed.push(alone);
  return { tokens, malformed };
}

/** The text with each token replaced by what `say` makes of it. Throws on a malformed one: the content check reports those first. */
export function replaceTokens(text: string, say: (token: Token) => string): string {
  return text.replace(braces, (raw, inside: string) => {
    const token = parseToken(inside);
    if (!token) throw new Error(`"${raw}" is no token: write {ui:name}, {ui:name:announced} or {claim:name}`);
    return say(token);
  });
}
