/** The search's field and its label, which /search/ is served with and the dialog makes by script. */

export const fieldLabel = 'Search in your own words';

export const fieldAttributes = {
  type: 'search',
  name: 'q',
  autocomplete: 'off',
  autocapitalize: 'none',
  spellcheck: 'false',
  enterkeyhint: 'search',
} as const;
