import { expect, test } from "vitest";
import { people, sessionHeader } from "../src/testing/index.ts";
import { makeFolder } from "./support/folder.ts";
import { runCommandLine } from "./support/runCommandLine.ts";
import { serveFake } from "./support/serveFake.ts";

type Serve = typeof globalThis.fetch;

/** A gateway that answers the first write itself, before or after the panel has got it. */
const losing =
  (moment: "request" | "answer") =>
  (serve: Serve): Serve => {
    let isLost = false;
    return async (input, init = {}) => {
      if (isLost || (init.method ?? "GET") === "GET") return serve(input, init);
      isLost = true;
      if (moment === "answer") await serve(input, init);
      return new Response("<h1>Bad gateway</h1>", { status: 502 });
    };
  };

async function startLosing(moment: "request" | "answer", granted = false) {
  const purposes = granted ? { "crash-reports": { status: "granted" as const } } : {};
  const panel = await serveFake({ purposes }, losing(moment));
  const headers = `Cookie: ${sessionHeader(people.admin)}`;
  const folder = await makeFolder({ headers });
  const signIn = ["--header-file", `${folder}/headers`];
  const run = (command: string, ...rest: string[]) =>
    runCommandLine([command, panel.baseUrl, "crash-reports", ...signIn, ...rest]);
  return { panel, run };
}

async function digestsOf({ run }: Awaited<ReturnType<typeof startLosing>>) {
  const { policy, purposes } = JSON.parse((await run("show", "--json")).printed);
  return ["--text", policy.textDigest, "--payload", purposes[0].payload.digest];
}

test("a grant whose answer was lost is read before anything is said of it", async () => {
  const world = await startLosing("answer");
  const { status, printed, told } = await world.run("grant", ...(await digestsOf(world)));

  expect(status).toBe(0);
  expect(told).toContain("Checking whether your decision arrived.");
  expect(printed).toContain("Crash reports (crash-reports): Consent given");
});

test("a grant that was lost is not recorded, and that is said", async () => {
  const world = await startLosing("request");
  const { status, printed, told } = await world.run("grant", ...(await digestsOf(world)));

  expect([status, printed]).toEqual([5, ""]);
  expect(told).toContain(
    "Your decision did not arrive; what applied before still applies.",
  );
  expect(told).toContain("A gateway answered in the panel’s place");
  expect(world.panel.state().purposes["crash-reports"]?.decision.status).toBe(
    "undecided",
  );
});

test.each(["request", "answer"] as const)(
  "a withdrawal whose %s was lost is carried until the panel has it",
  async (moment) => {
    const { panel, run } = await startLosing(moment, true);
    const { status, printed, told } = await run("withdraw");

    expect(status).toBe(0);
    expect(told).toContain("The withdrawal is still unconfirmed.");
    expect(printed).toContain("Crash reports (crash-reports): Withdrawn");
    expect(panel.state().purposes["crash-reports"]?.decision.status).toBe("withdrawn");
  },
);

test("a withdrawal that never arrives ends with what is not known", async () => {
  const panel = await serveFake(
    { purposes: { "crash-reports": { status: "granted" } } },
    (serve) =>
      async (input, init = {}) =>
        (init.method ?? "GET") === "GET"
          ? serve(input, init)
          : new Response("<h1>Bad gateway</h1>", { status: 502 }),
  );
  const folder = await makeFolder({ headers: `Cookie: ${sessionHeader(people.admin)}` });
  const { status, told } = await runCommandLine([
    ...["withdraw", panel.baseUrl, "crash-reports"],
    ...["--header-file", `${folder}/headers`, "--max-time", "2"],
  ]);

  expect(status).toBe(5);
  expect(told).toContain("Whether it arrived is not known");
});
