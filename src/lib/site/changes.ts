/** What changed, and when, for the feed: the days are those that stand with what is written, and none is made up. */
import { escapeText } from 'entities';
import { atomFeed } from '../atom.ts';
import { spokenDate } from '../dates.ts';
import { verdictMeanings } from '../evidence/verdicts.ts';
import type { Claim } from '../written/schema.ts';
import { claimPath, href } from './addresses.ts';
import { changes, claimsByTopic, guides, wording } from './content.ts';
import { placeNow } from './lists.ts';
import { ownPages } from './pages.ts';
import { site } from './site.ts';

/** Without the base path. */
export const feedPath = '/changes.xml';

/** Entries, and claims in one of them: of very many the newest, since a reader of feeds asks for all of it each time. */
const mostEntries = 60;
const mostClaims = 250;

/** The feed. `origin` is the site's own, where that is known. */
export async function changesFeed(origin: URL | undefined): Promise<string> {
  const whole = (path: string): string => (origin ? new URL(href(path), origin).href : href(path));
  /** Links in authored text begin at the root. */
  const wholeLinks = (html: string): string => (origin ? html.replaceAll('href="/', `href="${origin.origin}/`) : html);

  const ofSite = changes.map(async ({ date, what }) => ({
    name: `changes/${date}`,
    title: `What changed on ${spokenDate(date)}`,
    day: date,
    address: whole(`${ownPages.about.path}#what-changed`),
    html: wholeLinks(`<p>${await wording.inlineHtmlApart(what)}</p>`),
  }));

  const ofGuides = guides.map(async ({ id, title, path, updated, answer }) => ({
    // Each edit is an entry of its own: readers of feeds show once what has one name.
    name: `guides/${id}/${updated}`,
    title: `Edited: ${title}`,
    day: updated,
    address: whole(path),
    html: `<p>${escapeText(await wording.plainText(answer))}</p>`,
  }));

  const item = async ({ id, question, verdict, statement }: Claim): Promise<string> =>
    `<li><a href="${whole(placeNow(claimPath(id)))}">${escapeText(question)}</a> <strong>${verdictMeanings[verdict].word}:</strong> ${escapeText(await wording.plainText(statement))}</li>`;

  const byDay = Map.groupBy(
    claimsByTopic.flatMap(({ claims }) => claims),
    ({ verified }) => verified.date,
  );
  const ofClaims = [...byDay].map(async ([day, claims]) => {
    const items = await Promise.all(claims.slice(0, mostClaims).map(item));
    const others = claims.length - items.length;
    return {
      name: `claims/${day}`,
      title: `${claims.length === 1 ? 'One claim' : `${claims.length} claims`} checked on ${spokenDate(day)}`,
      day,
      address: whole(ownPages.evidence.path),
      html: `<ul>${items.join('')}</ul>${others > 0 ? `<p>And ${others} more.</p>` : ''}`,
    };
  });

  const all = await Promise.all([...ofSite, ...ofGuides, ...ofClaims]);
  return atomFeed({
    name: 'changes',
    title: `${site.name}: what changed`,
    subtitle: 'Guides that were edited, claims that were checked again, and what changed on the site as a whole.',
    author: site.name,
    rights: 'Text under CC BY 4.0',
    home: whole(ownPages.home.path),
    address: whole(feedPath),
    // Sorting keeps the order within a day.
    entries: all.sort((one, other) => other.day.localeCompare(one.day)).slice(0, mostEntries),
  });
}
