/** The languages beside English whose labels are listed, each by its name in English and its own. */
export const namesOfLanguages = {
  de: ['German', 'Deutsch'],
  fr: ['French', 'Français'],
  es: ['Spanish', 'Español'],
  pt: ['Portuguese', 'Português'],
  it: ['Italian', 'Italiano'],
  nl: ['Dutch', 'Nederlands'],
} as const satisfies Record<string, readonly [english: string, own: string]>;

export type Language = keyof typeof namesOfLanguages;

export const languages = Object.keys(namesOfLanguages) as Language[];
