/** The colours of this site's own stylesheet. */
import tokens from '../../styles/tokens.css?raw';
import { colourIn, paletteOf, type Scheme } from '../pictures/palette.ts';

const palette = paletteOf(tokens);

/** A colour by the name of its token, without the hyphens in front. Throws where there is none. */
export const colour = (name: string, scheme: Scheme = 'light'): string => colourIn(palette, name, scheme);
