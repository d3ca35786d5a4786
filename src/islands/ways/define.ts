import { WaysElement } from './lt-ways.ts';

WaysElement.define();
