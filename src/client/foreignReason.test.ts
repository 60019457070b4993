import { describe, expect, test } from "vitest";
import { problems, problemType } from "../contract/problem.ts";
import { problemCodes } from "../contract/problemCode.ts";
import { PanelProblem } from "./errors.ts";
import { foreignReason } from "./foreignReason.ts";
import { readProblem, requireMediaType } from "./readAnswer.ts";
import { toAnswer } from "./toAnswer.ts";

const answer = (status: number, type: string, body: string | null = "") =>
  toAnswer(new Response(body, { status, headers: type ? { "Content-Type": type } : {} }));

describe("who answered in the panel's place", () => {
  test.each([
    [301, "text/html", "session-over"],
    [302, "", "session-over"],
    [200, "text/html; charset=utf-8", "session-over"],
    [203, "application/xhtml+xml", "session-over"],
    [401, "", "session-over"],
    [407, "text/html", "session-over"],
    [511, "text/html", "session-over"],
    [403, "text/html", "blocked"],
    [405, "text/plain", "blocked"],
    [406, "text/html", "blocked"],
    [501, "text/html", "blocked"],
    [429, "application/json", "too-many-requests"],
    [502, "text/html", "gateway"],
    [503, "text/html", "gateway"],
    [504, "", "gateway"],
    [200, "text/plain", "not-the-panel"],
    [404, "text/html", "not-the-panel"],
    [500, "text/html", "not-the-panel"],
  ])("is told by %i with %j: %s", (status, type, reason) => {
    expect(foreignReason(answer(status, type))).toBe(reason);
  });

  test.each([200, 202])(
    "is told by %i without a media type to take headers away",
    (status) => {
      const bare = toAnswer(new Response(new Uint8Array(2), { status }));

      expect(() => requireMediaType(bare, "application/json")).toThrow(/header-missing/);
    },
  );

  test("is told by a redirect that the browser hides", () => {
    const hidden = {
      type: "opaqueredirect",
      status: 0,
      ok: false,
      headers: new Headers(),
    };

    expect(foreignReason(hidden)).toBe("session-over");
  });

  test("is the panel itself by its own problem documents alone", async () => {
    for (const code of problemCodes) {
      const { status } = problems[code];
      const body = (type: string) => JSON.stringify({ type, title: "", status });
      const ours = answer(status, "application/problem+json", body(problemType(code)));
      const other = answer(status, "application/problem+json", body("about:blank"));
      const page = answer(status, "text/html", body(problemType(code)));

      expect(await readProblem(ours)).toMatchObject({ code });
      expect(await readProblem(other)).not.toBeInstanceOf(PanelProblem);
      expect(await readProblem(page)).not.toBeInstanceOf(PanelProblem);
    }
    const body = '{"type":"urn:klartext:problem:later","title":"","status":400}';
    const later = answer(400, "application/problem+json", body);
    expect(await readProblem(later)).toMatchObject({ code: undefined, status: 400 });
  });
});
