import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder } from "../../test/support/folder.ts";
import { behind, type Intermediary } from "../../test/support/intermediaries.ts";
import { runCommandLine } from "../../test/support/runCommandLine.ts";
import { serveFake } from "../../test/support/serveFake.ts";
import { people, sessionHeader } from "../testing/index.ts";

const secrets = [
  "s3cret-of-the-cookie",
  "s3cret-of-the-token",
  "s3cret-of-the-key",
  "s3cret-of-another",
  "s3cret-of-the-panel",
];
const [cookie, bearer, key, another, own] = secrets;

const session = [
  ...["--header", `Cookie: ${sessionHeader(people.admin)}; extra=${cookie}`],
  ...["--header", `Authorization: Bearer ${bearer}`, "--header", `X-Api-Key: ${key}`],
  ...["--read-only-header", `Cookie: ${sessionHeader(people.auditor)}; extra=${another}`],
];

/** A panel that repeats what it was sent and names the UUID everywhere, and breaks rules. */
function leaking(pseudonyms: Set<string>): Intermediary {
  let leaked = "3b1f0e54-8f0d-4a57-9d0e-6c2f5b1a7e90";
  return async ({ path, headers, pass }) => {
    const response = await pass();
    if (path === "/policy" || [0, 304].includes(response.status)) return response;
    const text = await response.text();
    leaked = /"pseudonym":"([^"]+)"/.exec(text)?.[1] ?? leaked;
    pseudonyms.add(leaked);
    const told = JSON.stringify([...headers]);
    const changed = new Headers(response.headers);
    changed.set("X-Echo", headers.get("Cookie") ?? "none");
    changed.set("X-Id", leaked);
    changed.set("Authorization", `Bearer ${own}`);
    changed.append("Set-Cookie", `session=${headers.get("X-Api-Key")}`);
    changed.set("Repr-Digest", `sha-256=:${"A".repeat(43)}=:`);
    const body = text
      .replace('"entries"', '"entrees"')
      .replace('"status":"granted"', '"status":"gr\u0007anted"')
      .replace("{", `{"echo":${told},"of":"${leaked}",`);
    return new Response(body, { status: response.status, headers: changed });
  };
}

const uuid = /[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}/i;

/** The ids of entries, which a line with curl needs. */
const addresses = /\/(decisions|transmissions|receipts|people)\/[0-9a-f-]{36}/g;

describe("whatever a panel answers, the command prints", () => {
  test.each([
    ["for a person", []],
    ["as JSON", ["--json"]],
  ])("no secret and no UUID, %s", async (_name, options) => {
    const pseudonyms = new Set<string>();
    const panel = await serveFake({}, (fetch) => behind(leaking(pseudonyms), fetch));
    const junit = join(await makeFolder(), "report.xml");
    const { status, printed, told } = await runCommandLine([
      ...["test-panel", panel.baseUrl, ...session, "--write", "--yes"],
      ...["--junit", junit, "--only", "payload-,history-,grant,pseudonym-,decision-"],
      ...options,
    ]);
    const all = [printed, told, await readFile(junit, "utf8")].join("\n");

    expect(status).toBe(1);
    expect(all.match(/payload-digest/g)?.length).toBeGreaterThan(2);
    for (const secret of secrets) expect(all).not.toContain(secret);
    for (const pseudonym of pseudonyms) expect(all).not.toContain(pseudonym);
    expect(all.replaceAll(addresses, "")).not.toMatch(uuid);
  });
});
