/** Addresses under which a reader reports that something has changed: a new issue, filled in. Only where a repository is configured. */
import { site } from './site.ts';

interface Changed {
  /** The id of a claim, or "checklist.step" of a step. */
  readonly id: string;
  /** The address of the page and place, as it is served. */
  readonly place: string;
  /** What is known about dates, in words. */
  readonly dates: string;
}

/** Undefined where no repository is configured: no address is invented. */
export function reportChangeAddress({ id, place, dates }: Changed, repository: string | undefined = site.repository): string | undefined {
  if (!repository) return undefined;
  const query = new URLSearchParams({ title: `Changed: ${id}`, body: `${place}\n${dates}\n\nWhat I saw instead: ` });
  return `${repository.replace(/\/$/, '')}/issues/new?${query.toString()}`;
}
