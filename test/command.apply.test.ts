import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type ConsentFile,
  consentFileSchema,
} from "../src/cli/consentFile/consentFile.ts";
import { policyInForce } from "../src/policy/demo/referencePolicy.ts";
import { askState } from "./support/askState.ts";
import { consentTo, writeConsentFile } from "./support/consentFiles.ts";
import { makeFolder } from "./support/folder.ts";
import { runCommandLine } from "./support/runCommandLine.ts";
import { runKlartext } from "./support/runKlartext.ts";
import { formatJson } from "./support/runSnippets.ts";
import { decide, startTestPanel } from "./support/startTestPanel.ts";

const policy = policyInForce("bare");
const statistics = "server-statistics";
const crashes = "crash-reports";
const consent = consentTo(policy);

/** A panel, and the command that applies files to it. */
async function startPanel(allowUnseen = true) {
  const panel = await startTestPanel({ policy, config: { allowUnseen } });
  const folder = await makeFolder();
  const env = { KLARTEXT_TOKEN_FILE: join(panel.dataFolder, "token") };
  const url = `${panel.address()}/api/privacy`;
  return {
    ...{ panel, url, env },
    admin: await panel.signIn("admin"),
    run: (...args: readonly string[]) => runCommandLine(args, undefined, { env }),
    apply: async (purposes: ConsentFile["purposes"], ...options: readonly string[]) => {
      const file = await writeConsentFile(folder, purposes);
      const args = ["apply", file, url, ...options];
      const { printed, ...ran } = await runCommandLine(args, undefined, { env });
      expect(printed.split("\n")).toHaveLength(1);
      return { ...ran, ...JSON.parse(printed) };
    },
  };
}

describe("klartext apply", () => {
  test("gives consent to the kinds of values, says so, and changes nothing again", async () => {
    const { apply, admin } = await startPanel();
    const wanted = { [statistics]: consent, [crashes]: { decision: "refused" } } as const;
    const first = await apply(wanted);
    const { decision } = await askState(admin, statistics);
    const second = await apply(wanted);

    expect(first).toMatchObject({ status: 0, changed: true, problem: null, told: "" });
    expect(first.purposes).toEqual({
      [statistics]: {
        ...{ before: "undecided", wanted: "granted", change: "grant", problem: null },
      },
      [crashes]: {
        ...{ before: "undecided", wanted: "refused", change: "refuse", problem: null },
      },
    });
    expect(decision).toMatchObject({ status: "granted", via: "file", seen: "kinds" });
    expect(second).toMatchObject({ status: 0, changed: false });
    expect((await askState(admin, statistics)).decision.sequence).toBe(decision.sequence);
  });

  test("changes nothing with --check, and ends with 1 where it would", async () => {
    const { apply, admin } = await startPanel();
    const before = await apply({ [statistics]: consent }, "--check");
    expect((await askState(admin, statistics)).decision.status).toBe("undecided");
    await apply({ [statistics]: consent });
    const after = await apply({ [statistics]: consent }, "--check");

    expect(before).toMatchObject({ status: 1, check: true, changed: true });
    expect(after).toMatchObject({ status: 0, check: true, changed: false });
  });

  test("is refused where the panel takes no unseen consent", async () => {
    const { apply, admin } = await startPanel(false);
    const ran = await apply({
      [statistics]: consent,
      [crashes]: { decision: "refused" },
    });

    expect(ran).toMatchObject({ status: 3, changed: true });
    expect(ran.purposes[statistics]).toMatchObject({
      ...{ change: null, problem: "payload-not-seen" },
    });
    expect((await askState(admin, crashes)).decision.status).toBe("refused");
    expect((await askState(admin, statistics)).decision.status).toBe("undecided");
  });

  test("leaves what somebody withdrew on the page", async () => {
    const { apply, admin, panel } = await startPanel();
    await apply({ [statistics]: consent });
    await panel.tick();
    await admin.send("DELETE", `/purposes/${statistics}/decision`, {
      headers: { "Klartext-Via": "page" },
    });
    const ran = await apply({ [statistics]: consent });

    expect(ran).toMatchObject({ status: 4, changed: false });
    expect(ran.purposes[statistics].problem).toBe("decided-otherwise");
    expect(ran.told).toContain("refused or withdrawn by another way");
  });

  test("withdraws what a file wants withdrawn, and says while the vendor has not deleted", async () => {
    const { apply, admin, panel } = await startPanel();
    await decide(admin, statistics, "granted");
    await panel.tick();
    const ran = await apply({ [statistics]: { decision: "withdrawn" } });

    expect([0, 7]).toContain(ran.status);
    expect(ran).toMatchObject({ changed: true });
    expect((await askState(admin, statistics)).decision).toMatchObject({
      ...{ status: "withdrawn", via: "file" },
    });
  });

  test("does not give consent to another text than the one that was read", async () => {
    const { apply } = await startPanel();
    const other = consentTo(policyInForce("2026-03-01"));
    const ran = await apply({ [statistics]: other });

    expect(ran).toMatchObject({ status: 3, changed: false });
    expect(ran.purposes[statistics].problem).toBe("policy-changed");
  });

  test("says in its one line that no panel was reached", async () => {
    const { panel, apply } = await startPanel();
    await panel.stop();
    const ran = await apply({ [statistics]: consent });

    expect(ran).toMatchObject({ status: 5, changed: false, problem: "PanelUnreachable" });
  });

  test.each([
    ["no JSON", "{", "is not JSON"],
    ["another format", { format: "other" }, "`format`"],
    [
      "a purpose that is not there",
      {
        format: "klartext-consent",
        version: 1,
        purposes: { x: { decision: "refused" } },
      },
      "The policy has no such purpose",
    ],
    [
      "consent to no text",
      {
        ...{ format: "klartext-consent", version: 1 },
        purposes: { [statistics]: { decision: "granted" } },
      },
      `purposes.${statistics}.revision`,
    ],
  ])("ends with 2 for a file with %s", async (_name, content, said) => {
    const { url, env } = await startPanel();
    const text = typeof content === "string" ? content : JSON.stringify(content);
    const folder = await makeFolder({ "consent.json": text });
    const ran = await runCommandLine(
      ["apply", join(folder, "consent.json"), url],
      undefined,
      { env },
    );

    expect([ran.status, ran.printed]).toEqual([2, ""]);
    expect(ran.told).toContain(said);
  });

  test("is the command of the package, as a process of its own", async () => {
    const { url, env } = await startPanel();
    const file = await writeConsentFile(await makeFolder(), { [statistics]: consent });
    const ran = await runKlartext(["apply", file, url], { env });

    expect([ran.status, ran.stderr]).toEqual([0, ""]);
    expect(JSON.parse(ran.stdout)).toMatchObject({ changed: true });
  });
});

