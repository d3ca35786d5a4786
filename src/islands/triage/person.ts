/** What the archive says about one connection, and what can be decided about it. */
import type { PlainDate } from './plain-date.ts';

/** What the archive knows of two people beyond that they are connected. Counts are of messages between these two alone, without drafts, spam and groups. */
export interface Facts {
  readonly youWrote: number;
  readonly theyWrote: number;
  /** The newest message either way. */
  readonly lastMessage: PlainDate;
  /** How many endorsements. */
  readonly endorsedYou: number;
  readonly youEndorsed: number;
  /** Matched by name and company, since recommendations carry no address. */
  readonly recommendedYou: boolean;
  readonly youRecommended: boolean;
  /** Who asked whom, where the archive still says so. */
  readonly invitation: '' | 'by you' | 'by you, with a note' | 'by them';
}

export interface Person {
  /**
   * What decisions are kept under: the last part of the profile address, percent-decoded, NFC, in lower case. In files without addresses
   * `name:<folded name>|<connected>`, with `#2` and so on where that is there already.
   */
  readonly key: string;
  /** As the file has it, without blanks around and doubled ones inside. */
  readonly name: string;
  readonly company: string;
  readonly position: string;
  /** `https://www.linkedin.com/in/…`, or empty. Nothing else comes through: it becomes a link. */
  readonly profile: string;
  readonly connected: PlainDate;
  readonly facts: Facts;
}

export const noFacts: Facts = {
  youWrote: 0,
  theyWrote: 0,
  lastMessage: 0,
  endorsedYou: 0,
  youEndorsed: 0,
  recommendedYou: false,
  youRecommended: false,
  invitation: '',
};

/** In the words of the guides. */
export const decisions = ['keep', 'unfollow', 'remove', 'look'] as const;
export type Decision = (typeof decisions)[number];
