/** The colours of the stylesheet, for what no stylesheet reaches: icons, cards, the manifest, the browser's own bars. */

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];
type Palette = ReadonlyMap<string, Readonly<Record<Scheme, string>>>;

/** Every token of a stylesheet that is a colour for light and one for dark: "--ink: light-dark(#16212a, #e9edef);" is "ink". */
export function paletteOf(css: string): Palette {
  const found = css.matchAll(/--([a-z-]+):\s*light-dark\(\s*(#[0-9a-f]{6})\s*,\s*(#[0-9a-f]{6})\s*\)/gi);
  return new Map(Array.from(found, ([, name = '', light = '', dark = '']) => [name, { light, dark }]));
}

/** Throws where the stylesheet has no such colour. */
export function colourIn(palette: Palette, name: string, scheme: Scheme): string {
  const colour = palette.get(name)?.[scheme];
  if (!colour) throw new Error(`src/styles/tokens.css has no colour "--${name}: light-dark(#…, #…)"`);
  return colour;
}
