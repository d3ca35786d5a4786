/** What our scripts may put into a page. */
import { namesInScripts } from '../used-styles.ts';

const shared = import.meta.glob<string>(['../../{islands,browser}/**/*.ts', '!../../islands/triage/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** Styles that scripts bring along, for what they put into a page. */
const brought = import.meta.glob<string>('../../{islands,browser}/**/*.css', { query: '?raw', import: 'default', eager: true });
const closed = import.meta.glob<string>('../../islands/triage/**/*.ts', { query: '?raw', import: 'default', eager: true });

const inAny = namesInScripts([...Object.values(shared), ...Object.values(brought)]);
const inClosed = inAny.union(namesInScripts(Object.values(closed)));

/** What a page that brings its script along runs is run by no other. */
export const scriptNamesOf = (html: string): ReadonlySet<string> => (/<html[^>]* data-closed/.test(html) ? inClosed : inAny);
