import { StartAgainElement } from './lt-start-again.ts';

StartAgainElement.define();
