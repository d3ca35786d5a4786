/** The evidence as built: the page, the data, the sources, and the way there from every claim a page prints. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { HTMLElement } from 'node-html-parser';
import { describe, expect, inject, test } from 'vitest';
import type { EvidenceData } from '../../src/lib/evidence/data.ts';
import { spokenDate } from '../../src/lib/dates.ts';
import { componentsIn } from '../../src/lib/written/references.ts';
import { readWords } from '../../src/lib/evidence/source-words.ts';
import { standingMeanings, stanceWords, verdictMeanings, whoSaysWhat } from '../../src/lib/evidence/verdicts.ts';
import { elementAt, pageAt, pages, pagesUnderBase, siteFolder, words } from '../support/built-site.ts';
import { testDay, testOrigin, testRepository } from '../support/variants.ts';
import { writtenContent } from '../support/written-content.ts';

const json = (folder: string, file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const data = json(siteFolder, 'evidence.json') as EvidenceData;
const dataUnderBase = json(inject('siteUnderBaseFolder'), 'evidence.json') as EvidenceData;
const schema = json(siteFolder, 'evidence.schema.json') as Record<string, unknown>;

const evidence = pageAt('/evidence/').document;
const articles = ['article-step-by-step', 'article-2023'];
const source = (id: string) => {
  const found = data.sources.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`evidence.json has no source "${id}"`);
  return found;
};
const claim = (id: string) => {
  const found = data.claims.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`evidence.json has no claim "${id}"`);
  return found;
};

/** The fold that a fragment opens: an ancestor `<details>` of its target, which is not in the summary. */
function foldOf(document: HTMLElement, id: string): HTMLElement | undefined {
  const target = elementAt(document, id);
  const fold = target?.closest('details') ?? undefined;
  return fold && target !== fold && !target?.closest('summary') ? fold : undefined;
}

