/** What the site says of itself, in one place. */
import { settings } from '../settings.ts';

export const site = {
  name: 'Loose Ties',
  tagline: 'Managing LinkedIn connections',
  opening: 'Let go of a connection, and know what happens next.',
  description:
    'An independent guide to LinkedIn connections: whom to keep, how to step back, how to remove one person or hundreds, and whether they will know.',
  /** Where somebody goes who leaves a page at once: an ordinary place that anybody may have open. It is only ever linked. */
  elsewhere: { address: 'https://www.bbc.com/weather', name: 'the weather' },
  /** The home of the source code and of error reports, such as "https://github.com/owner/name"; undefined where none is configured. */
  get repository(): string | undefined {
    // Asked once it is wanted: the configuration imports this, and must be able to say what is wrong with a setting.
    return settings().repository;
  },
} as const;

/** Of everything in `src/content/`. */
export const textLicence = 'https://creativecommons.org/licenses/by/4.0/';
