import { ChecklistElement } from './lt-checklist.ts';

ChecklistElement.define();
