import { CopyLinkElement } from './lt-copy-link.ts';

CopyLinkElement.define();
