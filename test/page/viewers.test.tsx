import { QueryClient } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { KlartextError } from "../../src/client/errors.ts";
import { people } from "../../src/testing/index.ts";
import { settledCard } from "../elements.ts";
import { alertText } from "../support/alerts.ts";
import {
  answersWithdrawals,
  clearPage,
  connect,
  granted,
  holdClock,
  keepInBrowser,
  keptInBrowser,
  open,
  page,
  pass,
  passes,
  passUntil,
  purpose,
  statusOf,
} from "../support/throughIntermediary.tsx";

beforeEach(holdClock);
afterEach(clearPage);

const blocksWithdrawals = answersWithdrawals(() => page(502));

function forbidStorage() {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
}

describe("a withdrawal that the panel has not got", () => {
  test("outlives a sign-out, and is sent once its person is back", async () => {
    const { panel, between, card } = await open(granted);
    between.current = blocksWithdrawals;
    await userEvent.click(card.toggle());
    await pass(500);
    panel.actAs(null);
    await passUntil(() => expect(screen.queryByRole("switch")).toBeNull());
    panel.actAs(people.admin);
    between.current = passes;

    await passUntil(() => expect(statusOf(panel)).toBe("withdrawn"));
    await passUntil(() => expect(keptInBrowser()).toEqual([]));
  });

  test("outlives a sign-out in a browser that keeps nothing, and does not promise more", async () => {
    forbidStorage();
    const { panel, between, card } = await open(granted);
    between.current = blocksWithdrawals;
    await userEvent.click(card.toggle());
    await pass(500);
    expect(card.region().textContent).toContain("keeps trying as long as it is open");
    panel.actAs(null);
    await passUntil(() => expect(screen.queryByRole("switch")).toBeNull());
    panel.actAs(people.admin);
    await passUntil(() => expect(screen.queryAllByRole("switch")).not.toEqual([]));
    await pass(2_000);

    expect(card.region().textContent).toContain("keeps trying as long as it is open");
    between.current = passes;
    await passUntil(() => expect(statusOf(panel)).toBe("withdrawn"));
  });

  test("is nobody else's in a browser that keeps nothing", async () => {
    forbidStorage();
    const { panel, between, card } = await open(granted);
    between.current = blocksWithdrawals;
    await userEvent.click(card.toggle());
    await pass(500);
    panel.actAs(people.admin2);

    await passUntil(() =>
      expect(document.body.textContent).toContain("Signed in as Admin 2"),
    );
    between.current = passes;
    await pass(5_000);

    expect(card.toggle().checked).toBe(true);
    expect(statusOf(panel)).toBe("granted");
  });

  test("shows the switch off from the first moment after a reload", async () => {
    const { between, centre, card, unmount } = await open(granted);
    between.current = blocksWithdrawals;
    await userEvent.click(card.toggle());
    await pass(500);
    unmount();
    const positions = new Set<boolean>();
    const observer = new MutationObserver(() => {
      const name = "Send server statistics";
      for (const toggle of screen.queryAllByRole<HTMLInputElement>("switch", { name })) {
        positions.add(toggle.checked);
      }
    });
    observer.observe(document.body, {
      ...{ subtree: true, childList: true, attributes: true, characterData: true },
    });

    render(centre());
    await settledCard();
    await pass(1_000);
    observer.disconnect();

    expect([...positions]).toEqual([false]);
  });
});

