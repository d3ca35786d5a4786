/** The ways in which the site is built for tests and benches, as data: what builds and serves it is slow to load. */
import { fileURLToPath } from 'node:url';

/** The repository's root, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Variant {
  /** Where the built site goes. */
  readonly folder: string;
  /** The path it lives under. */
  readonly base: string;
  /** Where the site lives; empty where nobody has said. */
  readonly origin: string;
  /** Where errors are reported; empty where nobody has said. */
  readonly repository: string;
  /** The build's day. Today, where it is not given. */
  readonly day?: string;
  /** Whom to tell of a hole. */
  readonly contact?: string;
  readonly isPrecompressed?: boolean;
}

export const testOrigin = 'https://loose-ties.example';
export const testRepository = 'https://code.example/somebody/loose-ties';

/** A day on which all that is written has been read. */
export const testDay = '2026-11-27';

/** With an address and a repository, on a fixed day, so that what tests see does not change with the day they run. */
export const atRoot: Variant = {
  folder: `${root}.cache/site`,
  base: '/',
  origin: testOrigin,
  repository: testRepository,
  day: testDay,
  contact: 'mailto:holes@loose-ties.example',
};

/** The same, served from a path of its host: what `npm run test:base` looks at. */
export const atPath = (base: string): Variant => (base === '/' ? atRoot : { ...atRoot, folder: `${root}.cache/site-at-path`, base });

/** Below a path, without an address or a repository, with compressed copies, and past the day by which claims on how LinkedIn works are to be looked at again. */
export const underBase: Variant = {
  folder: `${root}.cache/site-under-base`,
  base: '/under/base',
  origin: '',
  repository: '',
  day: '2027-06-01',
  isPrecompressed: true,
};

/** As somebody builds it who has set nothing, into a folder of this name. */
export const plain = (name: string): Variant => ({ folder: `${root}.cache/${name}`, base: '/', origin: '', repository: '' });
