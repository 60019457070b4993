import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import * as z from "zod/mini";
import {
  changedAnswer,
  otherKey,
  signedAnswer,
  vendorKey,
} from "../../../test/fixtures/signedAnswer.ts";
import { OverPanel } from "../../../test/support/OverPanel.tsx";
import { savedFile } from "../../../test/support/savedFile.ts";
import type { Decisions } from "../../contract/createContract.ts";
import { pageSize, type Receipt, receipt } from "../../contract/index.ts";
import { showDigest } from "../../payload/index.ts";
import { type Language, liveConfigPolicy } from "../../policy/index.ts";
import type { VendorKey } from "../../policy/vendorKey.ts";
import {
  createFakePanel,
  type FakePanel,
  type FakePanelOptions,
  people,
} from "../../testing/index.ts";
import { DecisionHistory } from "./DecisionHistory.tsx";

const policy = liveConfigPolicy();
const purpose = "server-statistics";

function show(
  prepare: (panel: FakePanel) => void,
  {
    language = "en",
    vendorKeys = [],
    ...options
  }: Pick<FakePanelOptions, "allowUnseen" | "erasure" | "rewrite"> & {
    readonly language?: Language;
    /** The keys that the page carries. */
    readonly vendorKeys?: readonly VendorKey[];
  } = {},
) {
  const panel = createFakePanel({ policy, ...options });
  prepare(panel);
  const history = (isOpen: boolean) => (
    <OverPanel panel={panel} policy={{ ...policy, vendorKeys }} language={language}>
      <DecisionHistory
        purpose={purpose}
        heading="Server statistics"
        isOpen={isOpen}
        headingLevel={3}
      />
    </OverPanel>
  );
  const { rerender } = render(history(true));
  return Object.assign(panel, {
    /** Closes the history and opens it again, which reads it anew. */
    readAnew: () => {
      rerender(history(false));
      rerender(history(true));
    },
  });
}

const act = (panel: FakePanel, ...acts: Parameters<FakePanel["decideAs"]>[2][]) => {
  for (const one of acts) panel.decideAs(people.admin, purpose, one);
};

async function openReceipt() {
  const [button] = await screen.findAllByRole("button", {
    name: /^(Show receipt|Beleg ansehen): /,
  });
  if (button) await userEvent.click(button);
  return screen.findByRole("article");
}

