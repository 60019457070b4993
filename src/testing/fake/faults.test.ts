import { describe, expect, test, vi } from "vitest";
import {
  decisionOf,
  grantShown,
  openFakePanel,
  policy,
  purpose,
} from "../../../test/support/fakePanelClient.ts";
import { deliverWithdrawal } from "../../client/deliverWithdrawal.ts";
import {
  createClient,
  ForeignAnswer,
  OutsideContract,
  PanelProblem,
  PanelUnreachable,
} from "../../client/index.ts";
import { createContract } from "../../contract/index.ts";
import { people } from "../fixtures.ts";
import type { Fault } from "./faults.ts";

const onPut: Fault["on"] = ({ method }) => method === "PUT";

const onDelete: Fault["on"] = ({ method }) => method === "DELETE";

describe("a fault", () => {
  test.each([
    [
      "a dropped request",
      { type: "dropped", moment: "request" },
      PanelUnreachable,
      "undecided",
    ],
    [
      "a dropped answer",
      { type: "dropped", moment: "answer" },
      PanelUnreachable,
      "granted",
    ],
    [
      "a body that breaks off",
      { type: "dropped", moment: "body" },
      PanelUnreachable,
      "granted",
    ],
    ["a body cut short", { type: "malformed-body" }, OutsideContract, "granted"],
    [
      "another media type",
      { type: "media-type", mediaType: "text/html" },
      ForeignAnswer,
      "granted",
    ],
    ["a proxy's page", { type: "status", status: 502 }, ForeignAnswer, "undecided"],
    ["a problem", { type: "problem", code: "internal-error" }, PanelProblem, "undecided"],
  ] as const)(
    "%s on a grant is an error to the page",
    async (_name, kind, error, status) => {
      const { panel, client } = openFakePanel();
      panel.fault({ ...kind, on: onPut });

      await expect(grantShown(client)).rejects.toBeInstanceOf(error);
      expect((await decisionOf(client)).status).toBe(status);
    },
  );

  test.each([
    ["request", "undecided"],
    ["answer", "granted"],
  ] as const)(
    "no answer, lost with the %s, ends by the page's time limit",
    async (moment, status) => {
      const { panel, client } = openFakePanel({}, 200);
      panel.fault({ type: "no-answer", moment, on: onPut });

      await expect(grantShown(client)).rejects.toBeInstanceOf(PanelUnreachable);
      await vi.waitFor(() =>
        expect(panel.state().purposes[purpose]?.decision.status).toBe(status),
      );
    },
  );

  test("befalls as many requests as it says", async () => {
    const { panel, client } = openFakePanel();
    panel.fault({ type: "status", status: 503, times: 2 });

    await expect(client.getPolicy()).rejects.toBeInstanceOf(ForeignAnswer);
    await expect(client.getPurposes()).rejects.toBeInstanceOf(ForeignAnswer);
    expect((await client.getPurposes()).viewer.id).toBe("admin");
  });

  test("of latency passes by the clock that was given", async () => {
    const slept: number[] = [];
    const { panel, client } = openFakePanel({ sleep: async (ms) => void slept.push(ms) });
    panel.fault({ type: "latency", ms: 3000 });

    await client.getPolicy();
    expect(slept).toEqual([3000]);
  });

  test("holds an answer until a later one has passed it, which the page never goes back behind", async () => {
    const { panel, client } = openFakePanel();
    const order: string[] = [];
    const held = panel.fault({ type: "held", moment: "answer" });
    const first = client.getPurposes().then(({ purposes }) => {
      order.push(`first: ${purposes[purpose]?.decision.status}`);
    });
    await vi.waitFor(() => expect(panel.requests[0]?.status).toBe(200));
    panel.decideAs(people.admin, purpose, "grant");
    order.push(
      `second: ${(await client.getPurposes()).purposes[purpose]?.decision.status}`,
    );
    held.release();
    await first;

    expect(order).toEqual(["second: granted", "first: granted"]);
  });

  test("lets a grant arrive after the page gave up and withdrew: it is stale", async () => {
    const { panel, client } = openFakePanel({}, 200);
    const held = panel.fault({ type: "held", moment: "request", on: onPut });
    await expect(grantShown(client)).rejects.toBeInstanceOf(PanelUnreachable);

    await createClient(createContract(policy), { fetch: panel.fetch }).withdraw(purpose);
    held.release();
    const put = () => panel.requests.find(({ method }) => method === "PUT");
    await vi.waitFor(() => expect(put()?.status).toBe(412));
    expect(panel.state().purposes[purpose]?.decision.status).toBe("undecided");
  });

  test("on a withdrawal is met by reading the decision and trying again", async () => {
    const { panel, client } = openFakePanel({
      purposes: { [purpose]: { status: "granted" } },
    });
    panel.fault({ type: "dropped", moment: "request", on: onDelete });
    panel.fault({ type: "problem", code: "internal-error", on: onDelete });
    const { sequence } = await decisionOf(client);
    const withdrawal = {
      viewer: people.admin.id,
      sequence,
      since: "2026-01-15T09:30:00.000Z",
    };
    const end = await deliverWithdrawal(withdrawal, false, {
      client,
      purpose,
      asked: () => new Promise(() => {}),
      pause: async () => "due",
      isCurrent: () => true,
      onLost: () => {},
    });

    expect(end).toMatchObject({
      type: "settled",
      decision: { status: "withdrawn" },
    });
    expect(panel.requests.filter(({ method }) => method === "DELETE")).toHaveLength(3);
  });

  test("ends at once when the page gives the request up", async () => {
    const { panel } = openFakePanel();
    const controller = new AbortController();
    panel.fault({ type: "no-answer", moment: "request" });
    const answer = panel.fetch("/api/privacy/policy", { signal: controller.signal });
    controller.abort();

    await expect(answer).rejects.toMatchObject({ name: "AbortError" });
  });
});
