/** A checklist as somebody finds it on a page. */
import type { Locator, Page } from 'playwright-core';

export interface ChecklistOnPage {
  readonly element: Locator;
  readonly boxes: Locator;
  readonly status: Locator;
  readonly problem: Locator;
  /** Where one starts again, in the fold at the end of the page, which `openFold` opens. */
  readonly controls: Locator;
  readonly openFold: () => Promise<void>;
  /** What stands behind the last step. */
  readonly finish: Locator;
  /** The numbers of the ticked steps, counted from 1. */
  readonly ticked: () => Promise<number[]>;
  /** Ticks steps, counted from 1. */
  readonly tick: (...steps: number[]) => Promise<void>;
  readonly untick: (...steps: number[]) => Promise<void>;
  readonly button: (name: string) => Locator;
}

export function checklistOn(page: Page, checklist: string): ChecklistOnPage {
  const element = page.locator(`lt-checklist[data-checklist="${checklist}"]`);
  const controls = page.locator(`lt-start-again[data-checklist="${checklist}"]`);
  const boxes = element.getByRole('listitem').getByRole('checkbox');
  return {
    element,
    boxes,
    status: element.locator('[data-status]'),
    problem: element.locator('[data-problem]'),
    controls,
    async openFold() {
      await page.getByText('Where your ticks are kept').click();
      await controls.getByRole('button').waitFor();
    },
    finish: element.locator('ol + section'),
    ticked: () => boxes.evaluateAll((all) => all.flatMap((box, index) => ((box as HTMLInputElement).checked ? [index + 1] : []))),
    async tick(...steps) {
      for (const step of steps) await boxes.nth(step - 1).check();
    },
    async untick(...steps) {
      for (const step of steps) await boxes.nth(step - 1).uncheck();
    },
    button: (name) => controls.getByRole('button', { name, exact: true }),
  };
}
