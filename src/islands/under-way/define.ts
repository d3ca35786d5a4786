import { UnderWayElement } from './lt-under-way.ts';

UnderWayElement.define();