describe('evidence.json', () => {
  const validator = addFormats(new Ajv2020({ allErrors: true }));
  const validate = validator.compile(schema);
  const faultsOf = (value: unknown): unknown => (validate(value) ? [] : validate.errors);

  test('is what its schema says, at the root and below a base path', () => {
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema['$id']).toBe(`${testOrigin}/evidence.schema.json`);
    expect(faultsOf(data)).toEqual([]);
    expect(faultsOf(dataUnderBase)).toEqual([]);
  });

  test.each<[string, (copy: Record<string, never> & EvidenceData) => void]>([
    ['a field nobody knows', (copy) => Object.assign(copy.claims[0] ?? {}, { colour: 'red' })],
    ['a missing field', (copy) => Reflect.deleteProperty(copy.claims[0] ?? {}, 'why')],
    ['a verdict that is none', (copy) => Object.assign(copy.claims[0] ?? {}, { verdict: 'sure' })],
    ['a day that is none', (copy) => Object.assign(copy, { generated: '2026-02-31' })],
    ['a claim without positions', (copy) => Object.assign(copy.claims[0] ?? {}, { positions: [] })],
    ['an address that is none', (copy) => Object.assign(copy.sources[0] ?? {}, { url: 'nowhere' })],
  ])('would not be with %s', (_, spoil) => {
    const copy = structuredClone(data) as Record<string, never> & EvidenceData;
    spoil(copy);
    expect(faultsOf(copy)).not.toEqual([]);
  });

  test('has the shape that was promised, field by field', () => {
    expect(Object.keys(data)).toEqual(['generated', 'sources', 'claims']);
    const sourceFields = ['id', 'title', 'publisher', 'kind', 'url', 'date', 'read', 'readOn', 'note', 'light'];
    for (const record of data.sources)
      expect(Object.keys(record)).toEqual(sourceFields.filter((field) => !['url', 'light'].includes(field) || field in record));
    const claimFields = [
      ...['id', 'topic', 'question', 'proposition', 'answer', 'statement', 'verdict', 'inference', 'agreement', 'positions', 'why'],
      ...['verified', 'newestSource', 'recheckBy', 'url'],
    ];
    for (const record of data.claims) {
      expect(Object.keys(record)).toEqual(claimFields.filter((field) => field !== 'inference' || field in record));
      expect(Object.keys(record.verified)).toEqual(['date', 'how']);
      for (const position of record.positions) expect(Object.keys(position)).toEqual(['source', 'stance', 'says', 'where', 'standing']);
    }
  });

  test('holds everything that is written, and the day of the build', () => {
    expect(data.generated).toBe(testDay);
    expect(data.claims.map(({ id }) => id)).toEqual([...writtenContent.claims.keys()].sort());
    expect(data.sources.map(({ id }) => id)).toEqual([...writtenContent.sources.keys()].sort());
  });

  test('refers only to sources it holds', () => {
    for (const { positions, newestSource } of data.claims) {
      for (const position of positions) expect(source(position.source).id).toBe(position.source);
      if (newestSource !== null) expect(positions.map((position) => position.source)).toContain(newestSource);
    }
  });

  test('is text without markup or tokens', () => {
    const texts = data.claims.flatMap(({ statement, why, positions }) => [statement, why, ...positions.map(({ says }) => says)]);
    expect(texts.filter((text) => /[{}<>]|\]\(/.test(text))).toEqual([]);
  });

  test('gives each claim its place: whole where the site knows its address, else from the root', () => {
    expect(claim('notified').url).toBe(`${testOrigin}/evidence/#notified`);
    expect(dataUnderBase.claims.find(({ id }) => id === 'notified')?.url).toBe('/under/base/evidence/#notified');
  });

  test('is documented beside the sources, every field of it', () => {
    const fieldList = elementAt(pageAt('/evidence/sources/').document, 'data')?.parentNode;
    if (!fieldList) throw new Error('/evidence/sources/ has no part on the data');
    const documented = fieldList.querySelectorAll('dt code').map((name) => words(name));
    // Not every record has every field: the schema does.
    interface Shape {
      readonly properties?: Record<string, Shape>;
      readonly items?: Shape;
    }
    const { properties: file = {} } = schema as Shape;
    const [source, record] = [file['sources']?.items, file['claims']?.items];
    const fields = [file, source?.properties, record?.properties, record?.properties?.['positions']?.items?.properties].flatMap((holder) =>
      Object.keys(holder ?? {}),
    );
    expect(fields).toEqual(expect.arrayContaining([data, ...data.sources, ...data.claims].flatMap((holder) => Object.keys(holder))));
    expect(documented).toEqual(fields);
    expect(fieldList.querySelectorAll('dd').every((meaning) => words(meaning).length > 10)).toBe(true);
    expect(fieldList.querySelectorAll('a').map((link) => link.getAttribute('href'))).toEqual(
      expect.arrayContaining(['/evidence.json', '/evidence.schema.json']),
    );
  });
});

