/** What somebody does who has a keyboard and no mouse. */
import type { Page } from 'playwright-core';

/** The text of what has the focus; a checkbox gives the text of its label. Throws where the focus is lost, or can't be seen. */
export async function focused(page: Page): Promise<string> {
  const { lost, unseen, text } = await page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
    // Of a choice that is drawn as a pill, the label is the pill.
    const styles = [element, label ?? element].map((drawn) => getComputedStyle(drawn));
    return {
      lost: element === document.body,
      unseen: styles.every(({ outlineStyle, outlineWidth }) => outlineStyle === 'none' || parseFloat(outlineWidth) < 2),
      text: (label ?? element).textContent.trim().replaceAll(/\s+/g, ' '),
    };
  });
  if (lost) throw new Error('The focus is lost: it is on the body');
  if (unseen) throw new Error(`The focus is on "${text}", but nothing shows it`);
  return text;
}

/** Presses a key, and tells what has the focus then. */
export async function press(page: Page, key: string): Promise<string> {
  await page.keyboard.press(key);
  return focused(page);
}

/** Presses Tab until what has this text has the focus. */
export async function tabTo(page: Page, text: string): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 300) {
    const reached = await press(page, 'Tab');
    if (reached === text) return;
    passed.push(reached);
  }
  throw new Error(`Tab does not lead to "${text}", only to:\n${passed.join('\n')}`);
}
