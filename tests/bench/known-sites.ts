/** How the search of a site is opened and where its next page is, of sites whose builder is known. Selectors are those of the builders' own themes. */

export interface Search {
  /** A key to press, or what to press on. */
  readonly open: { readonly key: 'k' } | { readonly press: string };
  readonly field: string;
  /** The first result. */
  readonly result: string;
}

interface KnownSite {
  readonly name: string;
  /** What none of the others has in its pages. */
  readonly sign: string;
  readonly search: Search;
  readonly next: string;
}

export const knownSites: readonly KnownSite[] = [
  {
    name: 'Loose Ties',
    sign: 'lt-search-link',
    // Held with Control.
    search: { open: { key: 'k' }, field: 'dialog[open] input', result: 'dialog[open] [data-results] li' },
    next: 'a[rel=next]',
  },
  {
    name: 'Starlight',
    sign: 'site-search',
    search: {
      open: { press: 'site-search button[data-open-modal]' },
      field: 'site-search dialog[open] .pagefind-ui__search-input',
      result: 'site-search .pagefind-ui__result-link',
    },
    next: '.pagination-links a[rel=next]',
  },
  {
    name: 'VitePress',
    sign: '.VPNavBar',
    search: { open: { press: '.VPNavBarSearch button' }, field: '#localsearch-input', result: '.VPLocalSearchBox .results .result' },
    next: '.VPDocFooter .pager-link.next',
  },
  {
    // With @easyops-cn/docusaurus-search-local, which has the field in the page.
    name: 'Docusaurus',
    sign: '#__docusaurus',
    search: { open: { press: '.navbar__search-input' }, field: '.navbar__search-input', result: '.navbar__search [class*=suggestion_]' },
    next: '.pagination-nav__link--next',
  },
];

/** Where nobody knows the site: what HTML itself calls the next page, else the first link out of the text to another page. */
export const anyNext = 'a[rel~=next], main a[href]:not([href^="#"], [href*="//"]), body a[href]:not([href^="#"], [href*="//"])';
