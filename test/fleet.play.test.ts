import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { consentFile } from "../src/cli/consentFile/consentFile.ts";
import { askState } from "./support/askState.ts";
import { consentTo } from "./support/consentFiles.ts";
import { fleetExamples, fleetPolicy, startFleetServer } from "./support/fleetServer.ts";
import { decide } from "./support/startTestPanel.ts";

const statistics = "server-statistics";
const timeout = 120_000;

test("docs/examples/fleet/consent.json names the text of the built-in policy", async () => {
  const text = await readFile(join(fleetExamples, "consent.json"), "utf8");
  const { purposes } = consentFile.parse(JSON.parse(text));

  expect(purposes[statistics]).toEqual(consentTo(fleetPolicy));
});

test.each(["consent.json", "privacy.yml"])(
  "docs/fleet.md shows %s as it is",
  async (name) => {
    const shown = await readFile(join(fleetExamples, "../../fleet.md"), "utf8");

    expect(shown).toContain(await readFile(join(fleetExamples, name), "utf8"));
  },
);

describe("the script for a package that is removed", () => {
  test("withdraws all and waits for the vendor, and may run again", {
    timeout,
  }, async () => {
    const { remove, admin, panel } = await startFleetServer();
    await decide(admin, statistics, "granted");
    await panel.tick();
    await remove();
    await remove();
    const { decision, activity } = await askState(admin, statistics);

    expect(decision).toMatchObject({ status: "withdrawn", via: "command" });
    expect(activity.deletions).toMatchObject([{ state: "confirmed" }]);
    await panel.stop();
    await expect(remove()).rejects.toMatchObject({ code: 5 });
  });
});
