import { test } from "vitest";
import { buildHost } from "../support/buildHost.ts";

test("TypeScript reads the types from 5.7 on, and from 5.0 on without looking into libraries", async () => {
  await buildHost("typescript");
});
