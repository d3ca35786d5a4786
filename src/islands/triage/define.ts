import { TriageElement } from './lt-triage.ts';

TriageElement.define();
