/** The mark as the icon of a tab, of a bookmark, of an installed site. */
import { drawnMark, shortMark } from './mark.ts';
import type { Scheme } from './palette.ts';

/** The colour of a token ("ink") in one of the schemes, light where none is named. */
type ColourOf = (token: string, scheme?: Scheme) => string;

const drawing = (content: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${content}</svg>`;
const diagonal = (mark: string, scale = 1): string =>
  `<g transform="translate(16 16) rotate(-45)${scale === 1 ? '' : ` scale(${scale})`}">${mark}</g>`;

/** For tabs: no ground, and in the dark the colours of the dark. */
export function tabIcon(colour: ColourOf): string {
  const colours = (scheme: Scheme): string => `:root{--ink:${colour('ink', scheme)};--thread:${colour('thread', scheme)}}`;
  const style = `<style>${colours('light')}@media(prefers-color-scheme:dark){${colours('dark')}}</style>`;
  return drawing(style + diagonal(drawnMark(shortMark, { ink: 'var(--ink)', thread: 'var(--thread)' })));
}

/** For what knows no variables, nor what it stands on: in the colours of the light. */
export const plainIcon = (colour: ColourOf): string => drawing(diagonal(inkedMark(colour)));

/** For where the ground is not known: on paper, with round corners. */
const tileIcon = (colour: ColourOf): string =>
  drawing(`<rect width="32" height="32" rx="7" fill="${colour('paper')}"/>${diagonal(inkedMark(colour), 0.76)}`);

/** For systems that cut out a shape of their own: paper up to the edges. */
const fullIcon = (colour: ColourOf, scale: number): string =>
  drawing(`<rect width="32" height="32" fill="${colour('paper')}"/>${diagonal(inkedMark(colour), scale)}`);
const touchIcon = (colour: ColourOf): string => fullIcon(colour, 0.76);
/** What is outside a circle of 80 % may be cut off. */
const maskableIcon = (colour: ColourOf): string => fullIcon(colour, 0.66);

const inkedMark = (colour: ColourOf): string => drawnMark(shortMark, { ink: colour('ink'), thread: colour('thread') });

/** Every PNG of the mark, by its name without the ending. `purpose` is for those the manifest names. */
export const pngIcons = [
  { name: 'apple-touch-icon', size: 180, draw: touchIcon },
  { name: 'icon-192', size: 192, draw: tileIcon, purpose: 'any' },
  { name: 'icon-512', size: 512, draw: tileIcon, purpose: 'any' },
  { name: 'icon-maskable-512', size: 512, draw: maskableIcon, purpose: 'maskable' },
] as const;
