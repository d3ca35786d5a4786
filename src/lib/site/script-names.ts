/** What our scripts may put into any page. */
import { namesInScripts } from '../used-styles.ts';

const scripts = import.meta.glob<string>('../../{islands,browser}/**/*.ts', { query: '?raw', import: 'default', eager: true });

export const scriptNames: ReadonlySet<string> = namesInScripts(Object.values(scripts));
