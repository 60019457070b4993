import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { StrictMode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { people } from "../../src/testing/index.ts";
import { announcement, settledCard } from "../elements.ts";
import { alertText } from "../support/alerts.ts";
import {
  answersWithdrawals,
  clearPage,
  connect,
  granted,
  holdBack,
  holdClock,
  isState,
  isWrite,
  methodsOfWrites,
  open,
  page,
  pass,
  passes,
  passUntil,
  problem,
  purpose,
  statusOf,
} from "../support/throughIntermediary.tsx";

beforeEach(holdClock);
afterEach(clearPage);

const notConfirmed = "The withdrawal is still unconfirmed";
const never = () => new Promise<Response>(() => {});

describe("asking to try now", () => {
  test("sends at once, though the read before the attempt hangs", async () => {
    const { panel, between, card } = await open(granted);
    let passesWithdrawals = false;
    between.current = (request, forward) => {
      if (isState(request)) return never();
      return request.method === "DELETE" && !passesWithdrawals ? page(502) : forward();
    };
    await userEvent.click(card.toggle());
    await pass(2_000);
    passesWithdrawals = true;

    await userEvent.click(card.button("Try now"));

    await waitFor(() => expect(statusOf(panel)).toBe("withdrawn"));
  });

  test("reaches the withdrawal that took the place of a grant that is in doubt", async () => {
    const { panel, between, card } = await open();
    const { hold, give } = holdBack();
    between.current = (request, forward) => {
      if (isWrite(request)) return page(502);
      return isState(request) ? hold() : forward();
    };
    await userEvent.click(card.toggle());
    await pass(100);
    await userEvent.click(card.toggle());
    await pass(100);
    give(page(502));
    await pass(100);
    between.current = passes;
    const { length } = panel.requests;

    await userEvent.click(card.button("Try now"));

    await waitFor(() => expect(panel.requests.length).toBeGreaterThan(length));
  });
});

describe("a page that goes on trying", () => {
  test("asks less than once a second while the state comes and goes", async () => {
    const { between, card } = await open(granted);
    const asked = { reads: 0, withdrawals: 0 };
    between.current = (request, forward) => {
      if (request.method === "DELETE") {
        asked.withdrawals += 1;
        return page(502);
      }
      if (!isState(request)) return forward();
      asked.reads += 1;
      return asked.reads % 2 === 0 ? forward() : page(502);
    };
    await userEvent.click(card.toggle());

    await pass(60_000);

    expect(asked.withdrawals).toBeGreaterThan(1);
    expect(asked.withdrawals).toBeLessThanOrEqual(12);
    expect(asked.reads).toBeLessThan(60);
  });

  test("asks less than once a second where withdrawals alone meet a sign-out", async () => {
    const { between, card } = await open(granted);
    const asked = { reads: 0, withdrawals: 0 };
    between.current = (request, forward) => {
      if (isState(request)) asked.reads += 1;
      if (request.method !== "DELETE") return forward();
      asked.withdrawals += 1;
      return problem("not-signed-in", 401);
    };
    await userEvent.click(card.toggle());

    await pass(60_000);

    expect(asked.withdrawals).toBeGreaterThan(1);
    expect(asked.withdrawals).toBeLessThanOrEqual(12);
    expect(asked.reads).toBeLessThan(60);
    expect(card.region().textContent).toContain("You are signed out");
  });

  test("looks again within minutes, whatever a gateway asks it to wait", async () => {
    const { between } = await open(granted);
    between.current = () => page(503, { "Retry-After": "3600" });
    await passUntil(() => expect(alertText()).toContain("A gateway answered"));
    between.current = passes;

    await pass(90_000);

    expect(alertText()).toBe("");
  });

  test("stops when it is closed, also one whose last read ends afterwards", async () => {
    const { between, card, unmount } = await open();
    const { hold, give } = holdBack();
    between.current = (request, forward) => {
      if (isWrite(request)) return page(504);
      return isState(request) ? hold() : forward();
    };
    await userEvent.click(card.toggle());
    await pass(100);
    unmount();
    const listen = vi.spyOn(globalThis, "addEventListener");
    const asked = vi.fn(() => page(502));
    between.current = asked;

    give(page(502));
    await pass(60_000);

    expect(asked).not.toHaveBeenCalled();
    expect(listen).not.toHaveBeenCalledWith("online", expect.anything());
  });

  test("stops and goes on when React mounts it twice", async () => {
    const { panel, between, centre } = connect(granted);
    const asked = vi.fn();
    between.current = (request, forward) => {
      asked();
      return request.method === "DELETE" ? page(502) : forward();
    };
    const first = render(<StrictMode>{centre()}</StrictMode>);
    const card = await settledCard();
    await userEvent.click(card.toggle());
    await pass(3_000);
    first.unmount();
    asked.mockClear();
    await pass(60_000);
    expect(asked).not.toHaveBeenCalled();
    between.current = passes;

    render(<StrictMode>{centre()}</StrictMode>);
    await settledCard();

    await passUntil(() => expect(statusOf(panel)).toBe("withdrawn"));
    expect(methodsOfWrites(panel)).toEqual(["DELETE"]);
  });
});

test("a withdrawal that is not confirmed is announced", async () => {
  const { between, card } = await open(granted);
  between.current = answersWithdrawals(() => page(502));

  await userEvent.click(card.toggle());

  await passUntil(() => expect(announcement()).toContain(notConfirmed));
});

test("a withdrawal that arrived is not said not to have been sent", async () => {
  const { panel, between, card } = await open(granted);
  between.current = async (request, forward) => {
    const answer = await forward();
    return request.method === "DELETE" ? page(502) : answer;
  };
  await userEvent.click(card.toggle());
  await passUntil(() => expect(statusOf(panel)).toBe("withdrawn"));
  panel.decideAs(people.admin2, purpose, "grant");

  await passUntil(() =>
    expect(card.region().textContent).toContain("A new decision was made"),
  );

  expect(card.region().textContent).not.toContain("not sent.");
  expect(card.region().textContent).toContain("is therefore not sent again");
});

describe("the alert of a page that cannot read the state", () => {
  test("is the same text at every attempt, and dates the state from its reading", async () => {
    const { panel, between, card } = await open(granted);
    await pass(6_000);
    between.current = () => page(502);
    await passUntil(() => expect(alertText()).toContain("Last known state"));
    const said = alertText();

    await pass(120_000);
    expect(alertText()).toBe(said);

    between.current = (request, forward) =>
      request.method === "DELETE" ? forward() : page(502);
    await userEvent.click(card.toggle());
    await passUntil(() => expect(statusOf(panel)).toBe("withdrawn"));
    await pass(3_000);
    expect(alertText()).toBe(said);
  });

  test("does not take the focus with it when it goes", async () => {
    const { between } = await open(granted);
    between.current = () => page(200);
    await passUntil(() =>
      expect(screen.queryAllByRole("button", { name: "Reload the page" })).not.toEqual(
        [],
      ),
    );
    const [reload] = screen.getAllByRole("button", { name: "Reload the page" });
    reload?.focus();
    expect(document.activeElement).toBe(reload);
    between.current = passes;

    await passUntil(() => expect(alertText()).toBe(""));

    expect(document.activeElement).not.toBe(document.body);
  });
});
