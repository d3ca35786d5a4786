/** Finds the external addresses that stand in what people write. */

const inText = /https?:\/\/[^\s<>"'`|\\\]]+/g;

/** Every external address in a text of ours (Markdown, MDX, YAML), with the line it stands in. */
export function externalAddressesIn(text: string): { address: string; line: number }[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(inText)].map(([raw]) => {
      // A bracket that was opened before the address closes after it, and a sentence goes on.
      let address = raw;
      while (/[).,;:!?*]$/.test(address) && !(address.endsWith(')') && address.split('(').length === address.split(')').length))
        address = address.slice(0, -1);
      return { address, line: index + 1 };
    }),
  );
}
