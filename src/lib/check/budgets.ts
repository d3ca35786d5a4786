/**
 * The most that pages may weigh, by what they are, in bytes on the wire (brotli 11). The build stops at a guide that is heavier, since whoever writes it can help that; a test holds
 * every page to it.
 */
export interface Budget {
  /** The page with its styles, which stand inside it. */
  readonly html: number;
  /** The files it asks for by itself. */
  readonly scripts: number;
}

/** What one round trip brings: the first congestion window of a connection, less what headers take. */
const oneRoundTrip = 14_000;

/** No page asks for more than a guide does. */
const script = 5_000;

/** By its kind, which is said in its `<html>`. */
const byKind: Readonly<Record<string, Budget>> = {
  guide: { html: oneRoundTrip, scripts: script },
  checklist: { html: oneRoundTrip, scripts: script },
  questions: { html: oneRoundTrip, scripts: script },
  tips: { html: oneRoundTrip, scripts: script },
  evidence: { html: oneRoundTrip, scripts: script },
  tool: { html: oneRoundTrip, scripts: script },
};

/** By their address: what is one of its kind. */
const byPath: Readonly<Record<string, Budget>> = {
  // Lists of all that is known, looked things up in rather than read: no heavier than with 201 claims.
  '/evidence/': { html: 42_900, scripts: script },
  '/evidence/sources/': { html: 29_000, scripts: script },
  // Tells of each checklist how far one is, and leads back to what is under way.
  '/checklists/': { html: oneRoundTrip, scripts: 6_600 },
  // A tool: what is planned is made by script, and the list of what can be is complete without.
  '/tools/plan/': { html: oneRoundTrip, scripts: 6_700 },
  // Fills in, counts and keeps, in 6,000 bytes beside what every page has.
  '/tools/invitation-note/': { html: oneRoundTrip, scripts: 7_700 },
  // All guides at once, for paper and for a memory stick; each has a page of its own for whoever wants to read it. So many as it holds at most (`boundOfHandbook`: 30),
  // at some 3,000 bytes each with what they rest on.
  '/handbook/': { html: 90_000, scripts: script },
  // Brings its script with it, of 30,000 bytes at most, with the reader of zips and tables in it; without that it is a reading page.
  '/tools/triage/': { html: oneRoundTrip + 30_000, scripts: 0 },
  '/tools/which-way/': { html: oneRoundTrip, scripts: script },
};

/** What a page may weigh at most. Throws for a kind that has no budget. */
export function budgetOf(path: string, kind: string | undefined): Budget {
  const budget = byPath[path] ?? (kind ? byKind[kind] : { html: oneRoundTrip, scripts: script });
  if (!budget)
    throw new Error(`${path} is a page of the kind "${kind ?? ''}", which has no budget: give it one in src/lib/check/budgets.ts`);
  return budget;
}
