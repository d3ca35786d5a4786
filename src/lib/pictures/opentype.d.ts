/** The part of opentype.js that is used here. Addressed by its file: the package names one build to Node and another to bundlers, and their exports differ. */
declare module 'opentype.js/dist/opentype.mjs' {
  interface Options {
    kerning: boolean;
    /** In ems, between any two letters. */
    letterSpacing: number;
  }
  interface Font {
    charToGlyphIndex: (character: string) => number;
    getAdvanceWidth: (text: string, size: number, options: Options) => number;
    getPath: (text: string, x: number, y: number, size: number, options: Options) => { toPathData: (decimals: number) => string };
  }
  /** Reads a font in TrueType, OpenType or WOFF. */
  export function parse(font: ArrayBuffer): Font;
}
