/** What a person is told of an answer, in words. Pure. */
import type { SearchFault } from './fault.ts';
import type { Answer } from './known-answers.ts';
import { pluralOf, type Kind } from './result.ts';
import type { Place } from './text-search.ts';
import { maxResults, maxTextResults } from './weights.ts';

/** What somebody looks for. */
export interface Query {
  readonly typed: string;
  readonly kind: Kind | undefined;
  /** Whether it was finished, by Enter or a button, so that the whole text is searched too, and nothing need wait for more letters. */
  readonly isSubmitted: boolean;
}

/** What was found so far: neither answers nor a fault where none came yet, or none was asked for. */
export interface Found {
  readonly known?: Answer;
  readonly knownFault?: SearchFault;
  readonly text?: readonly Place[];
  readonly textFault?: SearchFault;
  readonly isTextSlow?: boolean;
}

/** What of it is told. */
interface Told extends Omit<Found, 'text'> {
  readonly text?: readonly Pick<Place, 'held'>[];
}

const faults: Readonly<Record<SearchFault, string>> = {
  missing: 'it is not there.',
  unreachable: 'you may be offline, or something blocks it.',
  refused: 'this browser refuses to run it.',
  failed: 'it broke down.',
};
const again = 'Press Enter in the field to try again.';

/** Nothing where there is nothing to say yet. */
export function describeFound({ known, knownFault, text, textFault, isTextSlow }: Told, { typed, kind }: Query): string {
  const results = known?.results.length ?? 0;
  const places = text?.length ?? 0;
  const asked = `“${known?.corrected ?? typed}”${kind ? ` among ${pluralOf(kind)}` : ''}`;
  const counts = [results > 0 ? count(results) : '', places > 0 ? `${places} ${places === 1 ? 'place' : 'places'} in the text` : ''];
  const held = text?.flatMap((place) => place.held) ?? [];
  const unknown = known?.unknown.filter((word) => !held.includes(word)) ?? [];
  // What failed may have held something.
  const isNothing = results + places === 0 && text !== undefined && !knownFault;
  const said = [
    results + places > 0 ? `${counts.filter(Boolean).join(', and ')} for ${asked}` : '',
    unknown.length > 0 && text ? `Nothing here is about ${unknown.map((word) => `“${word}”`).join(' or ')}.` : '',
    isNothing && unknown.length === 0 ? `Nothing found for ${asked}.` : '',
    isNothing ? (kind ? 'Show all, or try other words.' : 'Try other words.') : '',
    knownFault ? `The answers could not be loaded: ${faults[knownFault]}` : '',
    textFault ? `The whole text could not be searched: ${faults[textFault]}` : '',
    knownFault || textFault ? again : '',
    isTextSlow ? 'The whole text is slow to load, and goes on loading.' : '',
  ].filter(Boolean);
  return said.map((sentence, at) => (at < said.length - 1 && !/[.?!]$/.test(sentence) ? `${sentence}.` : sentence)).join(' ');
}

/** The longest that may come to be told of an answer to which the whole text has still to be searched, but for a fault. */
export const describeMost = (found: Found, query: Query): string =>
  describeFound({ ...found, text: Array<Pick<Place, 'held'>>(maxTextResults).fill({ held: [] }) }, query);

/** More than are shown are not counted. */
const count = (results: number): string =>
  results < maxResults ? `${results} ${results === 1 ? 'result' : 'results'}` : `The ${results} best results`;
