/**
 * The scripts of a page's islands wait until it is drawn: asked for before, they take time from the phone that is to draw it. Whoever has been here does not wait,
 * since the worker has the scripts at hand, and what was ticked can be in the first picture; nor does a page that nobody sees yet, so that it is whole when it is turned to.
 * The manifest, which browsers ask for before they draw the page that names it, waits with them.
 */

/**
 * Stands in the page right behind the link to the manifest, as the script whose `data-scripts` names the scripts. Each starts as soon as it is there: one that hangs holds back
 * no other. A frame is drawn after its callback, so the one of the next is the first to come behind it.
 */
export const askForScripts =
  '{let s=document.currentScript,m=s.previousSibling,f=()=>(m.rel="manifest",s.dataset.scripts.split(" ").map(a=>import(a)));m.rel="";document.hidden||navigator.serviceWorker?.controller?f():onload=()=>requestAnimationFrame(()=>requestAnimationFrame(f))}';

const moduleScript = /<script type="module" src="([^"]+)"><\/script>/g;
const placeOfNames = 'data-scripts=""';

/** The page with the scripts that Astro put into it named where `askForScripts` finds them. One without such a place stays as it is. */
export function withLateScripts(html: string): string {
  const names = [...html.matchAll(moduleScript)].map(([, name]) => name);
  return html.includes(placeOfNames) ? html.replaceAll(moduleScript, '').replace(placeOfNames, `data-scripts="${names.join(' ')}"`) : html;
}
