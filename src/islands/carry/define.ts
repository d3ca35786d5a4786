import { CarryElement } from './lt-carry.ts';

CarryElement.define();
