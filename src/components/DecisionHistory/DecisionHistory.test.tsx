import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import * as z from "zod/mini";
import { OverPanel } from "../../../test/support/OverPanel.tsx";
import { savedFile } from "../../../test/support/savedFile.ts";
import { pageSize, receipt } from "../../contract/index.ts";
import { liveConfigPolicy, policyText } from "../../policy/index.ts";
import { createFakePanel, type FakePanel, people } from "../../testing/index.ts";
import { DecisionHistory } from "./DecisionHistory.tsx";

const policy = liveConfigPolicy();
const purpose = "server-statistics";

function show(prepare: (panel: FakePanel) => void) {
  const panel = createFakePanel({ policy });
  prepare(panel);
  render(
    <OverPanel panel={panel} policy={policy} language="en">
      <DecisionHistory purpose={purpose} heading="Server statistics" />
    </OverPanel>,
  );
  return panel;
}

const open = () =>
  userEvent.click(screen.getByText("History and receipts: Server statistics"));

const act = (panel: FakePanel, ...acts: Parameters<FakePanel["decideAs"]>[2][]) => {
  for (const one of acts) panel.decideAs(people.admin, purpose, one);
};

async function openReceipt() {
  await open();
  const [button] = await screen.findAllByRole("button", { name: "Show the receipt" });
  if (button) await userEvent.click(button);
  return screen.findByRole("article");
}

describe("the history", () => {
  test("asks for nothing before it is opened", async () => {
    const panel = show((panel) => act(panel, "grant"));
    expect(panel.requests).toHaveLength(0);

    await open();

    expect(await screen.findAllByRole("listitem")).toHaveLength(1);
  });

  test("tells what happened, newest first, and who decided under which revision", async () => {
    show((panel) => {
      act(panel, "refuse", "grant");
      panel.decideAs(people.admin2, purpose, "withdraw");
      panel.decideAs(people.admin, "crash-reports", "grant");
    });

    await open();
    const entries = await screen.findAllByRole("listitem");

    expect(entries.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Withdrawn, .*By: Admin 2/),
      expect.stringMatching(/^Consent given, .*By: Admin · Revision .*2025-07-24/),
      expect.stringMatching(/^Refused, .*By: Admin · Revision .*2025-07-24/),
    ]);
  });

  test("says that nothing was decided, if so", async () => {
    show(() => undefined);

    await open();

    expect(await screen.findByText("Nothing has been decided yet.")).toBeDefined();
  });

  test("reads on over pages that tell of other purposes alone", async () => {
    show((panel) => {
      act(panel, "refuse");
      for (let time = 0; time < pageSize; time += 1) {
        panel.decideAs(people.admin, "crash-reports", "grant");
      }
    });

    await open();

    expect(await screen.findByText(/^Refused,/)).toBeDefined();
    expect(screen.queryByText("Nothing has been decided yet.")).toBeNull();
  });

  test("gives older pages when asked", async () => {
    show((panel) => act(panel, ...Array<"grant">(pageSize + 2).fill("grant")));

    await open();
    await userEvent.click(await screen.findByRole("button", { name: "Older entries" }));

    await waitFor(() =>
      expect(screen.getAllByRole("listitem")).toHaveLength(pageSize + 2),
    );
    expect(screen.queryByRole("button", { name: "Older entries" })).toBeNull();
  });
});

describe("a receipt", () => {
  test("can be read: what, when, who, the words, the data and its number", async () => {
    const panel = show((panel) => act(panel, "grant"));
    const sheet = await openReceipt();
    const [entry] = panel.state().history;
    const rows = Object.fromEntries(
      [...sheet.querySelectorAll("dl > div")].map((row) => [
        row.querySelector("dt")?.textContent,
        row.querySelector("dd")?.textContent,
      ]),
    );

    expect(rows).toEqual({
      What: "Consent given: Serverstatistiken",
      When: expect.stringContaining("2026"),
      Who: "Admin",
      Revision: "2025-07-24",
      Language: "German",
      "Checksum of the wording (SHA-256)": entry?.textDigest,
      "Checksum of the data shown (SHA-256)": entry?.payloadDigest,
      "Receipt number": entry?.id,
    });
    expect(sheet.querySelector("pre")?.textContent).toBe(policyText(policy, "de"));
    expect(sheet.querySelector("pre")?.lang).toBe("de");
  });

  test("is saved as the JSON-LD that the panel gave", async () => {
    const panel = show((panel) => act(panel, "grant", "withdraw"));
    const file = savedFile();
    const sheet = await openReceipt();

    await userEvent.click(within(sheet).getByRole("button", { name: "Save as file" }));

    const [entry] = panel.state().history;
    const saved = await file.json();
    expect(file.name()).toBe(`receipt-${entry?.id}.jsonld`);
    expect(file.type()).toBe("application/ld+json");
    expect(z.parse(receipt, saved)).toEqual(saved);
    const stated = await panel.fetch(`/api/privacy/receipts/${entry?.id}`);
    expect(saved).toEqual(await stated.json());
  });

  test("is printed alone, unfolded, and is as before afterwards", async () => {
    show((panel) => act(panel, "refuse"));
    const sheet = await openReceipt();
    const folded = () => sheet.querySelector("details")?.open;
    const printed = vi.fn(() => [sheet.hasAttribute("data-kt-printing"), folded()]);
    vi.stubGlobal("print", printed);

    await userEvent.click(within(sheet).getByRole("button", { name: "Print" }));
    dispatchEvent(new Event("afterprint"));

    expect(printed).toHaveReturnedWith([true, true]);
    expect([sheet.hasAttribute("data-kt-printing"), folded()]).toEqual([false, false]);
  });

  test("that the panel does not give is told to be missing", async () => {
    const panel = show((panel) => act(panel, "grant"));
    panel.fault({
      type: "problem",
      code: "not-found",
      on: ({ path }) => path?.startsWith("/receipts/") ?? false,
    });

    await open();
    await userEvent.click(
      await screen.findByRole("button", { name: "Show the receipt" }),
    );

    expect(await screen.findByText(/panel has no entry for this/)).toBeDefined();
  });
});
