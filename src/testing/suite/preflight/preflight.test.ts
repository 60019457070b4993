import { describe, expect, test } from "vitest";
import {
  addingHeader,
  answering,
  blocking,
  caching,
  codedPayloads,
  errorPages,
  type Intermediary,
  limiting,
  page,
  suffixedTags,
  weakTags,
  withoutHeader,
  withoutRequestHeader,
} from "../../../../test/support/intermediaries.ts";
import {
  byPath,
  frozenDate,
  isPrivate,
  isPut,
  isStranger,
  moved,
  noAnswer,
  renamingHost,
  signIn,
} from "../../../../test/support/refusingProxies.ts";
import { modes, runBehind } from "../../../../test/support/runSuiteBehind.ts";
import { shareName, shareOf } from "../../../../test/support/shareOf.ts";

/** What a proxy does, and the one cause that is found. */
const causes: readonly (readonly [string, () => Intermediary, string])[] = [
  ["makes tags weak", () => weakTags, "tag-changed"],
  ["puts a suffix on tags", () => suffixedTags, "tag-changed"],
  ["codes payloads", () => codedPayloads, "payload-coded"],
  ["takes ETag away", () => withoutHeader("ETag"), "header-missing"],
  ["takes Repr-Digest away", () => withoutHeader("Repr-Digest"), "header-missing"],
  [
    "takes Klartext-Payload away",
    () => withoutHeader("Klartext-Payload"),
    "header-missing",
  ],
  ["takes Cache-Control away", () => withoutHeader("Cache-Control"), "header-missing"],
  [
    "takes If-None-Match away",
    () => withoutRequestHeader("If-None-Match"),
    "not-revalidated",
  ],
  [
    "lets other sites read",
    () => addingHeader("Access-Control-Allow-Origin", "*"),
    "cors-added",
  ],
  ["takes Origin away", () => withoutRequestHeader("Origin"), "origin-unknown"],
  [
    "names the panel's own host to it",
    () => withoutRequestHeader("Host"),
    "host-not-checked",
  ],
  ["lets no PUT and no DELETE pass", () => blocking(["PUT", "DELETE"]), "blocked"],
  ["lets no DELETE pass", () => blocking(["DELETE"], 405), "blocked"],
  ["lets no write pass", () => blocking(["PUT", "DELETE", "POST"], 501), "blocked"],
  ["writes its own error pages", () => errorPages, "foreign-answer"],
  ["asks strangers to sign in", () => answering(signIn, isStranger), "foreign-answer"],
  ["closes the connection of a PUT", () => answering(noAnswer, isPut), "blocked"],
  ["takes 60 requests alone", () => limiting(60, () => page(429)), "too-many-requests"],
  ["is overloaded at times", () => limiting(60, () => page(503)), "too-many-requests"],
  ["loses the panel midway", () => limiting(60, () => page(502)), "gateway"],
];

describe.each(modes)("a run that is %s", (_mode, write) => {
  test("finds nothing where nothing stands before the panel", async () => {
    const { kinds } = await runBehind(({ pass }) => pass(), { write });

    expect(kinds).toEqual([]);
  });

  test.each(shareOf(causes, 10))(
    `says one cause when a proxy %s (${shareName})`,
    async (_name, make, kind) => {
      const { kinds, alone } = await runBehind(make(), { write });

      expect(kinds).toEqual([kind]);
      expect(alone).toEqual([]);
    },
  );

  test.each<[string, () => Intermediary, string]>([
    ["nothing answers", () => answering(noAnswer), "no-answer"],
    ["a page answers", () => answering(() => page(404)), "not-the-panel"],
    ["a single-page app answers", () => answering(() => page(200)), "not-the-panel"],
    [
      "another API answers",
      () => answering(() => Response.json({ ok: true })),
      "not-the-panel",
    ],
    ["no panel runs behind the proxy", () => answering(() => page(502)), "gateway"],
    ["every request is too many", () => answering(() => page(429)), "too-many-requests"],
    ["the way leads elsewhere", () => answering(moved), "redirected"],
    ["a proxy asks for a password", () => answering(() => page(401)), "session-over"],
    [
      "the private part is a sign-in page",
      () => answering(() => page(200), isPrivate),
      "session-over",
    ],
    [
      "the private part leads to a sign-in page",
      () => answering(signIn, isPrivate),
      "session-over",
    ],
    ["the panel knows no session", () => withoutRequestHeader("Cookie"), "not-signed-in"],
    ["a proxy drops the port of the host", () => renamingHost, "host-not-served"],
    ["a proxy stores answers for everybody", () => caching(), "old-answer"],
    [
      "a proxy answers from its store",
      () => caching({ keyOf: byPath, headers: { Age: "7" } }),
      "old-answer",
    ],
    ["the clock of the answers stands still", () => frozenDate(), "old-answer"],
  ])("tries nothing, and says why, when %s", async (_name, make, kind) => {
    const { report, kinds, changed } = await runBehind(make(), { write });

    expect(kinds).toEqual([kind]);
    expect(report).toMatchObject({ passed: 0, failed: 0 });
    expect(report.notTried).toBe(report.results.length);
    expect(changed).toBe(false);
  });
});

describe("what is found", () => {
  test("says what was seen, why it matters, what to do, and where that is told", async () => {
    const { report } = await runBehind(weakTags);
    const [finding] = report.findings;

    expect(finding?.seen.join("\n")).toMatch(
      /GET \S+\/purposes\S* answered 200 with ETag: W\//,
    );
    expect(finding?.why).toContain("If-Match");
    expect(finding?.remedy).toContain("gzip off");
    expect(finding?.docs).toBe("docs/behind-a-proxy.md");
  });

  test("holds no session", async () => {
    const { report } = await runBehind(answering(() => page(401)));

    expect(JSON.stringify(report)).not.toContain("session=admin");
  });

  test("names the headers that are missing, and where", async () => {
    const { report } = await runBehind(withoutHeader("Repr-Digest"));

    expect(report.findings[0]?.seen.join("\n")).toMatch(
      /GET \S+\/purposes\/crash-reports\/payload answered 200 without Repr-Digest/,
    );
  });

  test.each([
    [["PUT", "DELETE"], "POST passes"],
    [["PUT", "DELETE", "POST"], "POST is blocked too"],
  ])("tells of %j whether the other form passes", async (methods, told) => {
    const { report } = await runBehind(blocking(methods));

    expect(report.findings[0]?.seen.join("\n")).toContain(told);
  });
});

test.each(modes)(
  "decides nothing where a store may tell what was, %s",
  async (_mode, write) => {
    const intermediary = caching({ keyOf: byPath });
    const { kinds, alone, changed } = await runBehind(intermediary, { write });

    expect(kinds).toContain("session-ignored");
    expect(alone).toEqual([]);
    expect(changed).toBe(false);
  },
);
