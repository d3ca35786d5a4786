/** The claims there must be, at the least, with the positions of the two articles: the table of the page on evidence, as data. */
import { describe, expect, test } from 'vitest';
import { agreementOf, standingOf } from '../../src/lib/evidence/verdicts.ts';
import { writtenContent } from '../support/written-content.ts';

type Stance = 'yes' | 'no' | 'partly' | 'silent';
/** The article says nothing on it: no position, or one that says so. */
const nothing = 'nothing';

interface Row {
  readonly topic: string;
  readonly claim: string;
  /** "Remove A Connection On Linkedin" */
  readonly a: Stance | typeof nothing;
  /** "How to Remove Connections on LinkedIn" */
  readonly b: Stance | typeof nothing;
}
const row = (topic: string, claim: string, a: Row['a'] = nothing, b: Row['b'] = nothing): Row => ({ topic, claim, a, b });

const table: readonly Row[] = [
  row('Is the removed person notified?', 'notified', 'yes', 'no'),
  row('Can they find out by themselves?', 'can-notice', 'partly', 'yes'),
  row('Profile route, website', 'profile-route', 'yes', 'yes'),
  // Both go to the list, one to a tick box beside one person, the other to several people at once.
  row('List route for one person, website', 'list-route', 'partly', 'partly'),
  row('List route: the label "Manage All"', 'manage-all', 'yes', nothing),
  row('The route in the app', 'app-route'),
  row('A question before it happens: from the list', 'confirm-from-list', 'yes', 'yes'),
  row('A question before it happens: from the profile', 'confirm-from-profile', nothing, 'yes'),
  row('Can you select several and remove them at once?', 'remove-many', 'partly', 'yes'),
  row('When and why it went', 'remove-many-end'),
  row('Removal ends it for both', 'ends-for-both', 'yes', 'partly'),
  row('Do you still see each other’s updates?', 'updates-after', nothing, 'no'),
  row('Does following end?', 'following-after'),
  row('Are recommendations and endorsements withdrawn?', 'recommendations-withdrawn'),
  row('Do they come back?', 'recommendations-return'),
  row('Are conversations kept?', 'conversations-kept'),
  row('Can they still message you?', 'message-after'),
  row('Can you connect again?', 'reconnect'),
  row('Must you wait?', 'reconnect-wait'),
  row('Who may ask?', 'who-may-ask'),
  row('Can a removed person still see your profile?', 'profile-still-visible'),
  row('Blocking: what it does', 'block-effect'),
  row('Blocking: are they told', 'block-told'),
  row('Blocking: how many', 'block-limit'),
  row('Blocking: the 48 hours', 'block-48-hours'),
  row('Reporting: are they told', 'report-told'),
  row('Reporting: what happens to the conversation', 'report-inbox'),
  row('Unfollow: told?', 'unfollow-told'),
  row('Unfollow: reversible?', 'unfollow-undo'),
  row('Mute', 'mute-told'),
  row('How mute differs from unfollow', 'mute-difference'),
  row('Hiding your connections list', 'hide-list'),
  row('Mutual ones stay visible', 'mutual-visible'),
  row('Private viewing', 'private-viewing'),
  row('Synced contacts are not connections', 'contacts-not-connections'),
  row('Clearing them', 'clear-contacts'),
  row('Withdrawing an invitation', 'withdraw-route'),
  row('Up to three weeks', 'withdraw-wait'),
  row('Clearing many', 'withdraw-bulk'),
  row('Do invitations expire?', 'invitations-expire'),
  row('Bulk unfollowing', 'bulk-unfollow'),
  row('Is automating allowed?', 'automation-allowed', nothing, 'silent'),
  row('That it covers removing', 'automation-covers-removing'),
  row('No documented ban for removing', 'automation-ban-known'),
  row('Greatest number of connections', 'connection-limit'),
  row('Invitations a week', 'weekly-invitations'),
  row('Notes a month, free', 'notes-per-month'),
  row('Note length', 'note-length'),
  row('Getting your data: where', 'export-place'),
  row('Getting your data: how long', 'export-time'),
  row('Which option holds Connections', 'export-option'),
  row('Emails in the export', 'export-emails'),
  row('Invite people you don’t know?', 'invite-strangers', 'yes'),
  // The article advises a note, and says nothing on what a note brings: its advice is a claim of its own.
  row('A personal note: always', 'note-advised', 'yes'),
  row('Does a personal note raise acceptance?', 'note-acceptance'),
  row('Replies?', 'note-replies'),
  row('A photo', 'photo-recognise', 'partly'),
  row('The multiples', 'photo-multiples'),
  row('Keywords in the summary', 'keywords', 'yes'),
  row('Stuffing', 'stuffing'),
  row('Prune what is outdated or no longer relevant', 'prune-irrelevant', 'yes', 'yes'),
  row('Does pruning raise reach?', 'prune-reach'),
  row('Sudden drops', 'sudden-drops'),
  row('Trims', 'trimmed-2016'),
  row('A fault', 'count-fault-2024'),
  row('Review at least once a year', 'yearly-review', 'partly', 'yes'),
  row('Engaging keeps ties alive', 'engage-often', 'yes', 'yes'),
  row('Interest', 'genuine-interest', 'yes'),
  row('Groups', 'groups-information', nothing, 'yes'),
  row('Your network reflects on you', 'network-brand', nothing, 'yes'),
];