describe('/evidence/', () => {
  test('says what each verdict means', () => {
    const meanings = elementAt(evidence, 'verdicts')
      ?.querySelectorAll('dl > div')
      .map((entry) => [words(entry.querySelector('dt')), words(entry.querySelector('dd'))]);
    expect(meanings).toEqual(Object.values(verdictMeanings).map(({ word, meaning }) => [word, meaning]));
  });

  test.each(data.claims)('shows the whole claim "$id" at its own place', ({ id, ...record }) => {
    const whole = elementAt(evidence, id);
    const entry = whole?.closest('article');
    const head = words(entry?.querySelector('summary'));
    expect(words(entry?.querySelector('h4'))).toBe(record.question);
    expect(head).toContain(record.statement);
    expect(head).toContain(`${verdictMeanings[record.verdict].word} · ${whoSaysWhat(record)}`);

    expect(foldOf(evidence, id)?.closest('article')).toBe(entry);
    for (const expected of [record.why, `Read on ${spokenDate(record.verified.date)}.`, `Check again by ${spokenDate(record.recheckBy)}.`])
      expect(words(whole)).toContain(expected);
    expect(whole?.querySelectorAll('[data-stance] li')).toHaveLength(record.positions.length);
    for (const position of record.positions) {
      const side = whole?.querySelectorAll('section').find((section) => section.getAttribute('data-stance') === position.stance);
      const { id: name, title, publisher, date } = source(position.source);
      const isArticle = articles.includes(name);
      for (const expected of [stanceWords[position.stance], position.says, isArticle ? title : `${publisher}, ${spokenDate(date)}`])
        expect(words(side)).toContain(expected);
      // The rest is one press away, at the source's own entry.
      expect(side?.querySelector(`a[href="/evidence/${isArticle ? `${name}/` : `sources/#${name}`}"]`)).not.toBeNull();
    }
  });

  test('sorts the claims by topic, and has no topic without one', () => {
    for (const topic of evidence.querySelectorAll('section[data-topic]')) {
      const ids = topic.querySelectorAll('article details > [id]').map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids.map((id) => claim(id).topic))).toEqual(new Set([topic.getAttribute('data-topic')]));
    }
    expect(evidence.querySelectorAll('[data-topic] article')).toHaveLength(data.claims.length);
  });

  test('offers each verdict, each way sources stand, each topic and the articles where they differ, with how many claims it leaves, and none that leaves none', () => {
    const offered: Record<string, number> = Object.fromEntries(
      evidence
        .querySelectorAll('form input:not([value="all"])')
        .map((input) => [input.getAttribute('value') ?? '', Number(words(input.closest('label')?.querySelector('small')))]),
    );
    const counted = (value: (record: EvidenceData['claims'][number]) => string) =>
      Object.fromEntries<number>([...Map.groupBy(data.claims, value)].map(([name, records]) => [name, records.length]));
    const stancesOfArticles = ({ positions }: EvidenceData['claims'][number]) =>
      new Set(positions.filter((one) => articles.includes(one.source) && one.stance !== 'silent').map(({ stance }) => stance));
    expect(offered).toEqual({
      ...counted(({ verdict }) => verdict),
      ...counted(({ agreement }) => agreement),
      ...counted(({ topic }) => topic),
      articles: data.claims.filter((record) => stancesOfArticles(record).size > 1).length,
    });
    expect(Object.values(offered)).not.toContain(0);
  });

  test('is in the search claim by claim, and neither as a whole nor with its other pages', () => {
    for (const { path, html } of pages) if (path.startsWith('/evidence/')) expect(html).not.toContain('data-pagefind-body');
  });
});

describe.each(articles)('/evidence/%s/', (slug) => {
  const page = pageAt(`/evidence/${slug}/`).document;
  /** What is listed under a heading. */
  const listedUnder = (heading: string): HTMLElement[] =>
    page
      .querySelectorAll('main section')
      .find((section) => words(section.querySelector('h2')) === heading)
      ?.querySelectorAll('li') ?? [];
  const positions = data.claims.flatMap(({ id, positions: all }) =>
    all.filter((position) => position.source === slug).map((position) => ({ id, ...position })),
  );
  const inStanding = (standing: string) => positions.filter((position) => position.standing === standing);

  test('counts and draws how its positions stand', () => {
    const rows = elementAt(page, 'standing')?.nextElementSibling?.querySelectorAll('li') ?? [];
    expect(rows).toHaveLength(6);
    for (const [index, standing] of (Object.keys(standingMeanings) as (keyof typeof standingMeanings)[]).entries()) {
      const count = inStanding(standing).length;
      expect(words(rows[index]?.querySelector('span'))).toBe(`${count} ${standingMeanings[standing].word}`);
      expect(rows[index]?.querySelectorAll('circle')).toHaveLength(count);
      expect(rows[index]?.querySelector('svg')?.getAttribute('aria-hidden')).toBe(count > 0 ? 'true' : undefined);
    }
  });

  test('shows each of them, under how it stands, with what the guide says', () => {
    for (const [standing, { word }] of Object.entries(standingMeanings)) {
      const expected = inStanding(standing);
      const shown = listedUnder(`${word}: ${expected.length}`);
      expect(shown, word).toHaveLength(expected.length);
      for (const { id, says, where, stance } of expected) {
        const entry = shown.find((item) => item.querySelector(`a[href="/evidence/#${id}"]`));
        for (const part of [claim(id).question, `${stanceWords[stance]}. ${says}`, where, claim(id).statement])
          expect(words(entry)).toContain(part);
      }
    }
    const unsaid = listedUnder('What it does not say').map((item) => item.querySelector('a')?.getAttribute('href'));
    expect(unsaid.sort()).toEqual(
      inStanding('silent')
        .map(({ id }) => `/evidence/#${id}`)
        .sort(),
    );
  });

  test('says what else it talks about, and where that has its home', () => {
    const alsoTreats = writtenContent.sources.get(slug)?.alsoTreats ?? [];
    expect(alsoTreats.length).toBeGreaterThan(0);
    for (const { what, guide } of alsoTreats) {
      const entry = listedUnder('What else it talks about').find((item) => words(item).startsWith(what));
      expect(entry?.querySelector('a')?.getAttribute('href')).toBe(`/${guide}/`);
    }
  });
});

