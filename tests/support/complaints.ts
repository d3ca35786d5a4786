/** What a page does that no page of this site should. */
import type { Page } from 'playwright-core';

/**
 * Collects from now on: console errors and warnings, uncaught errors, violations of the content policy, requests that fail
 * and requests to another origin. Begin before the page is opened; the list grows while it is used.
 */
export async function complaintsOf(page: Page): Promise<readonly string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A page that is left gives up what it still waits for, such as what it loads once it is pointed at.
    if (why !== 'net::ERR_ABORTED') complaints.push(`request failed: ${request.url()} (${why})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`answered ${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const home = new URL(page.mainFrame().url());
    const asked = new URL(request.url());
    const opensThePage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (!opensThePage && asked.origin !== home.origin) complaints.push(`request to another origin: ${asked.href}`);
  });
  // Chromium writes violations to the console as well, but not every kind.
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`policy violation: ${effectiveDirective} refused ${blockedURI}`);
    });
  });
  return complaints;
}
