import { describe, expect, test } from "vitest";
import { askState } from "../support/askState.ts";
import { startFleetServer } from "../support/fleetServer.ts";

const statistics = "server-statistics";
const timeout = 120_000;

describe("the play, run by Ansible (apt-get install ansible-core)", () => {
  test("changes a server once, and in check mode not at all", { timeout }, async () => {
    const { play, admin } = await startFleetServer();
    const check = await play("--check");
    expect((await askState(admin, statistics)).decision.status).toBe("undecided");
    const first = await play();
    const second = await play();

    expect(check).toMatch(/^ok=1 changed=1 .*failed=0/);
    expect(first).toMatch(/^ok=1 changed=1 .*failed=0/);
    expect(second).toMatch(/^ok=1 changed=0 .*failed=0/);
    expect((await askState(admin, statistics)).decision).toMatchObject({
      ...{ status: "granted", via: "file", seen: "kinds" },
    });
    expect(await play("--check")).toMatch(/^ok=1 changed=0 .*failed=0/);
  });

  test("fails on a server where somebody withdrew on the page", { timeout }, async () => {
    const { play, admin } = await startFleetServer();
    expect(await play()).toMatch(/changed=1 .*failed=0/);
    await admin.send("DELETE", `/purposes/${statistics}/decision`);
    expect(await play()).toMatch(/changed=0 .*failed=1/);
    expect((await askState(admin, statistics)).decision.status).toBe("withdrawn");
  });
});
