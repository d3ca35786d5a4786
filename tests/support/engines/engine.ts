/** What a test asks of a browser that is not Chromium, whatever it is driven by. */
export interface EngineTab {
  /** Returns once all is loaded. */
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** The value of an expression in the page. */
  ask<Value>(expression: string): Promise<Value>;
  /** As a person does: at the middle of the element, once that is in sight. */
  click(selector: string): Promise<void>;
  /** Keys one after another; "Control+k" holds one down. */
  press(...keys: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export interface Engine {
  /** A tab with nothing kept from those before it, where the engine can do that, and else with what this browser keeps. */
  newTab(): Promise<EngineTab>;
  close(): Promise<void>;
}

/** Key codes of WebDriver, for keys that stand for no letter. */
const named: Readonly<Record<string, string>> = {
  Control: '\uE009',
  Enter: '\uE007',
  Escape: '\uE00C',
  ArrowDown: '\uE015',
  ArrowUp: '\uE013',
  Tab: '\uE004',
  Backspace: '\uE003',
};

interface KeyAction {
  readonly type: 'keyDown' | 'keyUp';
  readonly value: string;
}

/** What a source of keys does to press them: both protocols say it alike. */
export const keyActions = (keys: readonly string[]): KeyAction[] =>
  keys.flatMap((chord) => {
    const values = chord.split('+').map((key) => named[key] ?? key);
    return [
      ...values.map((value): KeyAction => ({ type: 'keyDown', value })),
      ...values.toReversed().map((value): KeyAction => ({ type: 'keyUp', value })),
    ];
  });

/** What drives an engine does not answer any more. That is no verdict on what is tested. */
export class EngineGone extends Error {
  override readonly name = 'EngineGone';

  constructor(what: string, cause: unknown) {
    super(`${what} does not answer any more`, { cause });
  }
}
