/** A draft, made of words and of what is put into its blanks. No page of its own, so everything here runs in Node. */

/** Words as they stand, or a blank with its name and what it asks for. */
export type Piece = string | { readonly blank: string; readonly label: string };

export const markOf = (label: string): string => `[${label}]`;

/** A draft in which what is not filled in stands as what it asks for, in brackets. */
export const draftOf = (pieces: readonly Piece[], fact: (blank: string) => string): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : fact(piece.blank).trim() || markOf(piece.label))).join('');

/** Somebody's own words, with a fact in the place of its mark where that still stands. Nothing else of them is changed. */
export const filledIn = (text: string, label: string, fact: string): string =>
  fact.trim() ? text.replaceAll(markOf(label), () => fact.trim()) : text;
