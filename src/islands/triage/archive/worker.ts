/** The worker's whole life: it reads one load, and tells what is in it. */
import type { Load } from './messages.ts';
import { readArchive } from './read-archive.ts';

self.onmessage = ({ data }: MessageEvent<Load>): void =>
  void readArchive(data, (answer) => {
    self.postMessage(answer);
  });
