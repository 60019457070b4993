import { createClient } from "../../src/client/index.ts";
import { createContract } from "../../src/contract/index.ts";
import { liveConfigPolicy } from "../../src/policy/index.ts";
import { createFakePanel } from "../../src/testing/createFakePanel.ts";
import type { FakePanelOptions } from "../../src/testing/fakePanel.ts";

export const purpose = "server-statistics";

export const policy = liveConfigPolicy();

/** A fake panel with the client of a page. */
export function openFakePanel(options: FakePanelOptions = {}, timeout?: number) {
  const panel = createFakePanel(options);
  const client = createClient(createContract(policy), {
    fetch: panel.fetch,
    ...(timeout === undefined ? {} : { timeout }),
  });
  return { panel, client };
}

type Client = ReturnType<typeof openFakePanel>["client"];

export async function decisionOf(client: Client) {
  const found = (await client.getPurposes()).purposes[purpose]?.decision;
  if (!found) throw new Error("The panel does not know the purpose.");
  return found;
}

/** Gives consent to what the panel shows now. */
export async function grantShown(client: Client) {
  const { revision, texts } = await client.getPolicy();
  const { sequence } = await decisionOf(client);
  const payload = await client.getPayload(purpose);
  return client.putDecision(purpose, sequence, {
    decision: "granted",
    revision,
    language: "de",
    textDigest: texts.de.digest,
    payloadDigest: payload.check.digest,
  });
}
