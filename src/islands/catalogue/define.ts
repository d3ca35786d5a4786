import { CatalogueElement } from './lt-catalogue.ts';

CatalogueElement.define();
