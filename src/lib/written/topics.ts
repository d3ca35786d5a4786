/** What claims, tips and questions are about: the name of each topic, as content writes it, and its title. In the order in which the pages show them. */

export const claimTopics = {
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

export const tipTopics = {
  profile: 'Profile',
  inviting: 'Inviting',
  note: 'Notes',
  engaging: 'Staying in touch',
  groups: 'Groups',
  tidying: 'Tidying up',
  privacy: 'Privacy',
  safety: 'Safety',
} as const;

export const questionTopics = {
  noticing: 'Noticing and being noticed',
  removing: 'Removing',
  effects: 'What a removal does',
  'stepping-back': 'Stepping back',
  safety: 'Safety',
  limits: 'Limits',
  data: 'Your data',
  inviting: 'Inviting',
  accounts: 'Accounts',
  networking: 'Networking',
} as const;

const namesOf = <Name extends string>(titles: Readonly<Record<Name, string>>) => Object.keys(titles) as [Name, ...Name[]];

export const claimTopicNames = namesOf(claimTopics);
export const tipTopicNames = namesOf(tipTopics);
export const questionTopicNames = namesOf(questionTopics);

export type ClaimTopic = keyof typeof claimTopics;
