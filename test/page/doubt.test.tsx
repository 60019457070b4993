import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { people } from "../../src/testing/index.ts";
import { announcement, settledCard } from "../elements.ts";
import { alertText } from "../support/alerts.ts";
import { statusText } from "../support/statusText.ts";
import {
  clearPage,
  connect,
  granted,
  holdClock,
  type Intermediary,
  keepInBrowser,
  keptInBrowser,
  page,
  pass,
  passes,
  passUntil,
  purpose,
  statusOf,
  withdrawalKey,
  withdrawInDoubt,
} from "../support/throughIntermediary.tsx";

beforeEach(holdClock);
afterEach(clearPage);

const nothingPasses: Intermediary = () => page(502);

const onlyWithdrawalsPass: Intermediary = (request, forward) =>
  request.method === "DELETE" ? forward() : page(502);

/** The panel gets the withdrawal, and its answer is lost. */
const answersAreLost: Intermediary = async (request, forward) => {
  if (request.method === "DELETE") await forward();
  return page(502);
};

const notConfirmed = "The withdrawal is still unconfirmed";
const notSeen = "A withdrawal was begun here while the state was not known";

/** A centre over a consent, which something stands before that nothing is read through. */
function connectInDoubt(intermediary: Intermediary) {
  const connected = connect(granted);
  connected.between.current = intermediary;
  return connected;
}

describe("a withdrawal without the state being known", () => {
  test("is said to be recorded when the panel says so", async () => {
    const { panel, centre } = connectInDoubt(onlyWithdrawalsPass);
    render(centre());

    const section = await withdrawInDoubt();

    await waitFor(() => expect(statusText(section)).toContain("Withdrawn. By Admin on"));
    expect(statusOf(panel)).toBe("withdrawn");
    expect(section.textContent).not.toContain(notConfirmed);
  });

  test("is announced when it is lost", async () => {
    const { centre } = connectInDoubt(nothingPasses);
    render(centre());

    await withdrawInDoubt();

    await passUntil(() => expect(announcement()).toContain(notConfirmed));
  });

  test.each([
    ["by a host that does not know who is looking", {}],
    ["by a host that knows who is looking", { viewerId: "admin" }],
  ])("is said to be asked about, and not to be sent, %s", async (_host, props) => {
    const { centre } = connectInDoubt(nothingPasses);
    render(centre(props));

    const section = await withdrawInDoubt();

    await passUntil(() => expect(section.textContent).toContain("and then asks you"));
  });

  test("stays in view whatever answers in the panel's place", async () => {
    const { between, centre } = connectInDoubt(nothingPasses);
    render(centre());
    const section = await withdrawInDoubt();
    for (const status of [502, 200, 502]) {
      between.current = () => page(status);
      await pass(20_000);
      expect(section.textContent).toContain(notConfirmed);
    }
  });

  test("is asked about after the reload that is offered at the end of a session", async () => {
    const { panel, between, centre } = connectInDoubt(() => page(502));
    const first = render(centre());
    const section = await withdrawInDoubt();
    between.current = () => page(200);
    await within(section).findByText(/as long as this tab is open/);
    await passUntil(() =>
      expect(screen.getAllByRole("button", { name: "Reload the page" })).not.toEqual([]),
    );
    first.unmount();
    between.current = passes;

    render(centre());
    const card = await settledCard();

    await passUntil(() => expect(card.region().textContent).toContain(notSeen));
    expect(statusOf(panel)).toBe("granted");
    await userEvent.click(card.button("Withdraw anyway"));
    await passUntil(() => expect(statusOf(panel)).toBe("withdrawn"));
  });

  test.each([
    ["by a host that does not know who is looking", {}],
    ["by a host that knows who is looking", { viewerId: "admin" }],
  ])("does not end a consent of later, %s", async (_host, props) => {
    const { panel, between, centre } = connectInDoubt(answersAreLost);
    const first = render(centre(props));
    await withdrawInDoubt();
    await passUntil(() => expect(statusOf(panel)).toBe("withdrawn"));
    first.unmount();
    panel.decideAs(people.admin2, purpose, "grant");
    between.current = passes;

    render(centre(props));
    const card = await settledCard();
    await passUntil(() => expect(card.queryButton("Keep it as it is")).not.toBeNull());
    await pass(10_000);

    expect(statusOf(panel)).toBe("granted");
    expect(card.toggle().checked).toBe(true);
  });

  test("does not end a consent of later in a page that stayed open", async () => {
    const { panel, between, centre } = connectInDoubt(answersAreLost);
    render(centre());
    await withdrawInDoubt();
    await passUntil(() => expect(statusOf(panel)).toBe("withdrawn"));
    panel.decideAs(people.admin2, purpose, "grant");
    between.current = passes;

    await passUntil(() => expect(document.body.textContent).toContain(notSeen));
    await pass(10_000);

    expect(statusOf(panel)).toBe("granted");
  });

  test("is not sent for the person who signs in next", async () => {
    const { panel, between, centre } = connectInDoubt(nothingPasses);
    render(centre());
    await withdrawInDoubt();
    panel.actAs(null);
    between.current = passes;
    await passUntil(() => expect(alertText()).toContain("not signed in"));
    panel.actAs(people.admin2);

    await passUntil(() => expect(document.body.textContent).toContain(notSeen));
    await pass(10_000);

    expect(statusOf(panel)).toBe("granted");
  });

  test("that lies in the tab is not sent for whoever is signed in", async () => {
    const { panel, centre } = connect({ ...granted, viewer: people.admin2 });
    sessionStorage.setItem(
      withdrawalKey,
      JSON.stringify({ since: new Date().toISOString() }),
    );
    render(centre());
    const card = await settledCard();

    await passUntil(() => expect(card.region().textContent).toContain(notSeen));
    await pass(5_000);

    expect(statusOf(panel)).toBe("granted");
    await userEvent.click(card.button("Keep it as it is"));
    expect(sessionStorage.getItem(withdrawalKey)).toBeNull();
    expect(card.region().textContent).not.toContain(notSeen);
  });

  test("leaves what somebody else has begun when the panel says no to it", async () => {
    const { panel, centre } = connectInDoubt(onlyWithdrawalsPass);
    keepInBrowser("admin", 1);
    panel.actAs(people.auditor);
    render(centre());

    const section = await withdrawInDoubt();

    await passUntil(() => expect(alertText(section)).not.toBe(""));
    expect(statusOf(panel)).toBe("granted");
    expect(keptInBrowser()).toEqual(["admin"]);
  });
});