describe("another person's withdrawal in the same browser", () => {
  test("is left to that person", async () => {
    const { panel, centre } = connect(granted);
    keepInBrowser("somebody-gone", 1);
    render(centre());
    const card = await settledCard();
    await passUntil(() =>
      expect(card.region().textContent).toContain(
        "Another person withdrew in this browser",
      ),
    );

    await userEvent.click(card.button("Keep it as it is"));

    expect(card.region().textContent).not.toContain(
      "Another person withdrew in this browser",
    );
    expect(keptInBrowser()).toEqual(["somebody-gone"]);
    expect(statusOf(panel)).toBe("granted");
  });

  test("is kept beside an own one, and sent when that person is back", async () => {
    const { panel, between, centre } = connect({ ...granted, viewer: people.admin2 });
    keepInBrowser("admin", panel.state().purposes[purpose]?.decision.sequence ?? 0);
    const first = render(centre());
    const card = await settledCard();
    between.current = blocksWithdrawals;
    await userEvent.click(card.toggle());
    await passUntil(() => expect(keptInBrowser()).toEqual(["admin", "admin2"]));
    first.unmount();
    between.current = passes;
    panel.actAs(people.admin);

    render(centre());
    await settledCard();

    await passUntil(() => expect(statusOf(panel)).toBe("withdrawn"));
    await passUntil(() => expect(keptInBrowser()).toEqual(["admin2"]));
  });

  test("is not promised to be sent for whoever signs in", async () => {
    const { panel, centre } = connect({ ...granted, viewer: null });
    keepInBrowser("admin", 1);
    render(centre());
    await passUntil(() => expect(alertText()).toContain("not signed in"));
    expect(alertText()).toContain("once the person who withdrew has signed in");
    panel.actAs(people.admin2);

    await passUntil(() => expect(screen.queryAllByRole("switch")).not.toEqual([]));
    await pass(5_000);

    expect(statusOf(panel)).toBe("granted");
    expect(keptInBrowser()).toEqual(["admin"]);
  });
});

test("what somebody decided anew is asked about after a reload too, and left for good", async () => {
  const { panel, between, centre, card, unmount } = await open(granted);
  between.current = blocksWithdrawals;
  await userEvent.click(card.toggle());
  await pass(100);
  panel.decideAs(people.admin2, purpose, "grant");
  await passUntil(() =>
    expect(card.region().textContent).toContain("A new decision was made"),
  );
  unmount();
  between.current = passes;

  render(centre());
  const again = await settledCard();
  await passUntil(() =>
    expect(again.region().textContent).toContain("A new decision was made"),
  );
  await userEvent.click(again.button("Keep it as it is"));

  expect(keptInBrowser()).toEqual([]);
  expect(statusOf(panel)).toBe("granted");
});

describe("a cache that two persons share in one page", () => {
  test("shows nothing of the first one to the second, though nothing can be read", async () => {
    const { panel, between, centre } = connect(granted);
    const queryClient = new QueryClient();
    const first = render(centre({ viewerId: "admin", queryClient }));
    await settledCard();
    first.unmount();
    panel.actAs(people.admin2);
    between.current = () => page(502);

    render(centre({ viewerId: "admin2", queryClient }));
    expect(document.body.textContent).not.toContain("Signed in as");
    await passUntil(() => expect(alertText()).toContain("A gateway answered"));

    expect(document.body.textContent).not.toContain("Signed in as");
    expect(screen.queryByRole("switch")).toBeNull();
  });
});

describe("a host that knows who is looking", () => {
  test("is shown what the panel answered for that person", async () => {
    const { centre } = connect(granted);
    render(centre({ viewerId: "admin" }));

    expect((await settledCard()).toggle().checked).toBe(true);
  });

  test("is shown nothing that was answered for another, and told so", async () => {
    const onError = vi.fn<(error: KlartextError) => void>();
    const { centre } = connect(granted);
    render(centre({ viewerId: "admin2", onError }));

    await waitFor(() => expect(alertText()).toContain("made for another person"));
    expect(document.body.textContent).not.toContain("Consent given");
    expect(document.body.textContent).not.toContain("Signed in as");
    expect(screen.queryByRole("switch")).toBeNull();
    expect(onError.mock.calls.map(([error]) => error)).toContainEqual(
      expect.objectContaining({ name: "ForeignAnswer", reason: "other-viewer" }),
    );
  });
});
