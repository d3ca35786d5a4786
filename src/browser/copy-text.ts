/** Copies a text, and tells that for as long as it is known to be so. */

/** What is told of one copy can't be so of another: at each, what was told before is taken back. */
let told = new AbortController();

/**
 * Fills `line` with what became of it: `refused` where the browser does not allow it, or has no clipboard because the page is not served securely. That
 * holds until something is copied; `copied` also only while nobody is elsewhere, where something else may be.
 */
export async function copyText(text: string, line: HTMLElement, copied: string, refused: string): Promise<void> {
  told.abort();
  const telling = (told = new AbortController());
  const { signal } = telling;
  const isCopied = await write(text);
  if (signal.aborted) return;
  line.textContent = isCopied ? copied : refused;
  signal.addEventListener('abort', () => {
    line.textContent = '';
  });
  const takeBack = (): void => {
    telling.abort();
  };
  for (const type of ['copy', 'cut', ...(isCopied ? ['blur'] : [])]) addEventListener(type, takeBack, { signal });
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
