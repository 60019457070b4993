/** Where the loading of something stands. */
export type Loading<T> =
  | { readonly status: "waiting" }
  | { readonly status: "ready"; readonly value: T }
  | { readonly status: "failed" };

/** Something that is loaded when it is first needed, once for the whole page. */
export interface Lazy<T> {
  readonly read: () => Loading<T>;
  readonly subscribe: (changed: () => void) => () => void;
  /** Loads it unless it is there or on its way. Called after a failure it tries anew. */
  readonly load: () => Promise<void>;
}

const waiting = { status: "waiting" } as const;
const failed = { status: "failed" } as const;

/**
 * `fetch` is called when it is first needed, and once more after every failure. Where a host
 * loads modules natively, Chromium repeats the failure until the page is loaded anew.
 */
export function createLazy<T>(fetch: () => Promise<T>): Lazy<T> {
  const listeners = new Set<() => void>();
  let state: Loading<T> = waiting;
  let loading: Promise<void> | undefined;

  const become = (next: Loading<T>) => {
    state = next;
    for (const listener of listeners) listener();
  };

  return {
    read: () => state,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    load: () => {
      loading ??= fetch().then(
        (value) => become({ status: "ready", value }),
        () => {
          loading = undefined;
          become(failed);
        },
      );
      return loading;
    },
  };
}
