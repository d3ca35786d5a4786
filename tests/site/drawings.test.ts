import { describe, expect, test } from 'vitest';
import { guidePages, pages } from '../support/built-site.ts';
import { writtenContent } from '../support/written-content.ts';

const pageAt = (path: string) => {
  const page = pages.find((candidate) => candidate.path === path);
  if (!page) throw new Error(`There is no page at ${path}`);
  return page;
};

const nameOf = (name: string) => {
  const entry = writtenContent.interface.get(name);
  if (!entry) throw new Error(`There is no button "${name}"`);
  return entry;
};

const drawnSteps = [...writtenContent.checklists].flatMap(([slug, { steps }]) =>
  steps.flatMap(({ id, screen }) => (screen ? [{ place: `${slug}.${id}`, slug, screen }] : [])),
);

describe('a sketch of a screen', () => {
  test('stands in the steps that say where to press', () => {
    expect(drawnSteps.length).toBeGreaterThan(12);
  });

  test.each(drawnSteps)(
    'at $place shows the name that interface.yaml has, says so in words, and calls itself a sketch',
    ({ place, slug, screen }) => {
      const step = pageAt(`/checklists/${slug}/`).document.querySelector(`[id="${place}"]`);
      const { shown, drawn } = nameOf(screen.target);
      expect(step?.querySelector('.scene b')?.textContent).toBe(drawn ?? shown);
      expect(step?.querySelector('.scene')?.getAttribute('aria-label')).toContain(`Highlighted: ${shown}.`);
      expect(step?.querySelector('figcaption')?.textContent).toContain('A sketch');
      expect(step?.querySelector('label')?.textContent).toContain(shown);
    },
  );

  test('is never made of the app, nor for somebody who is being bothered', () => {
    for (const path of ['/checklists/remove-in-app/', '/checklists/someone-is-bothering-me/', '/decide/someone-is-bothering-me/']) {
      expect(pageAt(path).document.querySelectorAll('.scene, .tie')).toEqual([]);
    }
  });
});

describe('a drawn tie', () => {
  const ties = pages.flatMap((page) => page.document.querySelectorAll('.tie').map((tie) => ({ path: page.path, tie })));

  test('is used in the guides that compare states', () => {
    const drawn = guidePages.filter(({ document }) => document.querySelector('.tie')).map(({ path }) => path);
    expect(drawn).toEqual(
      expect.arrayContaining([
        '/understand/are-they-notified/',
        '/understand/what-changes/',
        '/understand/undo-a-removal/',
        '/decide/ways-to-step-back/',
      ]),
    );
  });

  test('says in words what it shows', () => {
    for (const { tie } of ties) expect(tie.querySelector('svg[role="img"]')?.getAttribute('aria-label')).toMatch(/^[A-Z].*\.$/);
  });

  test('leads to the key, except in the key itself and inside another link', () => {
    for (const { path, tie } of ties) {
      if (path === '/about/' || tie.closest('.answers')) expect(tie.tagName).toBe('SPAN');
      else expect(tie.getAttribute('href')).toBe('/about/#the-drawings');
    }
  });
});
