/** What page-policy.ts puts between Astro and the disk. */
import type { MiddlewareHandler } from 'astro';
import { withWaysBack } from '../lib/markdown/ways-back.ts';
import { withJoinedStyles, withPlainLineEnds, withPolicy, withScriptsApart } from '../lib/page-policy.ts';
import { scriptNames } from '../lib/site/script-names.ts';
import { withUsedStyles } from '../lib/used-styles.ts';

export const onRequest: MiddlewareHandler = async ({ url }, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  try {
    const whole = withScriptsApart(withJoinedStyles(withWaysBack(withPlainLineEnds(html))));
    return new Response(withPolicy(withUsedStyles(whole, scriptNames)), response);
  } catch (cause) {
    throw new Error(`No content policy could be written into ${url.pathname}`, { cause });
  }
};
