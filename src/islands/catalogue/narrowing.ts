/** What is chosen and typed, as the fragment of an address: it is kept there and sent to nobody. No page of its own, so everything here runs in Node. */

/** The value of the choice that leaves everything. */
export const everything = 'all';

/** Letters. No claim is as long; what is pasted beyond that would go into the address. */
export const longest = 200;

export interface Choice {
  readonly show: string;
  readonly find: string;
}

/** Everything, where the fragment is none of ours. */
export function readChoice(fragment: string): Choice {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  return { show: given.get('show') ?? everything, find: (given.get('find') ?? '').slice(0, longest) };
}

/** Empty where everything is shown. */
export function fragmentOf({ show, find }: Choice): string {
  const given = new URLSearchParams({ ...(show !== everything && { show }), ...(find.trim() && { find: find.trim() }) }).toString();
  return given && `#${given}`;
}

const comparable = (text: string): string => text.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'");

/** Whether a text holds every word that was typed, or its beginning. */
export function matcher(find: string): (text: string) => boolean {
  const words = comparable(find).split(/\s+/).filter(Boolean);
  return (text) => {
    const sought = comparable(text);
    return words.every((word) => sought.includes(word));
  };
}
