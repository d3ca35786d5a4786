/** What a draft of an invitation is made of: the words of an occasion, with blanks among them. */
import type { InvitationNotes, Occasion } from './schema.ts';

/** Words, or a blank by its id. */
export type Piece = { readonly words: string } | { readonly blank: string };

/** How long a note of a free account may be, in characters (the claim "note-length"). */
export const freeLength = 200;

/** The pieces of a text in their order. What is no name in braces stays as it is written. */
const piecesOf = (text: string): Piece[] =>
  text
    .split(/(\{[a-z0-9-]+\})/)
    .filter(Boolean)
    .map((part): Piece => (/^\{.+\}$/.test(part) ? { blank: part.slice(1, -1) } : { words: part }));

/** A whole draft: greeting, how the two know each other, why one writes, one step or none, and the name of who writes. */
export const draftOf = ({ greeting, ending }: InvitationNotes, { known, why, next }: Occasion): Piece[] =>
  piecesOf([greeting, known, why, next ?? [], ending].flat().join(' '));

/** The draft as text, with something in each blank. */
export const filled = (pieces: readonly Piece[], fill: (blank: string) => string): string =>
  pieces.map((piece) => ('words' in piece ? piece.words : fill(piece.blank))).join('');
