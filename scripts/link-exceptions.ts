/** Addresses that `npm run check:links` lets fail, each with the reason. They are looked at by hand. */
import type { LinkException } from './link-check.ts';

export const linkExceptions: readonly LinkException[] = [
  {
    from: 'https://www.linkedin.com/',
    why: 'LinkedIn answers programs with 999 or a page to sign in, whatever the address.',
  },
  {
    from: 'http://help.linkedin.com/',
    why: 'LinkedIn’s help of 2013 to 2016, read in an archive. The address is kept since it names the text.',
  },
  {
    from: 'https://help.linkedin.com/',
    why: 'LinkedIn’s help of 2013 to 2016, read in an archive. The address is kept since it names the text.',
  },
  {
    from: 'https://www.science.org/',
    why: 'The publisher refuses programs with 403. The DOI in the address names the study.',
  },
];
