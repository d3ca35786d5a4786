/** The search's field and its label, which pages are served with and the dialog makes by script. Without a name it is sent nowhere, script or not. */

/** What is pasted by mistake is not echoed, nor put into an address. */
export const maxTypedLetters = 200;

export const fieldLabel = 'Search in your own words';

export const fieldAttributes = {
  type: 'search',
  maxlength: String(maxTypedLetters),
  autocomplete: 'off',
  autocapitalize: 'none',
  spellcheck: 'false',
  enterkeyhint: 'search',
} as const;
