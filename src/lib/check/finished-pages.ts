/**
 * What can only be seen once pages are built: where their links lead, how they read, what they weigh. So whoever writes learns of it
 * from the build, and not from the tests that come after it.
 */
import { brotliCompressSync, constants } from 'node:zlib';
import { parse, type HTMLElement } from 'node-html-parser';
import type { Problem } from '../written/problems.ts';
import { budgetOf } from './budgets.ts';
import { gradeOf, sentencesOf } from './readability.ts';

interface FinishedPage {
  /** Below the base path: "/remove/one-connection/". */
  readonly path: string;
  readonly html: string;
}

interface FinishedSite {
  /** Each is looked at once, and let go before the next: there may be thousands. */
  readonly pages: Iterable<FinishedPage>;
  /** The path the site lives under, without a slash at its end. */
  readonly base: string;
  /** Whether there is a file at an address below the base path. */
  readonly hasFile: (path: string) => boolean;
}

/** So many sentences make a grade that means something. */
const fewestSentences = 16;
/** Years of school. */
const highestGrade = 8;

interface Parsed extends FinishedPage {
  readonly document: HTMLElement;
}

/** What was seen on a page. Whether there is a place that a link leads to shows once all pages have been seen. */
interface Seen {
  readonly file: string;
  readonly shared: readonly Fault[];
  readonly links: readonly (Fault | Link)[];
  readonly own: readonly Fault[];
}

interface Link {
  readonly address: string;
  /** Below the base path. */
  readonly target: string;
  readonly id: string;
}

/** Everything that is wrong with the pages, each by the file it is written in. */
export function problemsOfPages({ pages, base, hasFile }: FinishedSite): Problem[] {
  const ids = new Map<string, ReadonlySet<string>>();
  const seen: Seen[] = [];
  const files = new Map<string, boolean>();
  const isThere = (path: string): boolean => {
    const known = files.get(path) ?? hasFile(path);
    files.set(path, known);
    return known;
  };
  for (const page of pages) {
    const parsed = { ...page, document: parse(page.html) };
    const isGuide = parsed.document.querySelector('html')?.getAttribute('data-kind') === 'guide';
    const named = parsed.document.querySelectorAll('[id]').map(({ id }) => id);
    ids.set(page.path, new Set(named));
    seen.push({
      file: fileOf(page.path, isGuide),
      shared: sharedIds(named),
      links: linksOf(parsed, base, isThere),
      own: isGuide ? [...hardToRead(parsed), ...tooHeavy(parsed, base)] : [],
    });
  }
  const leadsNowhere = (link: Fault | Link): Fault[] => {
    if ('cure' in link) return [link];
    const { address, target, id } = link;
    if (ids.get(target)?.has(id)) return [];
    const cure = `there is no place called "${id}" on ${target}: a heading’s is its words in lower case, joined by hyphens`;
    return [{ field: `the link to ${address}`, cure }];
  };
  return seen.flatMap(({ file, shared, links, own }) =>
    [...shared, ...links.flatMap(leadsNowhere), ...own].map((problem) => ({ file, ...problem })),
  );
}

function fileOf(path: string, isGuide: boolean): string {
  if (isGuide) return `src/content/guides${path.slice(0, -1)}.mdx`;
  const checklist = /^\/checklists\/(.+)\/$/.exec(path)?.[1];
  return checklist ? `src/content/checklists/${checklist}.yaml` : `the page ${path}`;
}

type Fault = Pick<Problem, 'field' | 'cure'>;

/** Ids are one namespace, whoever makes them: writers, components and layouts. */
function sharedIds(ids: readonly string[]): Fault[] {
  const seen = new Set<string>();
  return ids.flatMap((id) => {
    const isTaken = seen.has(id);
    seen.add(id);
    if (id !== '' && !isTaken) return [];
    return [
      {
        field: `the id "${id}"`,
        cure:
          id === '' ? 'an id needs a name: a heading’s is made of its words' : 'stands twice on the page: give one of the two another name',
      },
    ];
  });
}

/** The links of a page that lead to a place on a page, and what is wrong with the others. */
function linksOf({ path, document }: Parsed, base: string, hasFile: FinishedSite['hasFile']): (Fault | Link)[] {
  return document.querySelectorAll('a[href]').flatMap((link): readonly (Fault | Link)[] => {
    const address = link.getAttribute('href') ?? '';
    const url = new URL(address, `http://site${base}${path}`);
    const field = `the link to ${address}`;
    if (!['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol))
      return [{ field, cure: 'no page leads there: begin it with "/" or "https://"' }];
    if (url.host !== 'site' || /^(https?:)?\/\//.test(address)) return [];
    const target = url.pathname.slice(base.length);
    if (!url.pathname.startsWith(`${base}/`) || !hasFile(decodeURI(target)))
      return [{ field, cure: 'there is no such page: mend the address; /search/ lists all pages' }];
    const id = decodeURIComponent(url.hash.slice(1));
    return id === '' ? [] : [{ address, target, id }];
  });
}

/** Paragraphs and steps, as a reader reads them. Labels of LinkedIn's, tables, code and evidence do not count: the labels are taken out of the page. */
function prose(document: HTMLElement): string[] {
  const apart = new Set(
    document.querySelectorAll('table, .care, .progress, lt-leave, lt-remember, lt-your-ticks, .sides, .evidence, .where'),
  );
  const isApart = (element: HTMLElement | null): boolean => element !== null && (apart.has(element) || isApart(element.parentNode));
  const blocks = document.querySelectorAll('.answer, .prose p, .prose li > label, .prose > ul > li, .prose > ol > li');
  const read = blocks.filter((block) => !isApart(block));
  for (const block of read) for (const label of block.querySelectorAll('.ui, code, .mark')) label.remove();
  return read.map((block) => block.textContent.replaceAll(/\s+/g, ' ').trim());
}

function hardToRead({ document }: Parsed): Fault[] {
  const sentences = sentencesOf(prose(document));
  const field = 'text';
  if (sentences.length < fewestSentences)
    return [
      { field, cure: `has ${sentences.length} sentences: a guide has ${fewestSentences} at least; what is shorter is a question or a tip` },
    ];
  const grade = gradeOf(sentences);
  if (grade <= highestGrade) return [];
  return [
    {
      field,
      cure: `reads like grade ${grade.toFixed(1)}, and ${highestGrade} is the most (Flesch-Kincaid): shorten the longest sentences, and take shorter words`,
    },
  ];
}

function tooHeavy({ path, html: served }: Parsed, base: string): Fault[] {
  // Nobody who writes can help how long the path is that the site is put below.
  const html = served.replaceAll(`"${base}/`, '"/');
  const heaviest = budgetOf(path, 'guide').html;
  // What is light enough when it is compressed in haste is so in any case, and the last tenth takes thirty times as long.
  if (brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).byteLength <= heaviest) return [];
  const bytes = brotliCompressSync(html).byteLength;
  if (bytes <= heaviest) return [];
  return [
    {
      field: 'whole file',
      cure: `makes a page of ${bytes} bytes, and ${heaviest} arrive in one round trip: shorten it, or give a part of it a page of its own`,
    },
  ];
}
