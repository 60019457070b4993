import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { settledCard } from "../../../test/elements.ts";
import { statusText } from "../../../test/support/statusText.ts";
import {
  clearPage,
  connect,
  granted,
  holdBack,
  holdClock,
  methodsOfWrites,
  open,
  page,
  pass,
  passUntil,
  problem,
  statusOf,
} from "../../../test/support/throughIntermediary.tsx";

beforeEach(holdClock);
afterEach(clearPage);

describe("the form in which decisions are sent", () => {
  test("is given up where a panel does not know the one that was remembered", async () => {
    const { panel, between, centre } = connect(granted);
    sessionStorage.setItem(`klartext:form:${panel.baseUrl}`, '"post"');
    between.current = (request, forward) =>
      request.method === "POST" ? problem("not-found", 404) : forward();
    render(centre());
    const card = await settledCard();

    await userEvent.click(card.toggle());

    await passUntil(() => expect(statusOf(panel)).toBe("withdrawn"));
    await passUntil(() =>
      expect(statusText(card.region())).toContain("Withdrawn. By Admin on"),
    );
  });

  test("is not tried for a grant that the person has taken back meanwhile", async () => {
    const { panel, between, card } = await open();
    const { hold, give } = holdBack();
    between.current = (request, forward) => {
      if (request.method === "PUT") return hold();
      return request.method === "DELETE"
        ? Promise.reject(new TypeError("lost"))
        : forward();
    };
    await userEvent.click(card.toggle());
    await pass(700);
    await userEvent.click(card.toggle());
    await pass(100);

    give(page(403));
    await pass(500);

    expect(methodsOfWrites(panel)).toEqual([]);
    expect(statusOf(panel)).toBe("undecided");
  });

  test("changes nothing of a withdrawal that was recorded before the answer was blocked", async () => {
    const { panel, between, card } = await open(granted);
    const { length } = panel.state().history;
    between.current = async (request, forward) => {
      if (request.method !== "DELETE") return forward();
      await forward();
      return page(403);
    };

    await userEvent.click(card.toggle());
    await passUntil(() =>
      expect(statusText(card.region())).toContain("Withdrawn. By Admin on"),
    );

    expect(panel.state().history).toHaveLength(length + 1);
  });

  test("that is blocked is named, where the other one is lost", async () => {
    const { between, card } = await open(granted);
    between.current = (request, forward) => {
      if (request.method === "POST") return Promise.reject(new TypeError("lost"));
      return request.method === "DELETE" ? page(403) : forward();
    };

    await userEvent.click(card.toggle());

    await passUntil(() =>
      expect(card.region().textContent).toContain(
        "blocked the request (DELETE, HTTP 403)",
      ),
    );
    expect(card.region().textContent).toContain("The withdrawal is still unconfirmed");
  });
});