test("withdrawing is offered where nobody was signed in before a gateway answered", async () => {
  const { panel, between, centre } = connect(granted);
  panel.actAs(null);
  render(centre());
  await passUntil(() => expect(alertText()).toContain("not signed in"));
  panel.actAs(people.admin);
  between.current = onlyWithdrawalsPass;

  await passUntil(() => expect(alertText()).toContain("A gateway answered"));
  await withdrawInDoubt();

  await passUntil(() => expect(statusOf(panel)).toBe("withdrawn"));
});

test("one cause is named at a time: the gateway that came after a sign-out", async () => {
  const { panel, between, centre } = connectInDoubt(nothingPasses);
  render(centre());
  const section = await withdrawInDoubt();
  panel.actAs(null);
  between.current = passes;
  await passUntil(() => expect(alertText()).toContain("not signed in"));

  between.current = nothingPasses;

  await passUntil(() => expect(alertText()).toContain("A gateway answered"));
  expect(alertText()).not.toMatch(/signed (in|out)/);
  expect(section.textContent).not.toMatch(/signed (in|out)/);
});

test("the focus does not fall to the top when the state can be read again", async () => {
  const { between, centre } = connectInDoubt(nothingPasses);
  render(centre());
  await withdrawInDoubt();
  between.current = passes;

  await passUntil(() => expect(screen.queryAllByRole("switch")).not.toEqual([]));

  expect(document.activeElement).not.toBe(document.body);
});

test("the focus does not fall to the top when another person's withdrawal is left", async () => {
  const { centre } = connectInDoubt(nothingPasses);
  keepInBrowser("admin", 1);
  render(centre({ viewerId: "admin2" }));
  const section = await screen.findByRole("region", { name: "Server statistics" });

  await userEvent.click(
    await within(section).findByRole("button", { name: "Keep it as it is" }),
  );

  expect(section.textContent).not.toContain("Another person withdrew in this browser");
  expect(section.contains(document.activeElement)).toBe(true);
  expect(keptInBrowser()).toEqual(["admin"]);
});