test('the first article’s position on the notice does not hold, and the second’s does', () => {
  expect(claim('notified').agreement).toBe('disagree');
  const standings = new Map(claim('notified').positions.map((position) => [position.source, position.standing]));
  expect(standings.get('article-step-by-step')).toBe('does not hold');
  expect(standings.get('article-2023')).toBe('holds');
});

describe('/evidence/sources/', () => {
  const page = pageAt('/evidence/sources/').document;
  const others = data.sources.filter(({ id }) => !articles.includes(id));

  test.each(others)('has "$id" at its own place: how it was read, when, and what rests on it', (record) => {
    const entry = elementAt(page, record.id);
    for (const part of [
      record.title,
      record.publisher,
      spokenDate(record.date),
      readWords[record.read],
      spokenDate(record.readOn),
      record.note,
    ])
      expect(words(entry)).toContain(part);
    expect(entry?.querySelector('a[rel]')?.getAttribute('href')).toBe(record.url?.replaceAll('&', '&amp;'));
    const uses = data.claims.filter(({ positions }) => positions.some((position) => position.source === record.id));
    for (const { positions } of uses)
      expect(words(entry)).toContain(`(${positions.find((position) => position.source === record.id)?.where ?? ''})`);
    const links = entry?.querySelectorAll('a[href^="/evidence/#"]').map((link) => link.getAttribute('href')) ?? [];
    expect(links.sort()).toEqual(uses.map(({ id }) => `/evidence/#${id}`).sort());
  });

  test('has nothing else', () => {
    expect(page.querySelectorAll('main li[id]')).toHaveLength(others.length);
  });
});

/** Every mark behind a claim, on whatever page. */
const marks = pages.flatMap(({ path, document }) =>
  document
    .querySelectorAll('a[href^="#rests-on."]')
    .map((mark) => ({ path, document, mark, id: (mark.getAttribute('href') ?? '').replace('#rests-on.', '') })),
);

