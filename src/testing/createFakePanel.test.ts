import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import {
  decisionOf,
  grantShown,
  openFakePanel,
  policy,
  purpose,
} from "../../test/support/fakePanelClient.ts";
import { createContract, pageSize } from "../contract/index.ts";
import { readPayload } from "../payload/index.ts";
import { nilUuid, serverStatistics } from "../policy/index.ts";
import { createFakePanel } from "./createFakePanel.ts";
import { people, statistics } from "./fixtures.ts";

function parsePage(value: unknown) {
  return z.parse(createContract(policy).decisions, value);
}

describe("a fresh fake panel", () => {
  test("has decided nothing, made no UUID and sends nothing", async () => {
    const { client } = openFakePanel();
    const { purposes, viewer } = await client.getPurposes();

    expect(viewer).toEqual(people.admin);
    for (const { decision, activity } of Object.values(purposes)) {
      expect(decision.status).toBe("undecided");
      expect(activity).toMatchObject({ effective: false, pseudonym: null, lock: null });
    }
  });

  test("shows a payload whose every value is disclosed, with the nil UUID", async () => {
    const { client } = openFakePanel();
    const payload = await client.getPayload(purpose);
    const reading = readPayload(payload.bytes, serverStatistics);

    expect(payload).toMatchObject({ kind: "next", check: { status: "matches" } });
    expect(new TextDecoder().decode(payload.bytes)).toContain(nilUuid);
    expect(reading).toMatchObject({ status: "readable" });
  });

  test("names for each purpose its own address at the vendor", async () => {
    const { client } = openFakePanel();
    const { purposes } = await client.getPurposes();

    const addresses = Object.entries(purposes).map(
      ([id, { transport }]) => [id, transport?.url] as const,
    );
    expect(addresses.length).toBeGreaterThan(1);
    for (const [id, url] of addresses)
      expect(url).toBe(`https://telemetry.example/v1/${id}`);
  });

  test("answers an unchanged address with 304", async () => {
    const { panel, client } = openFakePanel();
    const first = await client.getPurposes();

    expect(await client.getPurposes()).toEqual(first);
    expect(panel.requests.map(({ status }) => status)).toEqual([200, 304]);
  });

  test("makes the same UUIDs each time, unless it is given others", async () => {
    const first = openFakePanel();
    const second = openFakePanel();
    const third = openFakePanel({ uuid: () => "8c0f6c1e-0000-4000-8000-000000000000" });
    for (const { client } of [first, second, third]) await grantShown(client);
    const made = [first, second, third].map(
      ({ panel }) => panel.state().purposes[purpose]?.pseudonym,
    );

    expect(made[0]).toBe(made[1]);
    expect(made[2]).toBe("8c0f6c1e-0000-4000-8000-000000000000");
  });
});

