type Handler = (...values: readonly unknown[]) => unknown;

/**
 * A promise as Cockpit's are: it is settled with several values, of which `await` sees the
 * first alone, its handlers run later, and what they throw becomes no rejection.
 */
export interface CockpitPromise {
  then: (done?: Handler | null, failed?: Handler | null) => CockpitPromise;
  catch: (failed: Handler) => CockpitPromise;
}

interface Deferred {
  readonly promise: CockpitPromise;
  readonly resolve: Handler;
  readonly reject: Handler;
}

/** Behaves as `pkg/lib/cockpit/_internal/deferred.js` of Cockpit does. */
export function defer(): Deferred {
  const waiting: (() => void)[] = [];
  let settled: { readonly isDone: boolean; readonly values: readonly unknown[] } | null =
    null;
  const later = (run: () => void) => setTimeout(run, 0);
  const settle = (isDone: boolean, values: readonly unknown[]) => {
    if (settled) return;
    settled = { isDone, values };
    for (const run of waiting) later(run);
  };

  const then: CockpitPromise["then"] = (done, failed) => {
    const next = defer();
    const run = () => {
      const { isDone = true, values = [] } = settled ?? {};
      const handler = isDone ? done : failed;
      if (handler) next.resolve(handler(...values));
      else (isDone ? next.resolve : next.reject)(...values);
    };
    if (settled) later(run);
    else waiting.push(run);
    return next.promise;
  };
  return {
    promise: { then, catch: (failed) => then(null, failed) },
    resolve: (...values) => {
      const [value] = values;
      if (!isThenable(value)) return settle(true, values);
      return value.then(
        (...inner) => settle(true, inner),
        (...inner) => settle(false, inner),
      );
    },
    reject: (...values) => settle(false, values),
  };
}

function isThenable(value: unknown): value is CockpitPromise {
  return typeof value === "object" && value !== null && "then" in value;
}
