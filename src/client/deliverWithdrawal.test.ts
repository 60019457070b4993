import { expect, test } from "vitest";
import { createContract } from "../contract/index.ts";
import { policyInForce } from "../policy/demo/referencePolicy.ts";
import { createFakePanel, type FakePanel, people } from "../testing/index.ts";
import { deliverWithdrawal } from "./deliverWithdrawal.ts";
import { createClient } from "./index.ts";

const purpose = "server-statistics";
const policy = policyInForce("2025-07-24");

/** Withdraws over a line that loses the first request, after which `meanwhile` happens. */
async function carry(meanwhile: (panel: FakePanel) => void) {
  const panel = createFakePanel({
    policy,
    purposes: { [purpose]: { status: "granted" } },
  });
  const client = createClient(createContract(policy), { fetch: panel.fetch });
  const sequence = (await client.getPurposes()).purposes[purpose]?.decision.sequence;
  panel.fault({
    type: "dropped",
    moment: "request",
    on: ({ method }) => method === "DELETE",
  });
  const since = "2026-01-15T09:30:00.000Z";
  const end = await deliverWithdrawal(
    { viewer: people.admin.id, sequence: sequence ?? 0, since },
    false,
    {
      ...{ client, purpose, isCurrent: () => true, onLost: () => {} },
      asked: () => new Promise(() => {}),
      pause: async () => {
        meanwhile(panel);
        return "due";
      },
    },
  );
  return { end, status: panel.state().purposes[purpose]?.decision.status };
}

test("a withdrawal is carried out though the policy was revised meanwhile", async () => {
  const { end, status } = await carry((panel) =>
    panel.revise(policyInForce("2026-03-01")),
  );

  expect(end.type).toBe("settled");
  expect(status).toBe("withdrawn");
});

test("somebody else's new consent is not withdrawn without asking", async () => {
  const { end, status } = await carry(
    (panel) => void panel.decideAs(people.admin2, purpose, "grant"),
  );

  expect(end.type).toBe("decided-anew");
  expect(status).toBe("granted");
});
