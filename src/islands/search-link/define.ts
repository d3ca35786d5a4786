import { SearchLinkElement } from './lt-search-link.ts';

SearchLinkElement.define();
