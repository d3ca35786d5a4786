/** The search's field and its label, which pages are served with and the dialog makes by script. Without a name it is sent nowhere, script or not. */

export const fieldLabel = 'Search in your own words';

export const fieldAttributes = {
  type: 'search',
  autocomplete: 'off',
  autocapitalize: 'none',
  spellcheck: 'false',
  enterkeyhint: 'search',
} as const;
