import { LeftOffElement } from './lt-left-off.ts';

LeftOffElement.define();
