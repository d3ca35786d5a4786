/** What is said of the search's results, and when. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAnnouncer } from '../../src/islands/search/announcer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A line as a screen reader hears it: every text that is written to it. */
function createLine() {
  const heard: string[] = [];
  let text = 'Search needs JavaScript.';
  const line = {
    setAttribute: vi.fn(),
    style: {},
    get textContent() {
      return text;
    },
    set textContent(written: string) {
      text = written;
      heard.push(written);
    },
  };
  return { line: line as unknown as HTMLElement, heard };
}

function announcerOnALine() {
  const { line, heard } = createLine();
  const life = new AbortController();
  const announced = vi.fn();
  const announcer = createAnnouncer(line, life.signal, announced);
  // Emptied, which is no news.
  heard.length = 0;
  return {
    announcer,
    line,
    heard,
    announced,
    stop: () => {
      life.abort();
    },
  };
}

test('waits for a pause, and says only the last of what came meanwhile', () => {
  const { announcer, heard, announced } = announcerOnALine();
  announcer.announce('9 results for “r”');
  vi.advanceTimersByTime(599);
  announcer.announce('8 results for “re”');
  vi.advanceTimersByTime(599);
  expect(heard).toEqual([]);
  expect(announced).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(heard).toEqual(['8 results for “re”']);
  expect(announced).toHaveBeenCalledTimes(1);
});

test('says what waits at once when it is flushed, and not again after the pause', () => {
  const { announcer, heard, announced } = announcerOnALine();
  announcer.announce('8 results for “remove”');
  announcer.flush();
  expect(heard).toEqual(['8 results for “remove”']);
  vi.advanceTimersByTime(10_000);
  expect(heard).toHaveLength(1);
  expect(announced).toHaveBeenCalledTimes(1);
});

test('never says the same twice in a row, which would be read out twice', () => {
  const { announcer, heard } = announcerOnALine();
  announcer.announce('8 results for “remove”');
  announcer.flush();
  announcer.announce('8 results for “remove”');
  announcer.flush();
  expect(heard).toEqual(['8 results for “remove”']);
});

test('says nothing after it stopped, and gives back what was served', () => {
  const { announcer, heard, line, stop } = announcerOnALine();
  announcer.announce('8 results for “remove”');
  stop();
  vi.advanceTimersByTime(10_000);
  expect(heard).toEqual(['Search needs JavaScript.']);
  expect(line.textContent).toBe('Search needs JavaScript.');
});
