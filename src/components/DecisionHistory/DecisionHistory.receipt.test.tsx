import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import * as z from "zod/mini";
import {
  changedAnswer,
  otherKey,
  signedAnswer,
  vendorKey,
} from "../../../test/fixtures/signedAnswer.ts";
import { savedFile } from "../../../test/support/savedFile.ts";
import {
  decideAll,
  openReceipt,
  policy,
  purpose,
  showHistory,
} from "../../../test/support/showHistory.tsx";
import { type Receipt, receipt } from "../../contract/index.ts";
import { showDigest } from "../../payload/index.ts";
import { type FakePanel, type FakePanelOptions, people } from "../../testing/index.ts";

/** The statistics were sent, consent was withdrawn, and the vendor has deleted. */
function deleted(panel: FakePanel): void {
  decideAll(panel, "grant");
  panel.sent(purpose, "2026-01-02T03:14:00.000Z");
  decideAll(panel, "withdraw");
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
      showHistory(deleted, { erasure, language });
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
    showHistory(deleted, {
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
    showHistory(deleted, { rewrite: signed(), vendorKeys: [vendorKey] });
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
    showHistory(deleted, { rewrite: signed(answer), vendorKeys });
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
      showHistory(deleted, {
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
    const panel = showHistory((panel) => decideAll(panel, "grant"));
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
    showHistory((panel) => decideAll(panel, "grant"));
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
    showHistory((panel) => panel.decideAs(people.admin, purpose, "refuse"));

    expect((await openReceipt()).textContent).not.toMatch(/With zeros/);
  });

  test("is saved as the JSON-LD that the panel gave", async () => {
    const panel = showHistory((panel) => decideAll(panel, "grant", "withdraw"));
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
    showHistory((panel) => decideAll(panel, "refuse"));
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
    const panel = showHistory((panel) => decideAll(panel, "grant"));
    panel.fault({
      type: "problem",
      code: "not-found",
      on: ({ path }) => path?.startsWith("/receipts/") ?? false,
    });

    await userEvent.click(await screen.findByRole("button", { name: /^Show receipt: / }));

    expect(await screen.findByText(/panel has no entry for this/)).toBeDefined();
  });
});
