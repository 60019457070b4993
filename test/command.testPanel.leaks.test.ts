import { expect, test, vi } from "vitest";
import { post } from "../src/sending/post.ts";
import { signIn } from "./support/contractSubjects.ts";
import { prepareReceiving } from "./support/receiving.ts";
import { runCommandLine } from "./support/runCommandLine.ts";
import { startTestPanel } from "./support/startTestPanel.ts";

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** What a panel does beside what it answers, given where it sends to. */
type Beside = (asked: Asked, report: () => Promise<void>) => Promise<void>;

/** Tests a panel that does something beside its answers, or answers otherwise. */
async function testBeside(
  only: readonly string[],
  beside: Beside,
  answer: (path: string, text: string) => string = (_path, text) => text,
) {
  const receiving = await prepareReceiving();
  const panel = await startTestPanel({ config: { vendor: receiving.vendor } });
  const { Cookie } = await signIn(panel.address(), "admin");
  const { fetch } = globalThis;
  const report = async () => {
    const url = `${receiving.vendor.url}/v1/crash-reports`;
    await post({ url, ca: receiving.vendor.ca, body: new TextEncoder().encode("{}\n") });
  };
  vi.stubGlobal("fetch", async (input: string, init: RequestInit = {}) => {
    const asked = {
      method: init.method ?? "GET",
      path: new URL(input).pathname,
      body: String(init.body ?? ""),
    };
    const response = await fetch(input, init);
    await beside(asked, report);
    if (response.status !== 200) return response;
    const text = await response.text();
    const { status, headers } = response;
    return new Response(answer(asked.path, text), { status, headers });
  });
  return runCommandLine([
    ...["test-panel", `${panel.address()}/api/privacy`, "--header", `Cookie: ${Cookie}`],
    ...[...receiving.args, "--receive-limit", "2"],
    ...only.flatMap((id) => ["--only", id]),
  ]);
}

test("a panel that reports before anybody was asked is found", async () => {
  let isReported = false;
  const { status, printed } = await testBeside(
    ["wire-report-arrives", "wire-only-with-consent"],
    async (_asked, report) => {
      if (isReported) return;
      isReported = true;
      await report();
    },
  );

  expect(status).toBe(1);
  expect(printed).toContain("expected: No connection before consent; 1 came.");
});

test("a panel that reports a refusal is found", async () => {
  const { status, printed } = await testBeside(
    ["wire-refusal-sends-nothing", "wire-only-with-consent"],
    async ({ method, body }, report) => {
      if (method === "PUT" && body.includes("refused")) await report();
    },
  );

  expect(status).toBe(1);
  expect(printed).toContain("crash-reports: no connection after a refusal; 1 came.");
  expect(printed).toContain("FAIL       wire-only-with-consent: ");
});

test("a panel whose history names the UUID is found, and the UUID is not printed", async () => {
  let pseudonym: string | undefined;
  const { status, printed, told } = await testBeside(
    ["wire-report-arrives", "wire-uuid-in-bodies-alone"],
    async () => undefined,
    (path, text) => {
      pseudonym = /"pseudonym":"([^"]+)"/.exec(text)?.[1] ?? pseudonym;
      return path.endsWith("/decisions")
        ? text.replace("{", `{"of":"${pseudonym?.replaceAll("-", "").toUpperCase()}",`)
        : text;
    },
  );

  expect(status).toBe(1);
  expect(printed).toContain("No UUID in the answer of GET /api/privacy/decisions");
  expect(pseudonym).toMatch(/-4/);
  const digits = pseudonym?.replaceAll("-", "");
  expect((printed + told).replaceAll("-", "").toLowerCase()).not.toContain(digits);
});
