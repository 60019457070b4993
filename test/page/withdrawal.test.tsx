import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { PrivacyCenter } from "../../src/components/PrivacyCenter/PrivacyCenter.tsx";
import { people } from "../../src/testing/index.ts";
import { settledCard } from "../elements.ts";
import { alertText } from "../support/alerts.ts";
import {
  openCentre,
  openOvertakenWithdrawal,
  requestsWith,
  withMethod,
} from "../support/openCentre.tsx";
import {
  clearPage,
  granted,
  pass,
  policy,
  purpose,
  statusOf,
} from "../support/throughIntermediary.tsx";

afterEach(clearPage);

describe("a withdrawal", () => {
  test("is off at once, and the page says that the panel has not got it", async () => {
    const { panel, card } = await openCentre({ options: granted });
    const held = panel.fault({
      type: "held",
      moment: "request",
      on: withMethod("DELETE"),
    });

    await userEvent.click(card.toggle());

    expect(card.toggle().checked).toBe(false);
    expect([card.chip(), card.line()]).toEqual([
      "Being withdrawn",
      "The withdrawal is on its way. Until then, reports may still be sent.",
    ]);
    held.release();
    await waitFor(() => expect(card.chip()).toBe("Withdrawn"));
    expect(card.line()).toMatch(/^By Admin on /);
    expect(statusOf(panel)).toBe("withdrawn");
  });

  test("is sent again after network errors until the panel has it", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { panel, card } = await openCentre({ options: granted });
    panel.fault({
      type: "dropped",
      moment: "request",
      on: withMethod("DELETE"),
      times: 3,
    });

    await userEvent.click(card.toggle());
    await waitFor(() => expect(card.chip()).toBe("Not withdrawn yet"));
    expect(card.line()).toMatch(/^The withdrawal is still unconfirmed\./);
    expect(card.toggle().checked).toBe(false);
    await pass(30_000);

    await waitFor(() => expect(statusOf(panel)).toBe("withdrawn"));
    await waitFor(() => expect(card.alertText()).toBe(""));
    expect(requestsWith(panel, "DELETE")).toHaveLength(4);
    expect(card.toggle().checked).toBe(false);
  });

  test("is sent again at once when the network is back", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { panel, card } = await openCentre({ options: granted });
    panel.fault({ type: "dropped", moment: "request", on: withMethod("DELETE") });
    await userEvent.click(card.toggle());
    await waitFor(() => expect(requestsWith(panel, "DELETE")).toHaveLength(1));

    await waitFor(() => {
      dispatchEvent(new Event("online"));
      expect(statusOf(panel)).toBe("withdrawn");
    });
    expect(requestsWith(panel, "DELETE")).toHaveLength(2);
  });

  test("whose answer was dropped is not sent a second time", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { panel, card } = await openCentre({ options: granted });
    panel.fault({ type: "dropped", moment: "answer", on: withMethod("DELETE") });

    await userEvent.click(card.toggle());
    await waitFor(() => expect(statusOf(panel)).toBe("withdrawn"));
    await pass(30_000);

    expect(requestsWith(panel, "DELETE")).toHaveLength(1);
    expect(card.chip()).toBe("Withdrawn");
    expect(card.line()).toMatch(/^By Admin on /);
  });

  test("does not undo what somebody has decided meanwhile, unless told to", async () => {
    const { panel, card } = await openOvertakenWithdrawal();
    expect(card.region().textContent).toContain("A new decision was made");
    expect([statusOf(panel), requestsWith(panel, "DELETE").length]).toEqual([
      "granted",
      1,
    ]);

    await userEvent.click(card.button("Withdraw anyway"));
    await pass(1_000);

    await waitFor(() => expect(card.chip()).toBe("Withdrawn"));
    expect(statusOf(panel)).toBe("withdrawn");
  });

  test("without being signed in says that it has not arrived, and claims nothing", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { panel, card } = await openCentre({ options: granted });
    panel.actAs(null);

    await userEvent.click(card.toggle());

    await waitFor(() => expect(screen.queryAllByRole("switch")).toEqual([]));
    expect(alertText()).toContain("You are not signed in");
    expect(alertText()).toContain("sent once the person who withdrew has signed in");
  });

  test("is sent once the same person has signed in again", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { panel, card } = await openCentre({ options: granted });
    panel.actAs(null);
    await userEvent.click(card.toggle());
    await pass(5_000);
    await waitFor(() => expect(screen.queryAllByRole("switch")).toEqual([]));
    expect(statusOf(panel)).toBe("granted");

    panel.actAs(people.admin);
    await pass(5_000);

    await waitFor(() => expect(statusOf(panel)).toBe("withdrawn"));
  });

  test("goes on when the page is opened again", async () => {
    const { panel, card } = await openCentre({ options: granted });
    const line = panel.fault({
      type: "dropped",
      moment: "request",
      on: withMethod("DELETE"),
      times: 1_000,
    });
    await userEvent.click(card.toggle());
    await waitFor(() => expect(requestsWith(panel, "DELETE")).toHaveLength(1));
    cleanup();
    line.remove();
    expect(statusOf(panel)).toBe("granted");

    render(<PrivacyCenter policy={policy} language="en" fetch={panel.fetch} />);

    await waitFor(() => expect(statusOf(panel)).toBe("withdrawn"));
  });

  test("of somebody else in this browser is told and never sent", async () => {
    const { panel, card } = await openCentre({ options: granted });
    panel.fault({
      type: "dropped",
      moment: "request",
      on: withMethod("DELETE"),
      times: 1_000,
    });
    await userEvent.click(card.toggle());
    await waitFor(() => expect(requestsWith(panel, "DELETE")).toHaveLength(1));
    cleanup();
    panel.actAs(people.admin2);

    render(<PrivacyCenter policy={policy} language="en" fetch={panel.fetch} />);

    const again = await settledCard();
    await waitFor(() =>
      expect(again.region().textContent).toContain("nothing is sent in your name."),
    );
    expect([again.toggle().checked, requestsWith(panel, "DELETE").length]).toEqual([
      true,
      1,
    ]);
  });

  test("without the right to is told, and the switch is on again", async () => {
    const { panel, card } = await openCentre({ options: granted });
    panel.actAs(people.auditor);

    await userEvent.click(card.toggle());

    await waitFor(() => expect(card.alertText()).toContain("Ask an administrator"));
    expect(card.toggle().checked).toBe(true);
  });

  test.each(["locked", "outdated"] as const)(
    "stays possible while the consent is %s, by a button",
    async (hindrance) => {
      const { panel, card } = await openCentre({
        options: {
          purposes: {
            [purpose]:
              hindrance === "locked"
                ? { status: "granted", lock: "do-not-track" }
                : { status: "outdated" },
          },
        },
      });
      expect(card.toggle().checked).toBe(false);

      await userEvent.click(card.button("Withdraw and delete the data"));

      await waitFor(() => expect(statusOf(panel)).toBe("withdrawn"));
    },
  );

  test("needs no bytes that can be shown", async () => {
    const { panel, card } = await openCentre({
      options: granted,
      prepare: (panel) => panel.setPayload(purpose, { hostname: "server.example" }),
    });

    await userEvent.click(card.toggle());

    await waitFor(() => expect(statusOf(panel)).toBe("withdrawn"));
  });
});
