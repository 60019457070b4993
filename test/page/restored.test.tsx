import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createFakePanel, type FakePanel } from "../../src/testing/index.ts";
import { settledCard } from "../elements.ts";
import { alertText } from "../support/alerts.ts";
import { statusText } from "../support/statusText.ts";
import {
  clearPage,
  connect,
  granted,
  holdClock,
  type Intermediary,
  inEpoch,
  isState,
  keptInBrowser,
  open,
  page,
  pass,
  passUntil,
  policy,
  purpose,
  sendTo,
  statusOf,
  withdrawn,
} from "../support/throughIntermediary.tsx";

beforeEach(holdClock);
afterEach(clearPage);

/** Passes on to a panel that was restored, whose store has begun another epoch. */
function restoredTo(panel: FakePanel): Intermediary {
  return async (request) => {
    const answer = await sendTo(panel, request);
    return isState(request) && answer.ok ? inEpoch("after-restore", answer) : answer;
  };
}

describe("a panel that was restored and began another epoch", () => {
  test("is shown as it is, though this page had seen a later decision", async () => {
    const { between, card } = await open();
    await userEvent.click(card.toggle());
    await passUntil(() => expect(card.toggle().checked).toBe(true));
    await pass(6_000);
    between.current = restoredTo(createFakePanel({ policy }));

    await passUntil(() =>
      expect(statusText(card.region())).toBe("Not decided yet. Nothing is sent."),
    );

    expect(card.toggle().checked).toBe(false);
    expect(alertText()).toBe("");
  });

  test("is not withdrawn from without asking, and said not to have been decided anew", async () => {
    const { between, card } = await open(withdrawn);
    await userEvent.click(card.toggle());
    await passUntil(() => expect(card.toggle().checked).toBe(true));
    await pass(6_000);
    const restored = createFakePanel({ policy, ...granted });
    between.current = () => page(502);
    await userEvent.click(card.toggle());
    await pass(3_000);
    between.current = restoredTo(restored);

    await passUntil(() =>
      expect(card.region().textContent).toContain("data was restored from a backup"),
    );

    expect(card.region().textContent).not.toContain("A new decision was made");
    expect(statusOf(restored)).toBe("granted");
    await userEvent.click(card.button("Withdraw anyway"));
    await passUntil(() => expect(statusOf(restored)).toBe("withdrawn"));
    await passUntil(() => expect(keptInBrowser()).toEqual([]));
  });
});

test("a panel that was restored without another epoch is withdrawn from, and not said to contradict", async () => {
  const { between, card } = await open(withdrawn);
  await userEvent.click(card.toggle());
  await passUntil(() => expect(card.toggle().checked).toBe(true));
  await pass(1_000);
  const restored = createFakePanel({ policy, ...granted });
  between.current = (request) => sendTo(restored, request);

  await userEvent.click(card.toggle());
  await passUntil(() => expect(statusOf(restored)).toBe("withdrawn"));
  await passUntil(() =>
    expect(statusText(card.region())).toContain("Withdrawn. By Admin on"),
  );

  expect(card.region().textContent).not.toContain("named another state");
  expect(card.alertText()).toBe("");
});

describe("two centres in one page", () => {
  /** Two of them over a consent, the second one behind a cache that can keep the state. */
  async function openTwo() {
    const { panel, centre } = connect(granted);
    const kept: { answer?: Response } = {};
    const fetch: typeof globalThis.fetch = (input, init) =>
      kept.answer && isState(new Request(new URL(String(input), location.href)))
        ? Promise.resolve(kept.answer.clone())
        : panel.fetch(input, init);
    render(
      <>
        <div data-testid="direct">{centre()}</div>
        <div data-testid="behind-cache">{centre({ fetch })}</div>
      </>,
    );
    const direct = await settledCard(undefined, screen.getByTestId("direct"));
    const behindCache = await settledCard(undefined, screen.getByTestId("behind-cache"));
    return { panel, kept, direct, behindCache };
  }

  test("come to show the same after a decision in one of them", async () => {
    const { panel, direct, behindCache } = await openTwo();

    await userEvent.click(direct.toggle());

    await passUntil(() => expect(statusOf(panel)).toBe("withdrawn"));
    await passUntil(() => expect(behindCache.toggle().checked).toBe(false));
    expect(direct.toggle().checked).toBe(false);
  });

  test("know an old answer from what either has seen, and do not forget it", async () => {
    const { panel, kept, direct, behindCache } = await openTwo();
    kept.answer = await panel.fetch("/api/privacy/purposes");
    await userEvent.click(direct.toggle());
    await passUntil(() => expect(statusOf(panel)).toBe("withdrawn"));

    await passUntil(() =>
      expect(alertText()).toContain("older than what this page has seen"),
    );
    await pass(5_000);

    expect(behindCache.toggle().checked).toBe(true);
    expect(direct.toggle().checked).toBe(false);
    const sequence = panel.state().purposes[purpose]?.decision.sequence;
    const seen = sessionStorage.getItem(`klartext:seen:${panel.baseUrl}`);
    expect(JSON.parse(seen ?? "{}")).toMatchObject({
      sequences: { [purpose]: sequence },
    });
  });
});
