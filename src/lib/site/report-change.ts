/** Addresses under which a reader reports that something has changed: a new issue, filled in. Only where a repository is configured. */
import { site } from './site.ts';

interface Changed {
  /** The id of a claim, or "checklist.step" of a step. */
  readonly id: string;
  /** The address of the page, as it is served. */
  readonly page: string;
  /** What is known about dates, in words. */
  readonly dates: string;
}

/** Undefined where no repository is configured: no address is invented. */
export function reportChangeAddress({ id, page, dates }: Changed, repository: string | undefined = site.repository): string | undefined {
  if (!repository) return undefined;
  // What is the same for all of a page comes first: that weighs next to nothing.
  const query = new URLSearchParams({ body: `${page}\n${dates}\n\nWhat I saw instead: `, title: `Changed: ${id}` });
  return `${repository.replace(/\/$/, '')}/issues/new?${query.toString()}`;
}
