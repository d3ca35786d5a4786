import { describe, expect, test } from 'vitest';
import { elementAt, guidePages, pageAt, pages, type Page } from '../support/built-site.ts';
import { writtenContent } from '../support/written-content.ts';

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
      const step = elementAt(pageAt(`/checklists/${slug}/`).document, `tick.${place}`)?.closest('li');
      const sketch = step?.querySelector('[role="img"]');
      const { shown, drawn } = nameOf(screen.target);
      expect(sketch?.querySelector('b')?.textContent).toBe(drawn ?? shown);
      expect(sketch?.getAttribute('aria-label')).toMatch(/^Sketch of /);
      expect(sketch?.getAttribute('aria-label')).toContain(`Highlighted: ${shown}.`);
      expect(step?.querySelector('label')?.textContent).toContain(shown);
    },
  );

  test('is announced once, and called one to the eye once a page, at the first', () => {
    for (const { path, document } of pages) {
      const sketches = document.querySelectorAll('lt-checklist [role="img"]');
      const told = document.querySelectorAll('main small').filter(({ textContent }) => textContent.includes('not the real screen'));
      expect(told.length, path).toBe(sketches.length > 0 ? 1 : 0);
      expect(told[0]?.parentNode, path).toBe(sketches[0]?.parentNode);
      for (const caption of told) expect(caption.getAttribute('aria-hidden')).toBe('true');
    }
  });

  test('is never made of the app, nor for somebody who is being bothered', () => {
    for (const path of ['/checklists/remove-in-app/', '/checklists/someone-is-bothering-me/', '/decide/someone-is-bothering-me/']) {
      expect(pageAt(path).document.querySelectorAll('main [role="img"]')).toEqual([]);
    }
  });
});

describe('a drawn tie', () => {
  /** Each stands in a link or a piece of text of its own; other drawings are figures by themselves. */
  const tiesOn = ({ document }: Page) => document.querySelectorAll('a > svg[role="img"], span > svg[role="img"]');

  test('is used in the guides that compare states', () => {
    const drawn = guidePages.filter((page) => tiesOn(page).length > 0).map(({ path }) => path);
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
    for (const tie of pages.flatMap(tiesOn)) expect(tie.getAttribute('aria-label')).toMatch(/^[A-Z].*\.$/);
  });

  test('leads to the key, except in the key itself and inside another link', () => {
    for (const page of pages)
      for (const { parentNode: own } of tiesOn(page)) {
        const isLinked = !own?.parentNode?.closest('a, .key');
        // The handbook has a key of its own.
        const key = page.path === '/handbook/' ? '#the-drawings' : '/about/#the-drawings';
        expect(own?.getAttribute('href'), page.path).toBe(isLinked ? key : undefined);
      }
  });
});
