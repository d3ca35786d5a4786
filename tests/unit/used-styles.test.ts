import { describe, expect, test } from 'vitest';
import { namesIn, namesInScripts, withUsedStyles } from '../../src/lib/used-styles.ts';

const body = '<main class="guide wide"><ul id="list"><li data-state="done">One</li></ul></main>';

/** What is left of a style on a page with that body. */
function left(style: string, scripts: readonly string[] = []): string {
  const page = withUsedStyles(`<html lang="en"><style>${style}</style>${body}`, namesInScripts(scripts));
  return /<style>(.*)<\/style>/s.exec(page)?.[1] ?? '';
}

describe('a rule stays', () => {
  test.each([
    ['for an element', 'li{margin:0}'],
    ['for a class', '.wide{margin:0}'],
    ['for an id', '#list{margin:0}'],
    ['for data', '[data-state]{margin:0}'],
    ['for data of a value', '[data-state=done]{margin:0}'],
    ['for one of several in one place', 'main :is(.note,li){margin:0}'],
    ['where something must not be there', 'li:not(.note){margin:0}'],
    ['for what the browser adds', 'tbody{margin:0}'],
    ['for what anything is', '*,:before{margin:0}'],
    ['for a state', 'li:hover::marker{margin:0}'],
    ['for attributes that are not ours to set alone', 'li[open]{margin:0}'],
    ['inside another', 'main{& li{margin:0}}'],
    ['inside conditions', '@layer parts{@media (width<40rem){li{margin:0}}}'],
  ])('%s', (_why, style) => {
    expect(left(style)).toBe(style);
  });

  test.each([
    ["makeElement('dialog', {})", 'dialog{margin:0}'],
    ["makeElement('p', { class: 'warns ask' })", '.ask{margin:0}'],
    ["{ class: isCard ? 'unseen' : '' }", '.unseen{margin:0}'],
    ["part.classList.add('shown')", '.shown{margin:0}'],
    ["part.dataset['stepsDone'] = '1'", '[data-steps-done]{margin:0}'],
    ["part.dataset.choice = 'yes'", '[data-choice=yes]{margin:0}'],
    ["{ 'data-status': true }", '[data-status]{margin:0}'],
  ])('for what a script puts there: %s', (script, style) => {
    expect(left(style)).toBe('');
    expect(left(style, [script])).toBe(style);
  });
});

test('a rule for several stays for those that are there', () => {
  expect(left('.note,li,table,main>ul{margin:0}')).toBe('li,main>ul{margin:0}');
  expect(left('main{& .note,& li{margin:0;&,&.note{padding:0}}}')).toBe('main{& li{margin:0;&{padding:0}}}');
  expect(left('li,dialog{margin:0}', ["makeElement('dialog', {})"])).toBe('li,dialog{margin:0}');
});

describe('a rule goes', () => {
  test.each([
    ['for an element', 'table{margin:0}'],
    ['for a class', '.note{margin:0}'],
    ['for an id', '#other{margin:0}'],
    ['for data', '[data-choice]{margin:0}'],
    ['for data of another value', '[data-state=open]{margin:0}'],
    ['for one part of what must be there', 'main .note>li{margin:0}'],
    ['where none of several is there', '.note,table{margin:0}'],
    ['where none of several in one place is there', 'main:has(.note,table){margin:0}'],
    ['and all that is inside it', '.note{margin:0;& li{margin:0}}'],
    ['and the conditions around it', '@layer parts{@media print{.note{margin:0}}}'],
  ])('%s', (_why, style) => {
    expect(left(`${style}li{margin:0}`)).toBe('li{margin:0}');
  });
});

test('what is no rule of elements stays as it is', () => {
  const style = '@layer base,parts;@page{margin:1cm;@bottom-right{content:"1"}}@keyframes turn{to{rotate:1turn}}li{margin:0}';
  expect(left(style)).toBe(style);
});

test('a script that names the tag of its island makes no such element', () => {
  const island = "static override readonly tag = 'lt-leave'; interface HTMLElementTagNameMap { 'lt-leave': LeaveElement; }";
  expect(left('lt-leave{margin:0}', [island])).toBe('');
});

test('what follows one another in the same layer, or under the same condition, is one block', () => {
  const style =
    '@layer parts{li{margin:0}}@layer parts{.note{margin:0}}@layer parts{ul{margin:0}}@layer prose{li{padding:0}}@layer parts{li{color:red}}';
  expect(left(style)).toBe('@layer parts{li{margin:0}ul{margin:0}}@layer prose{li{padding:0}}@layer parts{li{color:red}}');
  expect(left('li{margin:0}li{padding:0}')).toBe('li{margin:0}li{padding:0}');
  expect(left('@layer a,b;@layer a,b;')).toBe('@layer a,b;@layer a,b;');
});

test('a custom property stays where a rule that stays mentions it', () => {
  const style = ':root{--line:3px;--mono:monospace;--space-1:1px;--space-10:2px;color:red}';
  expect(left(`${style}pre{font:1em var(--mono)}`)).toBe(':root{color:red}');
  expect(left(`${style}li{margin:var(--line) calc(1px + var(--space-10,0px))}`)).toBe(
    ':root{--line:3px;--space-10:2px;color:red}li{margin:var(--line) calc(1px + var(--space-10,0px))}',
  );
  expect(left(':root{--own:scroll();animation-timeline:--own}')).toBe(':root{--own:scroll();animation-timeline:--own}');
  expect(left(':root{--line:3px}li{margin:0}')).toBe('li{margin:0}');
  const brought = 'lt-search{margin:var(--mono)}';
  expect(left(style, [brought])).toBe(':root{--mono:monospace;color:red}');
});

test('what a script requires it does not make', () => {
  const asks = "const code = requirePart(this, 'pre'); const field = requirePart(dialog, 'input');";
  expect(left('pre,input{margin:0}', [asks])).toBe('');
  expect(left('pre,input{margin:0}', [`${asks} makeElement('input', {})`])).toBe('input{margin:0}');
});

test('between declarations and rules stands what must', () => {
  expect(left('li{margin:0;color:red;& .note{margin:0}& table{margin:0}padding:0}')).toBe('li{margin:0;color:red;padding:0}');
  expect(left('li{margin:0;&:hover{margin:0}}')).toBe('li{margin:0;&:hover{margin:0}}');
});

test('no word of a text is taken for a name', () => {
  expect([...namesIn('<p>A table of .notes &lt;dialog&gt;</p>')]).toEqual(['html', 'head', 'body', 'tbody', 'p']);
});
