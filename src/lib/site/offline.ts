/** Whether browsers are to keep a copy of the site. While somebody writes they are not: they would see what was. */
import { settings } from '../settings.ts';

export const keepsCopy = settings().offline && import.meta.env.PROD;
