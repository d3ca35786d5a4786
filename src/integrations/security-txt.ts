/** Writes whom to tell of a hole, where SECURITY_CONTACT names somebody. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildDay } from '../lib/dates.ts';
import { securityTxt } from '../lib/security-txt.ts';
import { settings } from '../lib/settings.ts';

export function securityContact(): AstroIntegration {
  return {
    name: 'security-txt',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const { securityContact: contact, site, base } = settings();
        if (contact === undefined) return;
        const folder = new URL('.well-known/', dir);
        await mkdir(fileURLToPath(folder), { recursive: true });
        const path = `${base.replace(/\/$/, '')}/.well-known/security.txt`;
        await writeFile(new URL('security.txt', folder), securityTxt(contact, buildDay(), site && `${site}${path}`));
      },
    },
  };
}
