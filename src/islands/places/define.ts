import { PlacesElement } from './lt-places.ts';

PlacesElement.define();
