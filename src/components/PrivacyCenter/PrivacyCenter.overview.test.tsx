import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { createFakePanel, type FakePanelOptions, people } from "../../testing/index.ts";

/** Whether the cards' controls throw when they are shown. */
const controls = vi.hoisted(() => ({ areBroken: false }));
vi.mock("./PurposeDecision.tsx", async (original) => {
  const module = await original<typeof import("./PurposeDecision.tsx")>();
  const PurposeDecision: typeof module.PurposeDecision = (props) => {
    if (controls.areBroken) throw new TypeError("The controls are broken");
    return module.PurposeDecision(props);
  };
  return { ...module, PurposeDecision };
});

// The parts have been loaded before this file says that they can break.
vi.resetModules();
const { PrivacyCenter } = await import("./PrivacyCenter.tsx");
const { loadParts } = await import("../../../test/support/loadParts.ts");
await loadParts();

const purpose = "server-statistics";
const names = ["Crash reports", "Server statistics"];
const policy = policyInForce("2025-07-24");

let disagreements: string[];
let observer: MutationObserver;

beforeEach(() => {
  disagreements = [];
  observer = new MutationObserver(() => {
    const [overview, cards] = [inOverview(), onCards()].map((said) => said.join(", "));
    if (overview !== cards) disagreements.push(`${overview} ≠ ${cards}`);
  });
});

afterEach(() => {
  observer.disconnect();
  controls.areBroken = false;
  vi.useRealTimers();
  cleanup();
  localStorage.clear();
});

/** What the overview says, a purpose each. */
function inOverview(): readonly string[] {
  const rows = [...document.querySelectorAll(".kt-overview li")];
  return rows.map((row) => [...row.children].map((one) => one.textContent).join(": "));
}

/** What the cards say beside their headings. */
function onCards(): readonly string[] {
  return [...document.querySelectorAll("[data-kt=purpose]")].map((card) => {
    const heading = card.querySelector("h2")?.textContent;
    return `${heading}: ${card.querySelector(".kt-chip")?.textContent}`;
  });
}

const card = () => screen.getByRole("region", { name: "Server statistics" });
const toggle = () => within(card()).getByRole<HTMLInputElement>("switch");
const chip = () => card().querySelector(".kt-chip")?.textContent;
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

/** Opens a centre, and compares overview and cards after each commit. */
async function open(options: FakePanelOptions = {}) {
  const panel = createFakePanel({ policy, ...options });
  observer.observe(document.body, {
    ...{ subtree: true, childList: true, characterData: true },
  });
  render(<PrivacyCenter policy={policy} language="en" fetch={panel.fetch} />);
  await waitFor(() => expect(onCards()).toHaveLength(names.length));
  await waitFor(() => expect(toggle().getAttribute("aria-disabled")).toBeNull());
  return panel;
}

function expectAgreement(said: string): void {
  expect(disagreements).toEqual([]);
  expect(inOverview()).toEqual(onCards());
  expect(inOverview()[names.indexOf("Server statistics")]).toBe(
    `Server statistics: ${said}`,
  );
}

test("the overview says what the cards say, from a grant to its withdrawal", async () => {
  const panel = await open();
  expectAgreement("Not decided yet");
  const held = panel.fault({
    type: "held",
    moment: "answer",
    on: ({ method }) => method === "PUT",
  });

  await userEvent.click(toggle());
  expectAgreement("Being given");
  held.release();
  await waitFor(() => expect(chip()).toBe("Consent given"));
  expectAgreement("Consent given");

  panel.fault({
    type: "dropped",
    moment: "request",
    on: ({ method }) => method === "DELETE",
    times: 1_000,
  });
  // Two activations within half a second would be one.
  await waitFor(async () => {
    await userEvent.click(toggle());
    expect(chip()).toBe("Not withdrawn yet");
  });
  expectAgreement("Not withdrawn yet");
});

test("the overview says that it is what was known last, as the cards do", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const panel = await open({ purposes: { [purpose]: { status: "granted" } } });
  panel.fault({ type: "dropped", moment: "request", times: 1_000 });

  await pass(10_000);

  await waitFor(() => expect(chip()).toBe("Last known: Consent given"));
  expectAgreement("Last known: Consent given");
});

test("the overview says what a broken card says, and what it says once it is shown again", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const panel = await open({ purposes: { [purpose]: { status: "granted" } } });
  controls.areBroken = true;
  panel.decideAs(people.admin2, purpose, "withdraw");
  act(() => void window.dispatchEvent(new Event("visibilitychange")));

  await waitFor(() => expect(chip()).toBe("Last known: Withdrawn"));
  expectAgreement("Last known: Withdrawn");

  controls.areBroken = false;
  await userEvent.click(within(card()).getByRole("button", { name: "Read again" }));
  await waitFor(() => expect(chip()).toBe("Withdrawn"));
  expectAgreement("Withdrawn");
});

test("a card whose state cannot be read has its chip beside its heading", async () => {
  const panel = createFakePanel({ policy });
  panel.fault({
    type: "problem",
    code: "internal-error",
    on: ({ path }) => path === "/purposes",
    times: 1_000,
  });
  render(<PrivacyCenter policy={policy} language="en" fetch={panel.fetch} />);

  await waitFor(() => expect(chip()).toBe("State not known"));

  const heading = within(card()).getByRole("heading", { name: "Server statistics" });
  expect(heading.nextElementSibling?.textContent).toBe("State not known");
});
