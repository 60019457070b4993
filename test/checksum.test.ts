import { expect, test } from "vitest";
import { showDigest } from "../src/payload/showDigest.ts";
import { createFakePanel } from "../src/testing/index.ts";
import { readDocument } from "./support/documents.ts";
import { fencesOf } from "./support/markdown.ts";
import { runShell } from "./support/runSnippets.ts";

test("the documented command makes of a saved payload the checksum that the page shows", async () => {
  const [, section = ""] = readDocument("docs/security.md").split(
    "\n## To check a checksum yourself\n",
  );
  const [block] = fencesOf(section);
  const answer = await createFakePanel().fetch(
    "/api/privacy/purposes/server-statistics/payload",
  );
  const saved = Buffer.from(await answer.arrayBuffer()).toString("base64");

  const printed = await runShell(
    [`echo '${saved}' | base64 -d > server-statistics.json`, block?.text ?? "false"],
    ["openssl", "base64"],
  );

  const shown = showDigest(answer.headers.get("Repr-Digest") ?? "");
  expect(shown).toMatch(/^[\w+/]{43}=$/);
  expect(printed[1]?.trim()).toBe(shown);
});
