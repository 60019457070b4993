import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";
import { loadParts } from "./loadParts.ts";
import { takeTime } from "./takeTime.ts";

// Vitest setup file. Testing Library does both by itself only where the test runner's
// functions are global.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
// A machine with much to do is slow, and no reason to fail.
configure({ asyncUtilTimeout: 10_000 });
afterEach(() => {
  cleanup();
  // How far one panel was says nothing of the next one.
  globalThis.sessionStorage?.clear();
});

takeTime();

// What is loaded later has tests of its own; the others would wait for the compiler.
await loadParts();
