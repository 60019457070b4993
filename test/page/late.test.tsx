import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { people } from "../../src/testing/index.ts";
import { statusText } from "../support/statusText.ts";
import {
  clearPage,
  holdClock,
  open,
  page,
  pass,
  passes,
  passUntil,
  purpose,
  sendTo,
  statusOf,
} from "../support/throughIntermediary.tsx";

beforeEach(holdClock);
afterEach(clearPage);

describe("a grant that came to nothing", () => {
  test("is a consent after all when it arrives late, and nothing else is said", async () => {
    const { panel, between, card } = await open();
    const held: Request[] = [];
    between.current = (request, forward) => {
      if (request.method !== "PUT") return forward();
      held.push(request.clone());
      return page(504);
    };
    await userEvent.click(card.toggle());
    await passUntil(() => expect(card.alertText()).not.toBe(""));
    const [late] = held;
    if (!late) throw new RangeError("Nothing was sent.");

    await sendTo(panel, late);
    expect(statusOf(panel)).toBe("granted");

    await passUntil(() =>
      expect(statusText(card.region())).toContain("Consent given. By Admin on"),
    );
    expect(card.toggle().checked).toBe(true);
    expect(card.alertText()).toBe("");
  });

  test("is told in the past once the gateway lets requests pass again", async () => {
    const { between, card } = await open();
    between.current = (request, forward) =>
      request.method === "PUT" ? page(502) : forward();
    await userEvent.click(card.toggle());
    await passUntil(() => expect(card.alertText()).not.toBe(""));
    between.current = passes;

    await pass(30_000);

    expect(card.alertText()).toContain("A gateway answered");
    expect(card.alertText()).toContain("could not reach the panel");
    expect(card.alertText()).not.toContain("cannot reach");
  });

  test("is not said to hold beside what somebody else has decided since", async () => {
    const { panel, between, card } = await open();
    between.current = (request, forward) =>
      request.method === "PUT" ? page(502) : forward();
    await userEvent.click(card.toggle());
    await passUntil(() => expect(card.alertText()).not.toBe(""));
    panel.decideAs(people.admin2, purpose, "grant");

    await passUntil(() => expect(card.toggle().checked).toBe(true));

    expect(card.alertText()).toBe("");
  });

  test("names one state where its answer named another one", async () => {
    const { panel, between, card } = await open({
      purposes: { [purpose]: { status: "refused" } },
    });
    between.current = (request, forward) =>
      request.method === "PUT"
        ? panel.fetch(`/api/privacy/purposes/${purpose}/decision`)
        : forward();

    await userEvent.click(card.toggle());
    await passUntil(() => expect(card.alertText()).not.toBe(""));

    expect(statusText(card.region())).toContain("Refused. By");
    expect(card.region().textContent).not.toContain("What applies is not known");
  });
});

test("a host's fetch that answers nothing leaves no decision on its way", async () => {
  const { panel, between, card } = await open();
  between.current = (request, forward) =>
    // What a host's own function may do in a page without types.
    request.method === "PUT" ? Reflect.get({}, "answer") : forward();

  await userEvent.click(card.toggle());
  await passUntil(() => expect(statusText(card.region())).toMatch(/^Not decided yet\./));

  await passUntil(() => expect(card.alertText()).not.toBe(""));
  expect(statusOf(panel)).toBe("undecided");
});
