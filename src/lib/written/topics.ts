/** What claims are about: the topics of the evidence and their titles, in the order in which `/evidence/` shows them. */
export const topics = {
  notice: 'Whether they know',
  removing: 'Removing a connection',
  effects: 'What a removal changes',
  'stepping-back': 'Stepping back without removing',
  safety: 'When somebody bothers you',
  contacts: 'Imported contacts and invitations',
  automation: 'Scripts and bots',
  limits: 'Limits',
  data: 'The copy of your data',
  apps: 'Linked apps and devices',
  account: 'Accounts and employers',
  networking: 'Networking well',
  pruning: 'Whom to keep',
} as const;

export type Topic = keyof typeof topics;
export const topicNames = Object.keys(topics) as [Topic, ...Topic[]];
