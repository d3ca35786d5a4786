/** Reads codes as a camera does. */
import jsqr from 'jsqr';
import type { Pixels } from './png.ts';

/** What a picture's code says; undefined where none can be read in it. */
export const readCode = ({ data, width, height }: Pixels): string | undefined =>
  jsqr(data, width, height, { inversionAttempts: 'dontInvert' })?.data;
