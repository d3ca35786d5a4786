import { CopyCodeElement } from './lt-copy-code.ts';

CopyCodeElement.define();
