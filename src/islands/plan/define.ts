import { PlanElement } from './lt-plan.ts';

PlanElement.define();
