import type { Locator } from 'playwright-core';

/**
 * Presses a link with the key that opens it in a tab of its own, and says whether the page left that to the browser. Whether a tab opens then is not asked: headless Chromium
 * now and then opens none.
 */
export async function isLeftToBrowser(link: Locator): Promise<boolean> {
  const left = link.page().evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        addEventListener('click', (event) => {
          resolve(!event.defaultPrevented);
          event.preventDefault();
        });
      }),
  );
  await link.click({ modifiers: ['ControlOrMeta'] });
  return left;
}
