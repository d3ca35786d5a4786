/** Which colours somebody wants here, kept on this device. No page and no storage of its own: what is kept comes in as an argument. */
import { NAMESPACE, write, type Kept } from '../../browser/kept.ts';

export const COLOURS_KEY = `${NAMESPACE}colours`;

export type ColourChoice = 'system' | 'light' | 'dark';

/** "system" where nothing is kept, nothing can be read, or what is kept is no choice of this version. */
export function readChoice(kept: Kept): ColourChoice {
  let choice: ColourChoice = 'system';
  kept.attempt((storage) => {
    const found = storage.getItem(COLOURS_KEY);
    if (found === 'light' || found === 'dark') choice = found;
  });
  return choice;
}

/** False where the browser does not allow it. */
export function keepChoice(kept: Kept, choice: ColourChoice): boolean {
  const fault = kept.attempt((storage) => {
    write(storage, COLOURS_KEY, choice);
  });
  return !fault;
}
