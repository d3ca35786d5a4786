/**
 * What can only be seen once pages are built: where their links lead, how they read, what they weigh. So whoever writes learns of it
 * from the build, and not from the tests that come after it.
 */
import { brotliCompressSync } from 'node:zlib';
import { parse, type HTMLElement } from 'node-html-parser';
import type { Problem } from '../written/problems.ts';
import { gradeOf, sentencesOf } from './readability.ts';

interface FinishedPage {
  /** Below the base path: "/remove/one-connection/". */
  readonly path: string;
  readonly html: string;
}

interface FinishedSite {
  readonly pages: readonly FinishedPage[];
  /** The path the site lives under, without a slash at its end. */
  readonly base: string;
  /** Whether there is a file at an address below the base path. */
  readonly hasFile: (path: string) => boolean;
}

/** So many sentences make a grade that means something. */
const fewestSentences = 16;
/** Years of school. */
const highestGrade = 8;
/** Bytes of brotli: with headers, what arrives in one round trip. */
const heaviest = 14_000;

interface Parsed extends FinishedPage {
  readonly document: HTMLElement;
}

/** Everything that is wrong with the pages, each by the file it is written in. */
export function problemsOfPages({ pages, base, hasFile }: FinishedSite): Problem[] {
  const parsed = new Map(pages.map((page): [string, Parsed] => [page.path, { ...page, document: parse(page.html) }]));
  const ids = new Map([...parsed].map(([path, { document }]) => [path, new Set(document.querySelectorAll('[id]').map(({ id }) => id))]));
  const hasPlace = (path: string, id: string): boolean => ids.get(path)?.has(id) ?? false;
  return [...parsed.values()].flatMap((page) => {
    const isGuide = page.document.querySelector('html')?.getAttribute('data-kind') === 'guide';
    const problems = [
      ...sharedIds(page),
      ...brokenLinks(page, base, hasFile, hasPlace),
      ...(isGuide ? [...hardToRead(page), ...tooHeavy(page)] : []),
    ];
    return problems.map((problem) => ({ file: fileOf(page.path, isGuide), ...problem }));
  });
}

function fileOf(path: string, isGuide: boolean): string {
  if (isGuide) return `src/content/guides${path.slice(0, -1)}.mdx`;
  const checklist = /^\/checklists\/(.+)\/$/.exec(path)?.[1];
  return checklist ? `src/content/checklists/${checklist}.yaml` : `the page ${path}`;
}

type Fault = Pick<Problem, 'field' | 'cure'>;

/** Ids are one namespace, whoever makes them: writers, components and layouts. */
function sharedIds({ document }: Parsed): Fault[] {
  const seen = new Set<string>();
  return document.querySelectorAll('[id]').flatMap(({ id }) => {
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

function brokenLinks(
  { path, document }: Parsed,
  base: string,
  hasFile: FinishedSite['hasFile'],
  hasPlace: (path: string, id: string) => boolean,
): Fault[] {
  return document.querySelectorAll('a[href]').flatMap((link) => {
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
    if (id === '' || hasPlace(target, id)) return [];
    return [{ field, cure: `there is no place called "${id}" on ${target}: a heading’s is its words in lower case, joined by hyphens` }];
  });
}

/** Paragraphs and steps, as a reader reads them. Labels of LinkedIn's, tables, code and evidence do not count. */
function prose(document: HTMLElement): string[] {
  const apart = 'table, .care, .progress, lt-leave, lt-remember, lt-your-ticks, .sides, .evidence, .where';
  const blocks = document.querySelectorAll('.answer, .prose p, .prose li > label, .prose > ul > li, .prose > ol > li');
  return blocks
    .filter((block) => !block.closest(apart))
    .map((block) => {
      const copy = parse(block.toString());
      for (const label of copy.querySelectorAll('.ui, code, .mark')) label.remove();
      return copy.textContent.replaceAll(/\s+/g, ' ').trim();
    });
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

function tooHeavy({ html }: Parsed): Fault[] {
  const bytes = brotliCompressSync(html).byteLength;
  if (bytes <= heaviest) return [];
  return [
    {
      field: 'whole file',
      cure: `makes a page of ${bytes} bytes, and ${heaviest} arrive in one round trip: shorten it, or give a part of it a page of its own`,
    },
  ];
}
