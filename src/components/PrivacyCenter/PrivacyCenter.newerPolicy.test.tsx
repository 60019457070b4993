import { act, cleanup, render, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, onTestFinished, test } from "vitest";
import { settledCard } from "../../../test/elements.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { createFakePanel, statistics } from "../../testing/index.ts";
import { PrivacyCenter } from "./PrivacyCenter.tsx";

const purpose = "server-statistics";

/** Asks the panel anew, as a page does that is looked at again. */
function look() {
  act(() => void window.dispatchEvent(new Event("visibilitychange")));
}

/** Opens a centre of the newer policy, and notes all that its card ever says. */
async function openNewer(fetch: typeof globalThis.fetch) {
  const policy = policyInForce("2026-03-01");
  render(<PrivacyCenter policy={policy} language="en" fetch={fetch} />);
  const card = await settledCard();
  const texts: string[] = [];
  const changes = new MutationObserver(() => texts.push(card.region().textContent ?? ""));
  changes.observe(card.region(), { subtree: true, childList: true, characterData: true });
  onTestFinished(() => changes.disconnect());
  return { card, said: () => texts.join("\n") };
}

afterEach(cleanup);

test("new data of a new revision are shown once that revision was read, and never called undisclosed", async () => {
  const panel = createFakePanel({ policy: policyInForce("2025-07-24") });
  const released = Promise.withResolvers<void>();
  let isHeld = false;
  const fetchHeld: typeof globalThis.fetch = async (input, init) => {
    if (isHeld && /\/policy(\?|$)/.test(String(input))) await released.promise;
    return panel.fetch(input, init);
  };
  const { card, said } = await openNewer(fetchHeld);

  isHeld = true;
  panel.revise(policyInForce("2026-03-01"));
  panel.setPayload(purpose, { ...statistics, architecture: "x64" });
  look();
  await userEvent.click(await waitFor(() => card.button("Show the new data")));
  expect(card.button("Show the new data").getAttribute("aria-busy")).toBe("true");
  expect(card.bytesShown()).not.toContain("architecture");
  released.resolve();

  await waitFor(() => expect(card.bytesShown()).toContain("architecture"));
  expect(card.queryButton("Show the new data")).toBeNull();
  expect(said()).not.toContain("Not in the privacy policy");
});

test("new data that are asked for before they were read are read then, and nothing is called missing", async () => {
  const panel = createFakePanel({ policy: policyInForce("2025-07-24") });
  let isOld = false;
  const oldBytes = await panel.fetch(`/api/privacy/purposes/${purpose}/payload`);
  const fetchLate: typeof globalThis.fetch = (input, init) =>
    isOld && String(input).includes("/payload")
      ? Promise.resolve(oldBytes.clone())
      : panel.fetch(input, init);
  const { card, said } = await openNewer(fetchLate);

  isOld = true;
  panel.revise(policyInForce("2026-03-01"));
  panel.setPayload(purpose, { ...statistics, architecture: "x64" });
  look();
  const button = await waitFor(() => card.button("Show the new data"));
  isOld = false;
  await userEvent.click(button);

  await waitFor(() => expect(card.bytesShown()).toContain("architecture"));
  expect(card.queryButton("Show the new data")).toBeNull();
  expect(said()).not.toContain("architecture: missing");
});
