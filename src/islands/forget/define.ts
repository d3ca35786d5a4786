import { ForgetElement } from './lt-forget.ts';

ForgetElement.define();
