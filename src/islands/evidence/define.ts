import { EvidenceElement } from './lt-evidence.ts';

EvidenceElement.define();
