/** A key that a person presses, as the tasks name it. */
export type Key = "Tab" | "Shift+Tab" | "Space" | "Enter" | "Escape";

/** A page in some engine, worked as a person does. */
export interface Tab {
  readonly goto: (address: string) => Promise<void>;
  /** Runs a function in the page; it must not need anything around it. */
  readonly evaluate: <Result, Given>(
    run: (given: Given) => Result,
    given: Given,
  ) => Promise<Result>;
  /** Clicks what a function finds in the page. */
  readonly click: <Given>(
    find: (given: Given) => Element | undefined,
    given: Given,
  ) => Promise<void>;
  readonly press: (key: Key) => Promise<void>;
  /** Asks for a width, and tells the one that the page got. */
  readonly resize: (width: number) => Promise<number>;
  /** The page on paper as PDF; undefined where the engine's driver cannot print. */
  readonly print: () => Promise<Uint8Array | undefined>;
  readonly picture: (file: string) => Promise<void>;
}

/** A browser that is running; each tab of it has a session of its own where it can. */
export interface Engine {
  readonly version: string;
  readonly open: () => Promise<Tab & { readonly close: () => Promise<void> }>;
  readonly close: () => Promise<void>;
}
