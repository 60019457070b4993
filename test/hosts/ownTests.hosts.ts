import { test } from "vitest";
import { buildHost } from "../support/buildHost.ts";

test.each(["jest", "vitest"])(
  "the test that docs/hosts.md shows passes in %s, set up as shown",
  async (host) => {
    await buildHost(host, { over: ["written"], files: { "hosts.md": "docs/hosts.md" } });
  },
);
