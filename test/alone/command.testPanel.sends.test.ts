import { beforeEach, describe, expect, test, vi } from "vitest";
import type { post } from "../../src/sending/post.ts";
import { signIn } from "../support/contractSubjects.ts";
import { plantedSends } from "../support/plantedSends.ts";
import { prepareReceiving } from "../support/receiving.ts";
import { runCommandLine } from "../support/runCommandLine.ts";
import { shareName, shareOf } from "../support/shareOf.ts";
import { startTestPanel } from "../support/startTestPanel.ts";

type Post = typeof post;

const planted: { send: (right: Post) => Post } = vi.hoisted(() => ({
  send: (right) => right,
}));

vi.mock("../../src/sending/post.ts", async (importOriginal) => {
  const original = await importOriginal<typeof import("../../src/sending/post.ts")>();
  return {
    ...original,
    post: (options) => planted.send(original.post)(options),
  } satisfies typeof original;
});

beforeEach(() => {
  planted.send = (right) => right;
});

async function testWire(only: readonly string[], limit = 2) {
  const receiving = await prepareReceiving();
  const panel = await startTestPanel({ config: { vendor: receiving.vendor } });
  const { Cookie } = await signIn(panel.address(), "admin");
  return runCommandLine([
    ...["test-panel", `${panel.address()}/api/privacy`, "--header", `Cookie: ${Cookie}`],
    ...[...receiving.args, "--receive-limit", String(limit)],
    ...only.flatMap((id) => ["--only", id]),
  ]);
}

describe(`klartext test-panel --receive (${shareName}) finds a panel that`, () => {
  test.each(shareOf(plantedSends, 8))(
    "$name",
    async ({ breaks, says, after, limit, post: wrong }) => {
      planted.send = wrong;

      const { status, printed } = await testWire(
        [...(after ? [after] : []), breaks],
        limit,
      );

      expect(status).toBe(1);
      const [, told = ""] = printed.split(`FAIL       ${breaks}: `);
      expect(told).toMatch(says);
      expect(told).toMatch(/what to do: .*\n +more: docs\/test-panel\.md#/);
    },
  );
});

test("says that a deletion is still open, and ends with 7", async () => {
  planted.send = (right) => async (options) =>
    options.url.endsWith("/erasures")
      ? { outcome: "unreachable", status: null, tls: "not-reached" }
      : right(options);

  const { status, printed, told } = await testWire(["wire-report-arrives"]);

  expect(printed).toContain("1 kept, 0 broken");
  expect(told).toContain("Deletions that the panel still asks for: 1.");
  expect(status).toBe(7);
});
