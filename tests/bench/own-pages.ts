/** A page of each type that people land on, for figures. The second is a guide. */
export const ownPages = [
  '/',
  '/remove/one-connection/',
  '/checklists/remove-from-list/',
  '/evidence/',
  '/tips/',
  '/tools/triage/',
] as const;
