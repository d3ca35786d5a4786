/** Where somebody uses LinkedIn, as last chosen on this device. No page and no storage of its own: what is kept comes in as an argument. */
import { NAMESPACE, write, type Kept } from '../../browser/kept.ts';

export const PLACE_KEY = `${NAMESPACE}where-you-are`;

export const places = ['website', 'app'] as const;
export type Place = (typeof places)[number];

/** Nothing where none is kept, it can't be read, or what is kept is no place of this version. */
export function readPlace(kept: Kept): Place | undefined {
  let place: Place | undefined;
  kept.attempt((storage) => {
    const found = storage.getItem(PLACE_KEY);
    place = places.find((known) => known === found);
  });
  return place;
}

/** Where the browser does not allow it, the choice lasts as long as the page. */
export function keepPlace(kept: Kept, place: string): void {
  kept.attempt((storage) => {
    write(storage, PLACE_KEY, place);
  });
  kept.notify();
}
