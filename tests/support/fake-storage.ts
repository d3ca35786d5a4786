import type { StorageLike } from '../../src/browser/kept.ts';

/** Storage as a browser gives it: strings under strings. `fault` is asked before every use, and may throw. */
export class FakeStorage implements StorageLike {
  readonly entries = new Map<string, string>();
  fault: (operation: 'read' | 'write') => void = () => undefined;

  constructor(entries: Record<string, string> = {}) {
    for (const [key, value] of Object.entries(entries)) this.entries.set(key, value);
  }

  get length(): number {
    this.fault('read');
    return this.entries.size;
  }

  key(index: number): string | null {
    this.fault('read');
    return [...this.entries.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    this.fault('read');
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.fault('write');
    this.entries.set(key, value);
  }

  removeItem(key: string): void {
    this.fault('write');
    this.entries.delete(key);
  }
}
