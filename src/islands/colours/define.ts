import { ColoursElement } from './lt-colours.ts';

ColoursElement.define();
