/** The templates of notes, as the page that has them shows them. */
import { getCollection } from 'astro:content';
import { claimTokens } from './content.ts';
import { draftOf, filled, type Piece } from '../written/invitation-drafts.ts';
import { required } from '../written/required.ts';
import type { Blank, Occasion } from '../written/schema.ts';

const [{ data: notes } = { data: undefined }] = await getCollection('invitationNotes');
if (!notes) throw new Error('invitation-notes.yaml holds nothing that can be shown');

const blanks = new Map(notes.blanks.map((blank) => [blank.id, blank]));
export const blankAt = (id: string): Blank => required(blanks, id, 'blank');

export interface OccasionInPlace extends Occasion {
  readonly draft: readonly Piece[];
  /** The draft with the examples in its blanks. */
  readonly sample: string;
}

export const occasions: readonly OccasionInPlace[] = notes.occasions.map((occasion) => {
  const draft = draftOf(notes, occasion);
  return { ...occasion, draft, sample: filled(draft, (blank) => blankAt(blank).example) };
});

export const { warnings } = notes;

/** The claims that hints and warnings print, in reading order, each once. */
export const claimsOfNotes: readonly string[] = [
  ...new Set([...notes.occasions.flatMap(({ hint }) => claimTokens(hint)), ...warnings.flatMap(({ rests }) => rests)]),
];
