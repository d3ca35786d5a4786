import { YourTicksElement } from './lt-your-ticks.ts';

YourTicksElement.define();
