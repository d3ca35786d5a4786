/** What page-policy.ts puts between Astro and the disk. */
import type { MiddlewareHandler } from 'astro';
import { withWaysBack } from '../lib/markdown/ways-back.ts';
import { withPlacesInLists } from '../lib/site/places-in-lists.ts';
import { withLateScripts } from '../lib/late-scripts.ts';
import { withJoinedStyles, withPlainLineEnds, withPolicy } from '../lib/page-policy.ts';
import { scriptNamesOf } from '../lib/site/script-names.ts';
import { withUsedStyles } from '../lib/used-styles.ts';

export const onRequest: MiddlewareHandler = async ({ url }, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  try {
    const whole = withLateScripts(withJoinedStyles(withWaysBack(withPlacesInLists(withPlainLineEnds(html)))));
    return new Response(withPolicy(withUsedStyles(whole, scriptNamesOf(whole))), response);
  } catch (cause) {
    throw new Error(`No content policy could be written into ${url.pathname}`, { cause });
  }
};
