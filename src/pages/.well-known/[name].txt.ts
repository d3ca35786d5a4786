import type { APIRoute } from 'astro';
import { buildDay } from '../../lib/dates.ts';
import { securityTxt } from '../../lib/security-txt.ts';
import { settings } from '../../lib/settings.ts';
import { href } from '../../lib/site/addresses.ts';

interface Props {
  readonly contact: string;
}

/** None where nobody is named who looks after it. */
export function getStaticPaths() {
  const contact = settings().securityContact;
  return contact === undefined ? [] : [{ params: { name: 'security' }, props: { contact } }];
}

export const GET: APIRoute<Props> = ({ site, props: { contact } }) =>
  new Response(securityTxt(contact, buildDay(), site && new URL(href('/.well-known/security.txt'), site).href));