describe('a claim that a page prints', () => {
  test('is printed often enough to be tested', () => {
    expect(marks.length).toBeGreaterThan(200);
  });

  /** Whether the claim's sentence stands right before the mark. */
  const isPrinted = ({ mark, id }: (typeof marks)[number]): boolean => {
    const before = [];
    for (const node of mark.parentNode?.childNodes ?? []) {
      if (node === mark) break;
      before.push(node.textContent);
    }
    return before.join('').replaceAll(/\s+/g, ' ').trim().endsWith(claim(id).statement);
  };

  // What stands before the mark of a sentence written for its place is the writer's.
  test('says what its entry says, word for word, wherever a guide asks for it', () => {
    const asked = [...writtenContent.guides.values()].flatMap(({ id, body }) =>
      componentsIn(body).flatMap(({ component, given }) =>
        component === 'Claim' ? [{ path: `/${id}/`, claim: String(given.get('id')) }] : [],
      ),
    );
    expect(asked.length).toBeGreaterThan(40);
    const printed = marks.filter(isPrinted);
    const missing = asked.filter(
      (one) =>
        asked.filter(({ path, claim: other }) => path === one.path && other === one.claim).length >
        printed.filter(({ path, id }) => path === one.path && id === one.claim).length,
    );
    expect(missing).toEqual([]);
  });

  test('has its evidence two presses away, without script: the mark opens a fold, whose link opens the claim', () => {
    const faults = marks.flatMap(({ path, document, mark, id }) => {
      const fold = foldOf(document, (mark.getAttribute('href') ?? '').slice(1));
      if (!fold) return [`${path} ${id}: the mark opens no fold`];
      const link = fold.querySelector(`a[href="/evidence/#${id}"]`);
      if (words(link) !== 'Both sides and all sources') return [`${path} ${id}: the fold has no link to all sources`];
      return foldOf(evidence, id) ? [] : [`${path} ${id}: the link opens no fold`];
    });
    expect(faults).toEqual([]);
  });

  test('has its verdict, its newest source and the day of reading at the foot of the page', () => {
    for (const { document, id, path } of marks) {
      const fold = foldOf(document, `rests-on.${id}`);
      const { verdict, newestSource, verified, question } = claim(id);
      const expected = [
        verdictMeanings[verdict].word,
        question,
        spokenDate(verified.date),
        newestSource ? source(newestSource).publisher : 'No source of weight is dated',
      ];
      for (const part of expected) expect(words(fold), `${path} ${id}`).toContain(part);
    }
  });
});

describe('a link that leaves the site', () => {
  const external = [...pages, ...pagesUnderBase].flatMap(({ path, document }) =>
    document.querySelectorAll('a').flatMap((link) => {
      const href = (link.getAttribute('href') ?? '').replaceAll('&amp;', '&');
      return href.startsWith('http') ? [{ path, link, href }] : [];
    }),
  );

  test('says where it leads, and gives nothing away', () => {
    expect(external.length).toBeGreaterThan(300);
    const faults = external.filter(({ link, href }) => {
      const host = new URL(href).hostname.replace(/^www\./, '');
      // Those that open in a tab of their own say so too.
      return !/^external (noopener )?noreferrer$/.test(link.getAttribute('rel') ?? '') || !words(link).toLowerCase().includes(host);
    });
    expect(faults.map(({ path, href }) => `${path}: ${href}`)).toEqual([]);
  });
});

describe('"A button has changed? Tell us"', () => {
  const reportsOn = (element: HTMLElement | undefined): HTMLElement[] =>
    element?.querySelectorAll('a').filter((link) => words(link).startsWith('A button has changed? Tell us')) ?? [];

  test('stands once at the end of all claims', () => {
    const [link, ...more] = evidence
      .querySelectorAll('a')
      .filter((each) => words(each).startsWith('Report that something here has changed'));
    expect(more).toEqual([]);
    const address = new URL((link?.getAttribute('href') ?? '').replaceAll('&amp;', '&'));
    expect(`${address.origin}${address.pathname}`).toBe(`${testRepository}/issues/new`);
    expect(address.searchParams.get('body')).toContain('/evidence/');
  });

  test('stands once at the end of each checklist, wherever it is shown', () => {
    const lists = pages.flatMap(({ path, document }) => document.querySelectorAll('lt-checklist').map((list) => ({ path, list })));
    expect(lists.length).toBeGreaterThan(30);
    for (const { path, list } of lists) {
      const [report, ...more] = reportsOn(list);
      expect(more).toEqual([]);
      const address = new URL((report?.getAttribute('href') ?? '').replaceAll('&amp;', '&'));
      expect(address.searchParams.get('title')).toBe(`Changed: ${list.getAttribute('data-checklist') ?? ''}`);
      expect(address.searchParams.get('body')).toMatch(
        new RegExp(`^${path}\\n(Sources read: \\d{4}-\\d\\d-\\d\\d\\. )?Page built: ${testDay}\\.`),
      );
    }
  });

  test('is nowhere where no repository is known', () => {
    for (const { path, document } of pagesUnderBase) expect(reportsOn(document).length, path).toBe(0);
  });
});

test.each(pages)('$path leads to the evidence from its foot', ({ document }) => {
  expect(document.querySelector('footer a[href="/evidence/"]')).not.toBeNull();
});
