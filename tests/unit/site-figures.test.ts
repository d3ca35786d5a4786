/** What the benches make of what a browser reports. */
import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { barePage, barePageThatLeadsOn } from '../bench/bare-page.ts';
import { blockingTime, kindOf, layoutShift } from '../bench/load-figures.ts';
import { inWords, spreadOf } from '../bench/spread.ts';

describe('several runs', () => {
  test('have the one in the middle, the least and the most', () => {
    expect(spreadOf([30, 9, 100])).toEqual({ median: 30, least: 9, most: 100 });
  });

  test('that are even in number have a middle between two', () => {
    expect(spreadOf([4, 1, 3, 2]).median).toBe(2.5);
  });

  test('are ordered as numbers, whatever their order was, and left as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const given = [...values];
        const { median, least, most } = spreadOf(values);
        expect(values).toEqual(given);
        expect([least, most]).toEqual([Math.min(...values), Math.max(...values)]);
        expect(values.filter((value) => value < median).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((value) => value > median).length).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });

  test('are at least one', () => {
    expect(() => spreadOf([])).toThrow('no runs');
  });

  test('are printed with their spread, unless they agree as printed', () => {
    expect(inWords([1250.4, 980, 1301])).toBe('1,250 (980–1,301)');
    expect(inWords([7.1, 7.2, 6.9])).toBe('7');
    expect(inWords([0, 0.0125], 3)).toBe('0.006 (0.000–0.013)');
  });
});

describe('the time for which a page is blocked', () => {
  test('is what each task takes beyond 50 ms', () => {
    const tasks = [
      { start: 100, duration: 50 },
      { start: 200, duration: 90 },
      { start: 400, duration: 251 },
    ];
    expect(blockingTime(tasks, 0, 1000)).toBe(40 + 201);
  });

  test('counts of a task that reaches over an end only what lies between', () => {
    expect(blockingTime([{ start: 100, duration: 200 }], 180, 1000)).toBe(70);
    expect(blockingTime([{ start: 900, duration: 200 }], 0, 1000)).toBe(50);
  });

  test('counts nothing of what lies outside', () => {
    expect(blockingTime([{ start: 0, duration: 300 }], 300, 1000)).toBe(0);
    expect(blockingTime([{ start: 1000, duration: 300 }], 300, 1000)).toBe(0);
    expect(blockingTime([], 0, 1000)).toBe(0);
  });
});

describe('how much a page shifts', () => {
  test('is the sum of shifts that follow each other within a second', () => {
    expect(
      layoutShift([
        { start: 100, value: 0.25 },
        { start: 1000, value: 0.5 },
      ]),
    ).toBe(0.75);
  });

  test('is the worst of several such times', () => {
    expect(
      layoutShift([
        { start: 0, value: 0.5 },
        { start: 1000, value: 0.25 },
        { start: 1500, value: 0.125 },
      ]),
    ).toBe(0.5);
  });

  test('takes no more than five seconds together', () => {
    const everyHalfSecond = Array.from({ length: 20 }, (_, at) => ({ start: at * 500, value: 0.5 }));
    expect(layoutShift(everyHalfSecond)).toBe(5);
  });

  test('is nothing where nothing moves', () => {
    expect(layoutShift([])).toBe(0);
  });
});

test.each([
  ['text/html; charset=utf-8', 'document'],
  ['application/xhtml+xml', 'document'],
  ['text/css', 'style'],
  ['Text/JavaScript', 'script'],
  ['application/javascript', 'script'],
  ['application/x-javascript', 'script'],
  ['font/woff2', 'font'],
  ['application/font-woff', 'font'],
  ['application/vnd.ms-fontobject', 'font'],
  ['image/svg+xml', 'image'],
  ['application/json', 'other'],
  ['application/wasm', 'other'],
  ['text/plain', 'other'],
  ['', 'other'],
])('what comes as "%s" is a %s', (type, kind) => {
  expect(kindOf(type)).toBe(kind);
});

describe('a bare page', () => {
  const whole = `<!doctype html>
<html lang="cy" data-kind="guide"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'">
<title>Who &amp; why &lt;now&gt;</title><link rel="icon" href="/i.svg"><style>h1{color:red}</style><script type="module" src="/a.js"></script></head>
<body class="wide"><h1 style="color:red">Who</h1><svg><title>A tie</title></svg><script>alert(1)</script><style>p{}</style><p>Text &amp; more</p></body></html>`;

  test('has nothing in its head but charset, viewport and title', () => {
    expect(parse(barePage(whole)).querySelector('head')?.toString()).toBe(
      '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Who &amp; why &lt;now&gt;</title></head>',
    );
  });

  test('has the text, the drawings and their titles, and no script or style', () => {
    const bare = barePage(whole);
    expect(parse(bare).querySelector('body')?.innerHTML).toBe('<h1>Who</h1><svg><title>A tie</title></svg><p>Text &amp; more</p>');
    expect(bare).toMatch(/^<!doctype html><html lang="cy"><head>/);
  });

  test('is made of a page without the tags that may be left out, too', () => {
    const bare = barePage('<!doctype html><meta charset=utf-8><title>Short</title><link rel=stylesheet href=/s.css><h1>Short</h1><p>Text');
    expect(bare).toMatch(/<title>Short<\/title><\/head><body><h1>Short<\/h1><p>Text(<\/p>)?<\/body><\/html>$/);
    expect(bare.match(/<title>/g)).toHaveLength(1);
  });

  test('has nothing more where it leads on but the rule by which browsers prerender', () => {
    const [before = '', rule = '', after = ''] = barePageThatLeadsOn(whole).split(/<script type="speculationrules">(.*?)<\/script>/);
    expect(before + after).toBe(barePage(whole));
    expect(JSON.parse(rule)).toEqual({ prerender: [{ where: { href_matches: '/*' }, eagerness: 'moderate' }] });
  });
});
