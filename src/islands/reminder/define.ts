import { ReminderElement } from './lt-reminder.ts';

ReminderElement.define();
