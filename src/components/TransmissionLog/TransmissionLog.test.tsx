import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { attempt } from "../../../test/fixtures/transmissions.ts";
import { OverPanel } from "../../../test/support/OverPanel.tsx";
import { pageSize } from "../../contract/index.ts";
import { serializePayload } from "../../payload/index.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import {
  createFakePanel,
  type KeptTransmission,
  statistics,
  transport,
} from "../../testing/index.ts";
import { TransmissionLog } from "./TransmissionLog.tsx";

const policy = liveConfigPolicy();
const purpose = "server-statistics";
const id = "8c0f6c1e-52a4-4b6e-9d59-3f0c7a1e2b4d";

const attempts = (count: number) =>
  Array.from({ length: count }, (_, index) => attempt(count - index));

function show(transmissions: readonly KeptTransmission[], now?: Date) {
  const panel = createFakePanel({ policy, transmissions });
  render(
    <OverPanel panel={panel} policy={policy} language="en">
      <TransmissionLog
        purpose={purpose}
        heading="Server statistics"
        isOpen
        headingLevel={3}
        {...(now && { now })}
      />
    </OverPanel>,
  );
  return panel;
}

const rows = () => screen.findAllByRole("rowheader");
const cellsOf = (row: HTMLElement | undefined) =>
  [...(row?.closest("tr")?.cells ?? [])].map(({ textContent }) => textContent);

async function openRow(index: number) {
  const buttons = await screen.findAllByRole("button", { name: /^Details: / });
  const button = buttons[index];
  if (!button) throw new Error(`There is no row ${index}.`);
  await userEvent.click(button);
  return button;
}

describe("the log", () => {
  test("is a table with a row an attempt, whose button says which it is", async () => {
    show([attempt(1, { size: 1_584 })]);
    const [row] = await rows();

    expect(screen.getByRole("table", { name: "Sent: Server statistics" })).toBeDefined();
    expect(cellsOf(row)).toEqual([
      expect.stringMatching(/^1 Jan 2025, /),
      "Report",
      "accepted",
      "1,584\u00a0bytes",
      expect.stringMatching(/^Details: Report, 1 Jan 2025, /),
    ]);
  });

  test("opens a row across the table: the answer, the request, the bytes at once", async () => {
    show([
      attempt(1, {
        outcome: "rejected",
        status: 503,
        nextAttemptAt: "2026-01-15T10:30:00Z",
      }),
    ]);
    const button = await openRow(0);

    expect(button.getAttribute("aria-expanded")).toBe("true");
    expect(screen.getByText("HTTP 503")).toBeDefined();
    expect(screen.getByText(/^15 Jan 2026/)).toBeDefined();
    expect(screen.getByText(`POST ${transport.url}`)).toBeDefined();
    const bytes = await screen.findByRole("region", { name: /^The bytes that were/ });
    expect(bytes.textContent).toBe(serializePayload({ ...statistics, id }));
    expect(screen.getByText(/^The first report/)).toBeDefined();
  });

  test("tells what differs from the report before", async () => {
    show([
      attempt(2, {}, serializePayload({ ...statistics, id, version: "0.2.0" })),
      attempt(1),
    ]);
    await openRow(0);

    const title = await screen.findByRole("heading", { name: /^Compared with the/ });
    expect(within(title).getByText(/1 Jan 2025/)).toBeDefined();
    expect(await screen.findByText(/→ 0\.2\.0$/)).toBeDefined();
  });

  test("keeps many bytes behind a button", async () => {
    show([attempt(1, {}, JSON.stringify("x".repeat(5_000)))]);
    await openRow(0);
    const button = await screen.findByRole("button", { name: "Show bytes" });
    expect(screen.queryByRole("region")).toBeNull();

    await userEvent.click(button);

    expect(screen.getByRole("region")).toBeDefined();
  });

  test("says that bytes went with the UUID, and compares nothing with them", async () => {
    show([attempt(2), attempt(1, { body: "deleted" })]);
    await openRow(1);
    expect(screen.getByText(/^Deleted with the UUID/)).toBeDefined();

    await openRow(0);

    expect(await screen.findByText(/^No comparison: the bytes of/)).toBeDefined();
  });

  test("can be filtered once it is longer than a screen, and goes back", async () => {
    show(attempts(13));
    expect(await rows()).toHaveLength(13);
    expect(screen.getByText("13 of 13 entries.")).toBeDefined();
    const outcome = screen.getByRole("combobox", { name: "Outcome" });

    await userEvent.selectOptions(outcome, "failed");
    expect(screen.queryByRole("table")).toBeNull();
    expect(screen.getByText("No entry that was read matches.")).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "Show all entries" }));

    expect(await rows()).toHaveLength(13);
    expect(document.activeElement).toBe(outcome);
  });

  test("has no filter while it fits on a screen", async () => {
    show(attempts(12));
    await rows();

    expect(screen.queryByRole("combobox")).toBeNull();
  });

  test("gives the focus to the first of the older ones when their button goes", async () => {
    show(attempts(pageSize + 2));
    expect(screen.queryByText(/Older ones have not been read/)).toBeNull();
    const older = await screen.findByRole("button", { name: "Older entries" });
    expect(screen.getByText(/Older ones have not been read/)).toBeDefined();
    const opened = await openRow(0);

    await userEvent.click(older);

    await waitFor(() => expect(screen.queryByText("Older entries")).toBeNull());
    const all = await rows();
    expect(all).toHaveLength(pageSize + 2);
    expect(document.activeElement?.closest("tr")).toBe(all[pageSize]?.closest("tr"));
    expect(opened.getAttribute("aria-expanded")).toBe("true");
  });

  test("says of months that were not read that they were not", async () => {
    show(attempts(pageSize + 2), new Date("2025-02-20T12:00:00Z"));
    const year = await screen.findByRole("list", {
      name: "The last twelve months: Server statistics",
    });

    expect(within(year).getAllByRole("listitem")).toHaveLength(12);
    expect(within(year).queryByText("nothing")).toBeNull();
    expect(screen.getByText(/^11 months have not been read in full/)).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "Older entries" }));

    await waitFor(() => expect(within(year).getAllByText("nothing")).toHaveLength(10));
    expect(within(year).getAllByText("sent")).toHaveLength(2);
  });
});
