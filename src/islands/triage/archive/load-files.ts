/** Has files read by a worker, which is made of text: one that is loaded from an address would not be bound by the page's policy. */
import { admitOwnScripts } from '../../../browser/own-scripts.ts';
import type { Answer, Load } from './messages.ts';
import worker from './worker.ts?bundled';

admitOwnScripts();

/** Undefined where a browser knows no workers, or refuses them. */
function startWorker(address: string): Worker | undefined {
  try {
    return new Worker(address);
  } catch {
    return undefined;
  }
}

/** Answers come to `tell`, the last of them is a report, columns or a problem. Returns what stops it. */
export function loadFiles(load: Load, tell: (answer: Answer) => void): () => void {
  const address = URL.createObjectURL(new Blob([worker], { type: 'text/javascript' }));
  const running = startWorker(address);
  if (!running) {
    tell({
      kind: 'problem',
      what: 'This browser starts nothing that could read the file.',
      cure: 'Open this page in another browser, or a newer one.',
    });
    return () => undefined;
  }
  const stop = (): void => {
    running.terminate();
    URL.revokeObjectURL(address);
  };
  const failed = (): void => {
    stop();
    tell({
      kind: 'problem',
      what: 'Your browser stopped while it was reading the file.',
      cure: 'Close other tabs and try again, or bring Connections.csv alone instead of the whole zip.',
    });
  };
  running.onmessage = ({ data }: MessageEvent<Answer>) => {
    if (data.kind !== 'progress' && data.kind !== 'people') stop();
    tell(data);
  };
  running.onerror = failed;
  running.onmessageerror = failed;
  running.postMessage(load);
  return stop;
}
