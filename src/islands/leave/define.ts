import { LeaveElement } from './lt-leave.ts';

LeaveElement.define();
