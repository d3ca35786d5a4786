import { SearchFieldElement } from './lt-search-field.ts';

SearchFieldElement.define();
