/**
 * Lets each script of a page start as soon as it is there. Without the attribute, which Astro does not write, scripts run in the order of the page, and one file
 * that hangs holds back every island after it.
 */
import { defineMiddleware } from 'astro:middleware';

export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response((await response.text()).replaceAll('<script type="module"', '<script async type="module"'), response);
});
