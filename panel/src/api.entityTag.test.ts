import { describe, expect, test } from "vitest";
import {
  decide,
  decisionPath,
  startTestPanel,
} from "../../test/support/startTestPanel.ts";

const path = decisionPath("server-statistics");

describe("an entity tag", () => {
  const gets = [
    "/policy",
    "/purposes",
    path,
    decisionPath("crash-reports"),
    "/purposes/server-statistics/payload",
    "/purposes/crash-reports/payload",
  ];

  test.each(gets)("of %s spares sending the same again", async (at) => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const { etag = "" } = (await person.send("GET", at)).headers;

    const coded = ["-gzip", "-br", ";gzip", "--gzip"].flatMap((coding) => {
      const tag = etag.replace(/"$/, `${coding}"`);
      return [tag, `W/${tag}`, `"x", ${tag}, "y"`];
    });
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, "*", ...coded]) {
      const answer = await person.send("GET", at, {
        headers: { "If-None-Match": known },
      });
      expect([answer.status, answer.text]).toEqual([304, ""]);
      expect(answer.headers.etag).toBe(etag);
    }
    expect(etag).toMatch(/^"[^"]+"$/);
    for (const other of ['"x"', etag.slice(1, -1)]) {
      const answer = await person.send("GET", at, {
        headers: { "If-None-Match": other },
      });
      expect(answer.status).toBe(200);
    }
  });

  test("of what everybody sees is not the same for another viewer", async () => {
    const panel = await startTestPanel();
    const tags = await Promise.all(
      (["admin", "auditor"] as const).map(
        async (name) =>
          (await (await panel.signIn(name)).send("GET", "/purposes")).headers.etag,
      ),
    );

    expect(tags[0]).not.toBe(tags[1]);
  });

  test("changes with a decision, where it is told", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const tags = async () =>
      Promise.all(
        ["/purposes", path, "/purposes/server-statistics/payload"].map(
          async (at) => (await person.send("GET", at)).headers.etag,
        ),
      );
    const before = await tags();
    await decide(person, "server-statistics", "granted");
    const after = await tags();

    expect(before.filter((tag) => after.includes(tag))).toEqual([]);
  });
});
