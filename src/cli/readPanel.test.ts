import { expect, test } from "vitest";
import { createClient } from "../client/createClient.ts";
import { createContract } from "../contract/createContract.ts";
import { serializePayload } from "../payload/index.ts";
import { liveConfigPolicy } from "../policy/index.ts";
import { createFakePanel, people, statistics } from "../testing/index.ts";
import { readPanel } from "./readPanel.ts";

const baseUrl = "https://panel.example/api/privacy";
const purpose = "server-statistics";
const policy = liveConfigPolicy();

/** Reads a panel that was given consent; `meanwhile` comes between its state and its bytes. */
async function readAround(
  meanwhile: () => void,
  panel = createFakePanel({ policy, baseUrl }),
) {
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (/\/payload(\?|$)/.test(String(input))) meanwhile();
    return panel.fetch(input, init);
  };
  const client = createClient(createContract(policy), { baseUrl, fetch });
  const { purposes } = await readPanel({ client, policy }, [purpose], "en");
  const [{ payload, obstacle } = {}] = purposes;
  return { obstacle, findings: payload && "findings" in payload ? payload.findings : [] };
}

function granted() {
  const panel = createFakePanel({ policy, baseUrl });
  panel.decideAs(people.admin, purpose, "grant");
  return panel;
}

test("zeros that came with a withdrawal in between are no finding, but newer data", async () => {
  const panel = granted();

  const read = await readAround(() => {
    if (panel.state().purposes[purpose]?.decision.status !== "granted") return;
    panel.decideAs(people.admin2, purpose, "withdraw");
  }, panel);

  expect(read.findings).toEqual([]);
  expect(read.obstacle).toBe("payload-newer");
});

test("zeros while consent stands are a finding", async () => {
  const panel = granted();
  panel.setPayload(purpose, new TextEncoder().encode(serializePayload(statistics)));

  const read = await readAround(() => {}, panel);

  expect(read.findings).not.toEqual([]);
  expect(read.obstacle).toBe("payload-placeholder");
});
