import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { settledCard } from "../elements.ts";
import { alertText } from "../support/alerts.ts";
import { statusText } from "../support/statusText.ts";
import {
  clearPage,
  connect,
  granted,
  holdClock,
  isState,
  open,
  page,
  pass,
  passes,
  statusOf,
} from "../support/throughIntermediary.tsx";

beforeEach(holdClock);

afterEach(clearPage);

describe("where the state cannot be read", () => {
  test("withdrawing is possible, and is asked about once it can be read", async () => {
    const { panel, between, centre } = connect(granted);
    between.current = () => page(502);
    render(centre());
    const section = await screen.findByRole("region", { name: "Server statistics" });
    const button = await within(section).findByRole("button", {
      name: "Withdraw and delete the data",
    });
    expect(alertText()).toContain("A gateway answered");

    await userEvent.click(button);
    await within(section).findByText(/as long as this tab is open/);
    expect(localStorage).toHaveLength(0);
    between.current = passes;
    await pass(60_000);
    expect(statusOf(panel)).toBe("granted");
    expect(alertText()).toBe("");

    await userEvent.click(screen.getByRole("button", { name: "Withdraw anyway" }));
    await waitFor(() => expect(statusOf(panel)).toBe("withdrawn"));
    expect(Object.keys(sessionStorage)).toEqual([`klartext:seen:${panel.baseUrl}`]);
  });

  test("asking to try now sends what waits, though nothing can be read", async () => {
    const { panel, between, card } = await open(granted);
    between.current = () => page(502);
    await userEvent.click(card.toggle());
    await pass(8_000);
    between.current = (request, forward) =>
      request.method === "DELETE" ? forward() : page(502);

    await userEvent.click(card.button("Try now"));

    await waitFor(() => expect(statusOf(panel)).toBe("withdrawn"));
    await waitFor(() =>
      expect(statusText(card.region())).toContain("Withdrawn. By Admin on"),
    );
  });

  test("a sign-in page in its place is said to be one, and what was known stays", async () => {
    const { between, card } = await open(granted);
    between.current = () => page(200);
    await pass(10_000);

    expect(alertText()).toContain("as after the end of a session");
    expect(screen.getAllByRole("button", { name: "Reload the page" })).not.toEqual([]);
    expect(card.toggle().checked).toBe(true);
    between.current = passes;
    await pass(60_000);
    expect(alertText()).toBe("");
  });

  test("an old answer after a reload is no state, and withdrawing is possible", async () => {
    const { panel, between, centre } = connect();
    const cached = await panel.fetch("/api/privacy/purposes");
    const { unmount } = render(centre());
    const card = await settledCard();
    await userEvent.click(card.toggle());
    await waitFor(() => expect(card.toggle().checked).toBe(true));
    unmount();
    between.current = (request, forward) =>
      isState(request) ? cached.clone() : forward();

    render(centre());
    const section = await screen.findByRole("region", { name: "Server statistics" });
    await userEvent.click(
      await within(section).findByRole("button", {
        name: "Withdraw and delete the data",
      }),
    );

    expect(screen.queryByRole("switch")).toBeNull();
    expect(alertText()).toContain("KLARTEXT_NEW_EPOCH=1");
    await waitFor(() => expect(statusOf(panel)).toBe("withdrawn"));
  });
});
