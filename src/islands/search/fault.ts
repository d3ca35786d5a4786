/** What can go wrong with what the search loads. */

/** missing: not there. unreachable: offline or blocked. refused: the browser won't run it. failed: anything else. */
export type SearchFault = 'missing' | 'unreachable' | 'refused' | 'failed';

export class SearchError extends Error {
  readonly fault: SearchFault;

  constructor(fault: SearchFault, cause: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}

/** What went wrong, as a SearchError. Pagefind's own errors are plain text by the time they come out of its worker. */
export function asSearchError(cause: unknown): SearchError {
  if (cause instanceof SearchError) return cause;
  const text = String(cause);
  if (/CompileError|WebAssembly/.test(text)) return new SearchError('refused', cause);
  return new SearchError(/fetch|network|load failed|dynamically imported|importing a module/i.test(text) ? 'unreachable' : 'failed', cause);
}

/** The response, if it is a good one. Rejects with a SearchError. */
export async function requireOk(asked: Promise<Response>): Promise<Response> {
  const response = await asked.catch((cause: unknown) => {
    throw new SearchError('unreachable', cause);
  });
  if (response.type === 'error') throw new SearchError('unreachable', response.type);
  if (!response.ok) throw new SearchError('missing', `${response.url}: ${response.status}`);
  return response;
}