describe("the history", () => {
  test("tells what happened, newest first, and who decided under which revision", async () => {
    show((panel) => {
      act(panel, "refuse", "grant");
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
    show(
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
    show((panel) => panel.decideAs(people.admin, purpose, "grant", { via }));
    const sheet = await openReceipt();

    expect(within(sheet).getByText("Way").nextSibling?.textContent).toBe(told);
    expect(within(sheet).getByText("Seen").nextSibling?.textContent).toBe(
      "This server’s data",
    );
  });

  test("tells in the receipt that nobody saw this server's data", async () => {
    show((panel) => panel.decideAs(people.admin, purpose, "grant", { seen: "kinds" }), {
      allowUnseen: true,
    });
    const sheet = await openReceipt();

    expect(within(sheet).getByText(/^The kinds of data; nobody saw/)).toBeDefined();
    expect(within(sheet).getByText(/^None: the kinds of data were seen/)).toBeDefined();
  });

  test("names nobody where a name was erased, and does not call it automatic", async () => {
    show((panel) => act(panel, "grant"), {
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
    const panel = show((panel) => act(panel, "grant"));
    const button = await screen.findByRole("button", { name: /^Show receipt: / });
    await userEvent.click(button);
    await screen.findByRole("article");

    act(panel, "withdraw");
    panel.readAnew();

    expect(await screen.findByText("Withdrawn")).toBeDefined();
    expect(document.activeElement).toBe(button);
    expect(screen.getByRole("article")).toBeDefined();
  });

  test("says that nothing was decided, if so", async () => {
    show(() => undefined);

    expect(await screen.findByText("Nothing decided yet.")).toBeDefined();
  });

  test("reads on over pages that tell of other purposes alone", async () => {
    show((panel) => {
      act(panel, "refuse");
      for (let time = 0; time < pageSize; time += 1) {
        panel.decideAs(people.admin, "crash-reports", "grant");
      }
    });

    expect(await screen.findByText("Refused")).toBeDefined();
    expect(screen.queryByText("Nothing decided yet.")).toBeNull();
  });

  test("gives older pages when asked", async () => {
    show((panel) => act(panel, ...Array<"grant">(pageSize + 2).fill("grant")));

    await userEvent.click(await screen.findByRole("button", { name: "Older entries" }));

    await waitFor(() =>
      expect(screen.getAllByRole("rowheader")).toHaveLength(pageSize + 2),
    );
    expect(screen.queryByRole("button", { name: "Older entries" })).toBeNull();
    const first = screen.getAllByRole("row")[pageSize + 1];
    expect(document.activeElement?.closest("tr")).toBe(first);
  });
});

/** The statistics were sent, consent was withdrawn, and the vendor has deleted. */
function deleted(panel: FakePanel): void {
  act(panel, "grant");
  panel.sent(purpose, "2026-01-02T03:14:00.000Z");
  act(panel, "withdraw");
  panel.deletion(purpose, { state: "confirmed", deleted: 1 });
}

describe("the receipt of a confirmed deletion", () => {
  test.each([
    ["overwritten", "en", "Data in this panel", "Overwritten in this panel’s files."],
    [
      "overwritten",
      "de",
      "Daten in diesem Panel",
      "In den Dateien dieses Panels überschrieben.",
    ],
    [
      "removed",
      "en",
      "Data in this panel",
      "Removed from the database’s tables. Its write-ahead log and backups keep copies until they expire.",
    ],
    [
      "removed",
      "de",
      "Daten in diesem Panel",
      "Aus den Tabellen der Datenbank entfernt. In deren Transaktionsprotokoll und Sicherungen bleiben sie, bis diese ablaufen.",
    ],
  ] as const)(
    "says what %s means (%s), on paper too",
    async (erasure, language, name, value) => {
      show(deleted, { erasure, language });
      const sheet = await openReceipt();
      const sentence = within(sheet).getByText(value);
      const printed = vi.fn(() => sheet.contains(sentence));
      vi.stubGlobal("print", printed);

      await userEvent.click(
        within(sheet).getByRole("button", { name: /^(Print|Drucken)$/ }),
      );
      dispatchEvent(new Event("afterprint"));

      expect(within(sheet).getByText(name).nextElementSibling).toBe(
        sentence.closest("dd"),
      );
      expect(printed).toHaveReturnedWith(true);
    },
  );

  test.each([
    ["of a panel that does not tell it", undefined],
    ["with a word that the page does not know", "shredded"],
  ])("%s says nothing of it", async (_name, told) => {
    show(deleted, {
      rewrite: (path, body) =>
        told !== undefined && path.startsWith("/receipts/")
          ? { ...(body as Receipt), "kt:erasure": told }
          : body,
    });
    const sheet = await openReceipt();

    expect(within(sheet).getByText(/^Deletion confirmed by the vendor/)).toBeDefined();
    expect(within(sheet).queryByText("Data in this panel")).toBeNull();
  });
});

describe("the receipt of a deletion that the vendor has signed", () => {
  const signed =
    (answer = signedAnswer): NonNullable<FakePanelOptions["rewrite"]> =>
    (path, body) =>
      path.startsWith("/receipts/")
        ? { ...(body as Receipt), "kt:signature": "valid", "kt:signedAnswer": answer }
        : body;

  test("is checked in the browser, and says whose key it fits and when", async () => {
    show(deleted, { rewrite: signed(), vendorKeys: [vendorKey] });
    const sheet = await openReceipt();
    const finding = await within(sheet).findByText(
      /^Fits the key that this page carries/,
    );

    expect(finding.closest("dd")?.textContent).toMatch(
      /The vendor gives the time as .*2026/,
    );
    expect(within(sheet).getByText("Signature of the vendor").nextElementSibling).toBe(
      finding.closest("dd"),
    );
  });

  test.each([
    ["that was changed", changedAnswer, [vendorKey], /the signature does not fit/],
    ["by another key", signedAnswer, [otherKey], /neither this page nor the panel names/],
    ["while no key is known", signedAnswer, [], /neither this page nor the panel names/],
  ] as const)("does not count %s", async (_name, answer, vendorKeys, sentence) => {
    show(deleted, { rewrite: signed(answer), vendorKeys });
    const sheet = await openReceipt();

    expect(await within(sheet).findByText(sentence)).toBeDefined();
    expect(within(sheet).queryByText(/^Fits the key/)).toBeNull();
  });

  test.each([
    ["absent", "The answer is not signed."],
    ["wrong", /^The signature of the answer is wrong/],
    ["notarised", /something that this page does not know/],
  ])(
    "is told as the panel says it where there is nothing to check: %s",
    async (told, said) => {
      show(deleted, {
        rewrite: (path, body) =>
          path.startsWith("/receipts/")
            ? { ...(body as Receipt), "kt:signature": told }
            : body,
      });

      expect(await within(await openReceipt()).findByText(said)).toBeDefined();
    },
  );
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
      Way: "On the privacy page",
      Seen: "This server’s data",
      When: expect.stringContaining("2026"),
      Who: "Admin",
      Revision: "2025-07-24",
      Language: "German",
      "Checksum of the wording (SHA-256)": showDigest(entry?.textDigest ?? ""),
      "Checksum of the data shown (SHA-256)": `${showDigest(entry?.payloadDigest ?? "")}With zeros in place of the UUID; the bytes that are sent therefore have another checksum.`,
      "Receipt number": entry?.id,
    });
  });

  test("shows its wording as it is read, in the language in which it was", async () => {
    show((panel) => act(panel, "grant"));
    const sheet = await openReceipt();
    await userEvent.click(within(sheet).getByText("Wording of the privacy policy"));
    const { title, activities } = policy.texts.de;

    const heading = within(sheet).getByRole("heading", { level: 3 });
    const below = within(sheet).getAllByRole("heading", { level: 4 });

    expect(heading.textContent).toBe(title);
    expect(heading.closest("[lang]")?.getAttribute("lang")).toBe("de");
    expect(below.map(({ textContent }) => textContent)).toEqual([
      ...Object.values(activities).map(({ heading }) => heading),
      policy.texts.de.status.heading,
    ]);
    expect(within(sheet).getAllByRole("listitem").length).toBeGreaterThan(5);
    expect(sheet.textContent).not.toMatch(/\*\*|\n#|\\/);
  });

  test("of a refusal says nothing of zeros, for it concerns no data", async () => {
    show((panel) => panel.decideAs(people.admin, purpose, "refuse"));

    expect((await openReceipt()).textContent).not.toMatch(/With zeros/);
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

    await userEvent.click(await screen.findByRole("button", { name: /^Show receipt: / }));

    expect(await screen.findByText(/panel has no entry for this/)).toBeDefined();
  });
});
