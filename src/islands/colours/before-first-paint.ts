/**
 * The choice that is kept, put on the page before anything of it is drawn. It stands in the page: a file would have to arrive before the page could be read, and other
 * scripts come after that. It does what `readChoice` does, in as few bytes as can be.
 */
import { COLOURS_KEY } from './choice.ts';

export const beforeFirstPaint = `try{let c=localStorage["${COLOURS_KEY}"];if(c=="light"||c=="dark")document.documentElement.dataset.colours=c}catch{}`;
