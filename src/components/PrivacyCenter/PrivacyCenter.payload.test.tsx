import { act, render, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { purposeCard, settledCard } from "../../../test/elements.ts";
import { serializePayload } from "../../payload/index.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { createFakePanel, people, statistics } from "../../testing/index.ts";
import { PrivacyCenter } from "./PrivacyCenter.tsx";

const purpose = "server-statistics";

async function open(revision: string) {
  const policy = policyInForce(revision);
  const panel = createFakePanel({ policy: policyInForce("2025-07-24") });
  render(<PrivacyCenter policy={policy} language="en" fetch={panel.fetch} />);
  return { panel, card: await settledCard() };
}

/** The page comes to the front, and so asks at once. */
function look(): void {
  act(() => void window.dispatchEvent(new Event("visibilitychange")));
}

test("the same bytes that become another kind are no other data", async () => {
  const { panel, card } = await open("2025-07-24");
  panel.setPayload(purpose, statistics, { kind: "queued" });

  look();

  await waitFor(() =>
    expect(card.region().textContent).toContain("This report is waiting to be sent"),
  );
  expect(card.queryButton("Show the new data")).toBeNull();
});

test("bytes on the screen are read by the policy that they were shown under", async () => {
  const { panel, card } = await open("2026-03-01");
  panel.revise(policyInForce("2026-03-01"));
  panel.setPayload(purpose, { ...statistics, architecture: "x64" });

  look();

  await waitFor(() => expect(card.queryButton("Show the new data")).not.toBeNull());
  expect(card.bytesShown()).not.toContain("architecture");
  expect(within(card.region()).queryByText(/missing/)).toBeNull();
  expect(card.toggle().getAttribute("aria-disabled")).toBe("true");
  expect(card.region().textContent).toContain(
    "What has changed since this page was opened",
  );
});

test("zeros after consent are named and stand against another grant", async () => {
  const { panel, card } = await open("2025-07-24");
  panel.decideAs(people.admin2, purpose, "grant");
  panel.setPayload(purpose, new TextEncoder().encode(serializePayload(statistics)));
  look();
  await waitFor(() => expect(card.toggle().checked).toBe(true));

  // The bytes must have been read after the state that they do not go with.
  await waitFor(() => {
    look();
    expect(card.region().textContent).toContain("There are zeros instead of the UUID");
  });
});

test("bytes from before a consent are not held against it while newer ones cannot be read", async () => {
  const { panel, card } = await open("2025-07-24");
  // They have been read later than the state.
  const failing = panel.fault({
    type: "problem",
    code: "internal-error",
    on: ({ path }) => path === `/purposes/${purpose}/payload`,
    times: 1_000,
  });
  const failed = () => panel.requests.filter(({ status }) => status === undefined).length;
  const said: string[] = [];
  const changes = new MutationObserver(() => said.push(card.region().textContent ?? ""));
  changes.observe(card.region(), { subtree: true, childList: true });

  await userEvent.click(card.toggle());
  await waitFor(() => expect(card.toggle().checked).toBe(true));
  await waitFor(() => {
    look();
    expect(failed()).toBeGreaterThan(2);
  });
  failing.remove();
  await waitFor(() => {
    look();
    expect(card.queryButton("Show the new data")).not.toBeNull();
  });
  changes.disconnect();

  expect(said.join()).not.toContain("There are zeros");
});

test("zeros that came with a withdrawal of another person are not held against a consent", async () => {
  const panel = createFakePanel({ policy: policyInForce("2025-07-24") });
  panel.decideAs(people.admin, purpose, "grant");
  const { promise: isOver, resolve } = Promise.withResolvers<void>();
  let isMeanwhile = false;
  // The bytes are answered at once, the state that goes with them is not.
  const late: typeof globalThis.fetch = async (input, init) => {
    const answer = await panel.fetch(input, init);
    if (isMeanwhile && /\/purposes(\?|$)/.test(String(input))) await isOver;
    return answer;
  };
  const policy = policyInForce("2025-07-24");
  render(<PrivacyCenter policy={policy} language="en" fetch={late} />);
  const card = await settledCard();
  const said: string[] = [];
  const changes = new MutationObserver(() => said.push(card.region().textContent ?? ""));
  changes.observe(card.region(), { subtree: true, childList: true, characterData: true });

  isMeanwhile = true;
  panel.decideAs(people.admin2, purpose, "withdraw");
  look();
  await userEvent.click(await waitFor(() => card.button("Show the new data")));
  const readings = () =>
    panel.requests.filter(({ path }) => path === `/purposes/${purpose}/payload`).length;
  const before = readings();
  await waitFor(() => {
    look();
    expect(readings()).toBeGreaterThan(before + 1);
  });
  act(resolve);
  await waitFor(() => expect(card.toggle().checked).toBe(false));
  changes.disconnect();

  expect(said.join()).not.toContain("There are zeros");
});

test("bytes that came before the policy was read are no other data once it is", async () => {
  const panel = createFakePanel({ policy: policyInForce("2025-07-24") });
  const { promise: isShown, resolve } = Promise.withResolvers<void>();
  const late: typeof globalThis.fetch = async (input, init) => {
    if (/\/policy(\?|$)/.test(String(input))) await isShown;
    return panel.fetch(input, init);
  };
  render(
    <PrivacyCenter policy={policyInForce("2026-03-01")} language="en" fetch={late} />,
  );
  const card = purposeCard();
  await userEvent.click(await waitFor(card.showBytes));
  expect(card.bytesShown()).toContain("distribution");

  act(resolve);

  await waitFor(() => expect(card.toggle().getAttribute("aria-disabled")).toBeNull());
  expect(card.queryButton("Show the new data")).toBeNull();
  expect(within(card.region()).queryByText(/missing/)).toBeNull();
});

test("a UUID from before consent stands against it as soon as its bytes are shown", async () => {
  const policy = policyInForce("2025-07-24");
  const panel = createFakePanel({ policy });
  const early = { ...statistics, id: "8c5b2f6e-90ad-4d7b-a1c3-5e7f60918273" };
  panel.setPayload(purpose, early);
  render(<PrivacyCenter policy={policy} language="en" fetch={panel.fetch} />);
  const card = purposeCard();
  await userEvent.click(await waitFor(card.showBytes));

  expect(card.bytesShown()).toContain(early.id);
  expect(card.region().textContent).toContain("There already is a UUID");
  expect(card.toggle().getAttribute("aria-disabled")).toBe("true");
});