describe("what a test can set up", () => {
  test.each(["undecided", "refused", "granted", "outdated", "withdrawn"] as const)(
    "a purpose that is %s",
    async (status) => {
      const { client } = openFakePanel({ purposes: { [purpose]: { status } } });
      const { purposes } = await client.getPurposes();

      expect(purposes[purpose]?.decision.status).toBe(status);
      expect(purposes["crash-reports"]?.decision.status).toBe("undecided");
    },
  );

  test("a status of a later contract", async () => {
    const { client } = openFakePanel({
      purposes: { [purpose]: { decision: { status: "paused" } } },
    });

    expect((await decisionOf(client)).status).toBe("paused");
  });

  test("nobody, then somebody who is signed in", async () => {
    const { panel, client } = openFakePanel({ viewer: null });
    await expect(client.getPurposes()).rejects.toMatchObject({ code: "not-signed-in" });

    panel.actAs(people.auditor);
    expect((await client.getPurposes()).viewer).toEqual(people.auditor);
    await expect(client.withdraw(purpose)).rejects.toMatchObject({
      code: "not-permitted",
    });
  });

  test("broken bytes, served as they are", async () => {
    const { panel, client } = openFakePanel();
    const bytes = new Uint8Array([0xff, 0xfe, 0x00]);
    panel.setPayload(purpose, bytes, {
      kind: "queued",
      headers: { "Repr-Digest": null },
    });
    const payload = await client.getPayload(purpose);

    expect([...payload.bytes]).toEqual([...bytes]);
    expect(payload).toMatchObject({ kind: "queued", check: { status: "not-stated" } });
  });

  test("a queue, which is dropped at withdrawal", async () => {
    const { panel, client } = openFakePanel({
      purposes: { [purpose]: { status: "granted" } },
    });
    panel.setPayload(purpose, statistics, { kind: "queued" });
    expect((await client.getPayload(purpose)).kind).toBe("queued");

    await client.withdraw(purpose);
    expect((await client.getPayload(purpose)).kind).toBe("next");
  });

  test("a lock, under which withdrawing goes on", async () => {
    const { panel, client } = openFakePanel({
      purposes: { [purpose]: { status: "granted" } },
    });
    panel.lock("vendor");
    await expect(grantShown(client)).rejects.toMatchObject({ code: "locked" });

    const { status } = await client.withdraw(purpose);
    expect(status).toBe("withdrawn");
  });

  test("a deletion that goes on after a withdrawal", async () => {
    const { panel, client } = openFakePanel({
      purposes: {
        [purpose]: { status: "granted", lastSentAt: "2026-01-01T00:00:00.000Z" },
      },
    });
    await client.withdraw(purpose);
    expect(panel.requests.at(-1)?.status).toBe(202);

    panel.deletion(purpose, { state: "confirmed", deleted: 3 });
    const { purposes } = await client.getPurposes();
    expect(purposes[purpose]?.activity.deletions).toMatchObject([
      { state: "confirmed", deleted: 3, confirmedAt: "2026-01-15T09:30:00.000Z" },
    ]);
  });

  test("a foreign decision, which makes the page's own stale", async () => {
    const { panel, client } = openFakePanel();
    const { sequence } = await decisionOf(client);
    panel.decideAs(people.admin2, purpose, "refuse");
    const { revision, texts } = await client.getPolicy();
    const late = client.putDecision(purpose, sequence, {
      decision: "refused",
      revision,
      language: "de",
      textDigest: texts.de.digest,
    });

    await expect(late).rejects.toMatchObject({ code: "decision-changed" });
    expect((await decisionOf(client)).by?.id).toBe("admin2");
  });

  test("a long history, which is told in pages", async () => {
    const { panel } = openFakePanel();
    for (let time = 0; time < pageSize; time += 1) {
      panel.decideAs(people.admin, purpose, "grant");
    }
    panel.decideAs(people.admin, purpose, "withdraw");
    const read = async (query: string) =>
      parsePage(await (await panel.fetch(`/api/privacy/decisions${query}`)).json());
    const first = await read("");
    const second = await read(`?after=${first.next}`);

    expect(first.entries[0]?.event).toBe("withdrawn");
    expect([first.entries.length, second.entries.length]).toEqual([pageSize, 1]);
    expect(second.next).toBeNull();
  });
});

describe("the arguments of its fetch", () => {
  test.each([
    ["a path", "/api/privacy/policy"],
    ["a URL", new URL("http://panel.test/api/privacy/policy")],
    ["a request", new Request("http://panel.test/api/privacy/policy")],
  ])("can be %s", async (_name, input) => {
    expect((await createFakePanel().fetch(input)).status).toBe(200);
  });

  test("can be an address of another base URL", async () => {
    const { fetch } = createFakePanel({
      baseUrl: "https://panel.example/servers/7/privacy",
    });

    expect((await fetch("https://panel.example/servers/7/privacy/policy")).status).toBe(
      200,
    );
    expect((await fetch("https://panel.example/privacy/policy")).status).toBe(404);
    expect((await fetch("https://other.example/servers/7/privacy/policy")).status).toBe(
      421,
    );
  });
});
