import { setImmediate } from "node:timers/promises";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";
import { loadParts } from "./loadParts.ts";
import { takeTime } from "./takeTime.ts";

// Vitest setup file. Testing Library does both by itself only where the test runner's
// functions are global.
setActEnvironment(true);

configure({
  // A machine with much to do is slow, and no reason to fail.
  asyncUtilTimeout: 10_000,
  // As Testing Library's own, and a macrotask more: where a test holds the clock, an answer
  // that is due in the same tick would still be on its way when React is to warn again.
  asyncWrapper: async (wait) => {
    const before = Reflect.get(globalThis, "IS_REACT_ACT_ENVIRONMENT");
    setActEnvironment(false);
    try {
      const result = await wait();
      await new Promise((resolve) => void setTimeout(resolve));
      await setImmediate();
      return result;
    } finally {
      setActEnvironment(before);
    }
  },
});

afterEach(() => {
  cleanup();
  // How far one panel was says nothing of the next one, nor which language one page had.
  globalThis.sessionStorage?.clear();
  globalThis.localStorage?.clear();
  const root = globalThis.document?.documentElement;
  for (const name of root?.getAttributeNames() ?? []) root?.removeAttribute(name);
});

takeTime();

// What is loaded later has tests of its own; the others would wait for the compiler.
await loadParts();

/** Whether React warns of an update that no test waited for. */
function setActEnvironment(isActive: unknown): void {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: isActive });
}
