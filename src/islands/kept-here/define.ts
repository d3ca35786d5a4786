import { KeptHereElement } from './lt-kept-here.ts';

KeptHereElement.define();
