import { RememberElement } from './lt-remember.ts';

RememberElement.define();
