/** Tips and questions as built: each says what it rests on, links its guide, and is linked from there. */
import type { HTMLElement } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { guidePages, pageAt } from '../support/built-site.ts';

describe.for(['/tips/', '/questions/'])('%s', (path) => {
  const entries: HTMLElement[] = pageAt(path).document.querySelectorAll('main article');

  test('has enough of them, each with an id of its own', () => {
    expect(entries.length).toBeGreaterThanOrEqual(24);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  test.for(entries.map(({ id }) => id))('#%s rests on claims or is marked, links its guide, and is linked from there', (id) => {
    const entry = entries.find((one) => one.id === id);
    const [rests, more] = entry?.querySelectorAll('p').slice(-2) ?? [];
    const claims = rests?.querySelectorAll('a').map((link) => link.getAttribute('href') ?? '') ?? [];
    if (claims.length === 0) expect(rests?.textContent).toMatch(/opinion|not known/i);
    for (const claim of claims) expect(claim).toMatch(/^\/evidence\/#./);
    const guide = guidePages.find((page) => page.path === more?.querySelector('a')?.getAttribute('href'));
    expect(guide?.document.querySelector(`a[href="${path}#${id}"]`)).toBeTruthy();
  });
});
