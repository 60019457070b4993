import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import {
  decideAll,
  openReceipt,
  purpose,
  showHistory,
} from "../../../test/support/showHistory.tsx";
import type { Decisions } from "../../contract/createContract.ts";
import { pageSize } from "../../contract/index.ts";
import { people } from "../../testing/index.ts";

describe("the history", () => {
  test("tells what happened, newest first, and who decided under which revision", async () => {
    showHistory((panel) => {
      decideAll(panel, "refuse", "grant");
      panel.decideAs(people.admin2, purpose, "withdraw");
      panel.decideAs(people.admin, "crash-reports", "grant");
    });

    const table = await screen.findByRole("table", {
      name: "History and receipts: Server statistics",
    });
    const [, ...rows] = within(table).getAllByRole("row");

    expect(
      rows.map((row) =>
        within(row)
          .getAllByRole("cell")
          .map(({ textContent }) => textContent),
      ),
    ).toEqual([
      ["Withdrawn", "Admin 2", "", expect.stringMatching(/^Show receipt: /)],
      [
        "Consent given",
        "Admin",
        "24 July 2025",
        expect.stringMatching(/^Show receipt: /),
      ],
      ["Refused", "Admin", "24 July 2025", expect.stringMatching(/^Show receipt: /)],
    ]);
  });

  test("tells by which other way it was decided, and what nobody saw", async () => {
    showHistory(
      (panel) => {
        panel.decideAs(people.admin, purpose, "grant", { via: "file", seen: "kinds" });
        panel.decideAs(people.admin, purpose, "withdraw", { via: "command" });
      },
      { allowUnseen: true },
    );
    const rows = await screen.findAllByRole("row");

    expect(rows[1]?.textContent).toContain("WithdrawnAdmin, by command");
    expect(rows[2]?.textContent).toContain("Consent given, data not seenAdmin, by file");
  });

  test.each([
    ["page", "On the privacy page"],
    ["command", "With the command klartext"],
    ["file", "With a file that the command klartext applied"],
    [null, "Not stated"],
  ] as const)("tells in the receipt of a way %s: %s", async (via, told) => {
    showHistory((panel) => panel.decideAs(people.admin, purpose, "grant", { via }));
    const sheet = await openReceipt();

    expect(within(sheet).getByText("Way").nextSibling?.textContent).toBe(told);
    expect(within(sheet).getByText("Seen").nextSibling?.textContent).toBe(
      "This server’s data",
    );
  });

  test("tells in the receipt that nobody saw this server's data", async () => {
    showHistory(
      (panel) => panel.decideAs(people.admin, purpose, "grant", { seen: "kinds" }),
      {
        allowUnseen: true,
      },
    );
    const sheet = await openReceipt();

    expect(within(sheet).getByText(/^The kinds of data; nobody saw/)).toBeDefined();
    expect(within(sheet).getByText(/^None: the kinds of data were seen/)).toBeDefined();
  });

  test("names nobody where a name was erased, and does not call it automatic", async () => {
    showHistory((panel) => decideAll(panel, "grant"), {
      rewrite: (path, body) =>
        path.startsWith("/decisions")
          ? {
              ...(body as Decisions),
              entries: (body as Decisions).entries.map((entry) => ({
                ...entry,
                by: null,
              })),
            }
          : body,
    });

    expect(await screen.findByText("no longer named")).toBeDefined();
    expect(screen.queryByText("automatic")).toBeNull();
  });

  test("keeps a receipt open and the focus, when it is read anew", async () => {
    const panel = showHistory((panel) => decideAll(panel, "grant"));
    const button = await screen.findByRole("button", { name: /^Show receipt: / });
    await userEvent.click(button);
    await screen.findByRole("article");

    decideAll(panel, "withdraw");
    panel.readAnew();

    expect(await screen.findByText("Withdrawn")).toBeDefined();
    expect(document.activeElement).toBe(button);
    expect(screen.getByRole("article")).toBeDefined();
  });

  test("says that nothing was decided, if so", async () => {
    showHistory(() => undefined);

    expect(await screen.findByText("Nothing decided yet.")).toBeDefined();
  });

  test("reads on over pages that tell of other purposes alone", async () => {
    showHistory((panel) => {
      decideAll(panel, "refuse");
      for (let time = 0; time < pageSize; time += 1) {
        panel.decideAs(people.admin, "crash-reports", "grant");
      }
    });

    expect(await screen.findByText("Refused")).toBeDefined();
    expect(screen.queryByText("Nothing decided yet.")).toBeNull();
  });

  test("gives older pages when asked", async () => {
    showHistory((panel) =>
      decideAll(panel, ...Array<"grant">(pageSize + 2).fill("grant")),
    );

    await userEvent.click(await screen.findByRole("button", { name: "Older entries" }));

    await waitFor(() =>
      expect(screen.getAllByRole("rowheader")).toHaveLength(pageSize + 2),
    );
    expect(screen.queryByRole("button", { name: "Older entries" })).toBeNull();
    const first = screen.getAllByRole("row")[pageSize + 1];
    expect(document.activeElement?.closest("tr")).toBe(first);
  });
});
