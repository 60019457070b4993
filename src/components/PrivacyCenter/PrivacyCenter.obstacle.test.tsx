import { waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { announcement, describedBy, isInactive } from "../../../test/elements.ts";
import {
  type OpenedCentre,
  openCentre,
  requestsWith,
} from "../../../test/support/openCentre.tsx";
import {
  clearPage,
  pass,
  purpose,
  statusOf,
} from "../../../test/support/throughIntermediary.tsx";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { people, statistics } from "../../testing/index.ts";

afterEach(clearPage);

describe("consent that cannot be given", () => {
  test.each<[string, OpenedCentre, string]>([
    [
      "by an auditor",
      { options: { viewer: people.auditor } },
      "You can see everything here, but not decide.",
    ],
    [
      "to a value that nothing discloses",
      {
        prepare: (panel) =>
          panel.setPayload(purpose, { ...statistics, hostname: "server.example" }),
      },
      "The data does not match the privacy policy.",
    ],
    [
      "to bytes that are no JSON",
      { prepare: (panel) => panel.setPayload(purpose, new TextEncoder().encode("{")) },
      "The data cannot be read.",
    ],
    [
      "to bytes with another checksum than stated",
      {
        prepare: (panel) =>
          panel.setPayload(purpose, statistics, {
            headers: { "Repr-Digest": `sha-256=:${"A".repeat(43)}=:` },
          }),
      },
      "The checksum of the data does not match the panel’s.",
    ],
    [
      "under a lock",
      { prepare: (panel) => panel.lock("vendor") },
      "Locked by the vendor.",
    ],
    [
      "to a revision that the page does not know",
      { prepare: (panel) => panel.revise(policyInForce("2026-03-01")) },
      "The panel has a revision of the privacy policy that this page does not know.",
    ],
    [
      "in a state that the page does not know",
      { options: { purposes: { [purpose]: { decision: { status: "paused" } } } } },
      "This page is older than the panel.",
    ],
  ])("%s leaves the switch inactive and says why", async (_name, opened, reason) => {
    const { panel, card } = await openCentre(opened);

    await userEvent.click(card.toggle());

    expect(isInactive(card.toggle())).toBe(true);
    expect(describedBy(card.toggle())).toContain(reason);
    expect(requestsWith(panel, "PUT")).toEqual([]);
    expect(card.toggle().checked).toBe(false);
  });

  test("is possible where the panel stated no checksum", async () => {
    const { panel, card } = await openCentre({
      prepare: (panel) =>
        panel.setPayload(purpose, statistics, { headers: { "Repr-Digest": null } }),
    });
    expect(card.region().textContent).toContain("none stated by the panel");

    await userEvent.click(card.toggle());

    await waitFor(() => expect(statusOf(panel)).toBe("granted"));
  });

  test("waits for the new data to be looked at, which swap only when asked", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { panel, card } = await openCentre();
    const before = card.bytesShown();
    panel.setPayload(purpose, { ...statistics, services: [] });
    await pass(5_000);
    await waitFor(() => expect(isInactive(card.toggle())).toBe(true));
    expect(card.bytesShown()).toBe(before);
    expect(announcement()).toBe("Server statistics: The data has changed.");

    await userEvent.click(card.button("Show the new data"));

    expect(card.bytesShown()).not.toContain("nginx");
    expect(isInactive(card.toggle())).toBe(false);
  });
});
