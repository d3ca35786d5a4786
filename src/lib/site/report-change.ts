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
  return newIssueAddress(repository, { title: `Changed: ${id}`, body: `${page}\n${dates}\n\nWhat I saw instead: ` });
}

/** Under which a new issue begins; with words filled in where they are given. GitLab has other names for that than everybody else. */
export function newIssueAddress(repository: string, words?: { readonly title: string; readonly body: string }): string {
  const isGitLab = /(^|\.)gitlab\./.test(new URL(repository).hostname);
  const address = `${repository}${isGitLab ? '/-' : ''}/issues/new`;
  if (!words) return address;
  // What is the same for all of a page comes first: that weighs next to nothing.
  const query = new URLSearchParams(
    isGitLab ? { 'issue[description]': words.body, 'issue[title]': words.title } : { body: words.body, title: words.title },
  );
  return `${address}?${query.toString()}`;
}
