/**
 * Ids that reader views leave alone. Firefox's, and others made of the same code, take an element for a part of the page's furniture, and leave it out, where
 * a word such as "menu", "comment" or "share" stands in its id: of a list of steps just the one that opens a menu. Ids are made of what people write,
 * and addresses are for good. So what has words in it gets an id in which such a word is broken, and an empty place before its words keeps the address.
 */

/** Of Readability's lists, whatever makes it drop or doubt an element. A test holds them against the lists themselves. */
const furniture =
  /-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote|hidden|^hid$|com-|contact|masthead|media|meta|outbrain|promo|scroll|share|shopping|tags|widget|byline|author|dateline|writtenby/i;

/** The id with every such word broken: "open-men_u". */
export function readerId(id: string): string {
  const found = furniture.exec(id);
  if (!found) return id;
  const end = found.index + found[0].length - 1;
  return readerId(`${id.slice(0, end)}_${id.slice(end)}`);
}

/** What goes before the words of something with this id: nothing, or the place that keeps its address. */
export const keptAddress = (id: string): string => (readerId(id) === id ? '' : `<span id="${id}"></span>`);