describe("klartext status", () => {
  test("says that a file decided, and that nobody saw the data", async () => {
    const { apply, run, url } = await startPanel();
    await apply({ [statistics]: consent });
    const { printed } = await run("status", url, statistics);

    expect(printed).toContain("Decided with a file that the command klartext applied.");
    expect(printed).toContain("nobody saw this server’s data");
  });

  test("says why nothing is sent on a copied server, and whose data go with a withdrawal", async () => {
    const { apply, panel, run, admin } = await startPanel();
    await panel.layOut({ "/etc/machine-id": "0123456789abcdef0123456789abcdef\n" });
    await apply({ [statistics]: consent });
    await panel.tick();
    await panel.layOut({ "/etc/machine-id": "fedcba9876543210fedcba9876543210\n" });
    await panel.tick();
    const { printed, status } = await run(
      "status",
      `${panel.address()}/api/privacy`,
      "--check",
    );

    expect(status).toBe(1);
    expect(printed).toContain("This server seems to be a copy of another.");
    expect(printed).toContain("Withdrawing also deletes the original’s data");
    const { activity } = await askState(admin, statistics);
    await apply({ [statistics]: consent });
    const anew = (await askState(admin, statistics)).activity;
    expect(anew).toMatchObject({ effective: true, deletions: [] });
    expect(anew.pseudonym).not.toBe(activity.pseudonym);
  });
});

describe("klartext withdraw, for a server that goes", () => {
  test("withdraws all, waits for the vendor, and may be run again", async () => {
    const { apply, run, panel, url, admin } = await startPanel();
    await apply({ [statistics]: consent, [crashes]: consent });
    await panel.tick();
    const first = await run("withdraw", url, "--wait", "--max-time", "30");
    const second = await run("withdraw", url, "--wait", "--max-time", "30");

    expect([first.status, second.status]).toEqual([0, 0]);
    const { decision, activity } = await askState(admin, statistics);
    expect(decision).toMatchObject({ status: "withdrawn", via: "command" });
    expect(activity.deletions.map(({ state }) => state)).toEqual(["confirmed"]);
    expect((await askState(admin, crashes)).decision.status).toBe("withdrawn");
  });
});

describe("klartext forget-person", () => {
  test("erases a name wherever it is told, and again changes nothing", async () => {
    const { run, url, admin } = await startPanel();
    await decide(admin, statistics, "refused");
    const first = await run("forget-person", url, "admin");
    const second = await run("forget-person", url, "admin");
    const lists = await Promise.all(
      ["/purposes", "/decisions"].map((path) => admin.send("GET", path)),
    );

    expect([first.status, second.status]).toEqual([0, 0]);
    expect(first.printed).toBe("The panel names “admin” nowhere any more.");
    expect(JSON.parse(lists[1]?.text ?? "").entries[0]).toMatchObject({
      ...{ event: "refused", by: null },
    });
    expect(JSON.parse(lists[0]?.text ?? "").purposes[statistics].decision.by).toBeNull();
  });

  test("asks whoever sits at a terminal, and does nothing on a no", async () => {
    const { url, env, admin } = await startPanel();
    await decide(admin, statistics, "refused");
    const ran = await runCommandLine(["forget-person", url, "admin"], false, { env });

    expect(ran.status).toBe(1);
    expect(ran.asked).toEqual([
      "Remove the name of “admin” wherever the panel tells it? It cannot be undone.",
    ]);
    expect((await askState(admin, statistics)).decision.by).toMatchObject({
      id: "admin",
    });
  });

  test("needs an id", async () => {
    const { run, url } = await startPanel();

    expect((await run("forget-person", url)).status).toBe(2);
  });
});

describe("docs/consent.schema.json", () => {
  const file = join(import.meta.dirname, "../docs/consent.schema.json");

  test("is the schema that files are read by (write it anew with vitest --update)", async () => {
    const text = await formatJson(consentFileSchema(), "docs/consent.schema.json");

    await expect(text).toMatchFileSnapshot(file);
  });

  test("forbids what is not known", () => {
    expect(consentFileSchema()).toMatchObject({
      type: "object",
      additionalProperties: false,
    });
  });
});
