/** Whether browsers are to keep a copy of the site. While somebody writes, the worker that their server has takes it away at once (`src/integrations/offline.ts`). */
import { settings } from '../settings.ts';

export const keepsCopy = settings().offline;
