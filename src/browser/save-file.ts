/** Saves a text as a file on the device. */
import { makeElement } from './make-element.ts';

export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  makeElement('a', { href: address, download: name }).click();
  // Not at once: some browsers begin to save only after this.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
