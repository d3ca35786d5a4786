import { WhereYouAreElement } from './lt-where-you-are.ts';

WhereYouAreElement.define();