const { claims } = writtenContent;
const claimAt = (id: string) => {
  const claim = claims.get(id);
  if (!claim) throw new Error(`There is no claim "${id}"`);
  return claim;
};
const stanceIn = (id: string, source: string): Stance | undefined =>
  claimAt(id).positions.find((position) => position.source === source)?.stance;

test('there are enough claims, and the table asks for each once', () => {
  expect(claims.size).toBeGreaterThanOrEqual(45);
  expect(new Set(table.map(({ claim }) => claim)).size).toBe(table.length);
  expect(table.length).toBeGreaterThanOrEqual(45);
});

test.each(table)('$topic: the claim "$claim" has the positions of both articles', ({ claim, a, b }) => {
  const accepted = (expected: Row['a']) => (expected === nothing ? [undefined, 'silent'] : [expected]);
  expect(accepted(a)).toContain(stanceIn(claim, 'article-step-by-step'));
  expect(accepted(b)).toContain(stanceIn(claim, 'article-2023'));
});

test('no article takes a position that the table does not know of', () => {
  const known = new Set(table.map(({ claim }) => claim));
  const beyond = [...claims].filter(
    ([id, { positions }]) => !known.has(id) && positions.some(({ source, stance }) => source.startsWith('article-') && stance !== 'silent'),
  );
  // B: "quality of your network over quantity" belongs to the row on pruning; both on sharing and liking to the row on engaging.
  expect(beyond.map(([id]) => id).sort()).toEqual(['engaging-comments', 'quality-over-quantity']);
});

describe('whether the removed person is told', () => {
  const notified = claimAt('notified');

  test('is a disagreement, computed, and the article that says yes does not hold', () => {
    expect(agreementOf(notified)).toBe('disagree');
    expect(standingOf(notified, stanceIn('notified', 'article-step-by-step') ?? 'silent')).toBe('does not hold');
    expect(standingOf(notified, stanceIn('notified', 'article-2023') ?? 'silent')).toBe('holds');
  });

  test('is no surer than "likely"', () => {
    expect(notified.verdict).toBe('likely');
  });
});

// What the dossier calls unverified, unknown, second-hand, anecdotal, or an inference of ours.
test.each([
  'notified',
  'app-route',
  'confirm-from-profile',
  'following-after',
  'updates-after',
  'conversations-kept',
  'old-thread-after',
  'reconnect-wait',
  'who-may-ask',
  'recommendations-withdrawn',
  'recommendations-return',
  'message-after',
  'notes-lost',
  'contact-details-after',
  'profile-still-visible',
  'list-route-no-visit',
  'group-chats-go-on',
  'remove-many-end',
  'manage-all',
  'withdraw-bulk',
  'bulk-unfollow',
  'mute-told',
  'mute-difference',
  'block-limit',
  'notes-per-month',
  'note-length',
  'hundred-a-week',
  'pending-500',
  'invitations-expire',
  'export-option',
  'clear-contacts',
  'clear-contacts-effect',
  'photo-multiples',
  'note-acceptance',
  'note-replies',
  'stuffing',
  'prune-reach',
  'low-engagement-removal',
  'hibernate-hides',
  'hibernate-return-24h',
  'hibernate-premium',
  'hibernate-counts',
  'close-reopen',
  'calendar-switch',
  'permitted-services-app',
  'group-requests-off',
  'report-spam',
  'memorial-connection',
  'remove-follower',
  'archive-after-removal',
  'automation-covers-removing',
  'automation-ban-known',
  'session-tools',
  'app-removes-no-connection',
  'shared-groups-stay',
  'company-follows-stay',
  'posts-stay',
])('the claim "%s" is not called confirmed', (id) => {
  expect(claimAt(id).verdict).not.toBe('confirmed');
});

test('enough claims say what no text may say', () => {
  const guarded = [...claims.values()].filter(({ neverSay }) => neverSay.length > 0);
  expect(guarded.length).toBeGreaterThanOrEqual(25);
});
