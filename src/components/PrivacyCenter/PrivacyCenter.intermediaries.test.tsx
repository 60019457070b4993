import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { settledCard } from "../../../test/elements.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import {
  createFakePanel,
  type FakePanel,
  type FakePanelOptions,
} from "../../testing/index.ts";
import { PrivacyCenter } from "./PrivacyCenter.tsx";

const purpose = "server-statistics";
const policy = policyInForce("2025-07-24");
const granted = { purposes: { [purpose]: { status: "granted" } } } as const;

/** What stands between the page and its panel; it may answer in the panel's place. */
type Intermediary = (
  request: Request,
  forward: () => Promise<Response>,
) => Promise<Response> | Response;

const passes: Intermediary = (_request, forward) => forward();

async function open(options: FakePanelOptions = {}) {
  const panel = createFakePanel({ policy, ...options });
  const between = { current: passes };
  const fetch: typeof globalThis.fetch = (input, init) => {
    const { redirect: _redirect, ...rest } = init ?? {};
    const request = new Request(new URL(String(input), "http://localhost:3000"), rest);
    return Promise.resolve(between.current(request, () => panel.fetch(input, init)));
  };
  render(<PrivacyCenter policy={policy} language="en" fetch={fetch} />);
  return { panel, between, card: await settledCard() };
}

const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

const page = (status: number) =>
  new Response("<h1>Something else</h1>", {
    status,
    headers: { "Content-Type": "text/html" },
  });

const statusOf = (panel: FakePanel) => panel.state().purposes[purpose]?.decision.status;

const writes = new Set(["PUT", "DELETE", "POST"]);

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  // What somebody has to mend is logged too.
  vi.spyOn(console, "error").mockImplementation(() => {});
});

afterEach(() => {
  vi.useRealTimers();
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});

describe("a withdrawal that something else answered in the panel's place", () => {
  test.each([200, 401, 403, 404, 405, 429, 500, 501, 511])(
    "with a page and %i is kept, and carried out when the panel is back",
    async (status) => {
      const { panel, between, card } = await open(granted);
      between.current = (request, forward) =>
        writes.has(request.method) ? page(status) : forward();

      await userEvent.click(card.toggle());
      await pass(3_000);

      expect(card.toggle().checked).toBe(false);
      expect(card.region().textContent).toContain(
        "The panel has not confirmed the withdrawal",
      );
      expect(localStorage).toHaveLength(1);

      between.current = passes;
      await pass(60_000);

      expect(statusOf(panel)).toBe("withdrawn");
      expect(localStorage).toHaveLength(0);
      expect(card.alert().textContent).toBe("");
    },
  );

  test("with a problem document of its own is kept too", async () => {
    const { panel, between, card } = await open(granted);
    between.current = (request, forward) =>
      writes.has(request.method)
        ? new Response('{"type":"about:blank","title":"Forbidden","status":403}', {
            status: 403,
            headers: { "Content-Type": "application/problem+json" },
          })
        : forward();

    await userEvent.click(card.toggle());
    await pass(3_000);
    between.current = passes;
    await pass(60_000);

    expect(statusOf(panel)).toBe("withdrawn");
  });

  test("with what the panel had said to an earlier one is kept", async () => {
    const { panel, between, card } = await open({
      purposes: { [purpose]: { status: "withdrawn" } },
    });
    const earlier = await panel.fetch(`/api/privacy/purposes/${purpose}/decision`);
    await userEvent.click(card.toggle());
    await waitFor(() => expect(card.toggle().checked).toBe(true));
    await pass(1_000);
    between.current = (request, forward) =>
      writes.has(request.method) ? earlier.clone() : forward();

    await userEvent.click(card.toggle());
    await pass(3_000);

    expect(card.region().textContent).toContain("Consent given by");
    between.current = passes;
    await pass(60_000);
    expect(statusOf(panel)).toBe("withdrawn");
  });

  test("with the consent that it was to end is not taken as done", async () => {
    const { panel, between, card } = await open(granted);
    between.current = (request, forward) =>
      request.method === "DELETE"
        ? panel.fetch(`/api/privacy/purposes/${purpose}/decision`)
        : forward();

    await userEvent.click(card.toggle());
    await pass(3_000);

    expect(card.region().textContent).toContain(
      "The panel has not confirmed the withdrawal",
    );
    between.current = passes;
    await pass(60_000);
    expect(statusOf(panel)).toBe("withdrawn");
  });
});

test("a proxy that weakens tags makes nobody decide anew", async () => {
  const { panel, between, card } = await open();
  const weaken = (response: Response) => {
    const headers = new Headers(response.headers);
    const tag = headers.get("ETag");
    if (tag) headers.set("ETag", `W/${tag}`);
    return new Response(response.body, { status: response.status, headers });
  };
  let isLost: (request: Request) => boolean = () => false;
  between.current = async (request, forward) => {
    if (isLost(request)) throw new TypeError("lost");
    const answer = weaken(await forward());
    if (request.method === "PUT") isLost = ({ url }) => /\/purposes(\?|$)/.test(url);
    return answer;
  };
  await userEvent.click(card.toggle());
  await waitFor(() => expect(card.toggle().checked).toBe(true));
  isLost = ({ method, url }) => method === "DELETE" || /\/purposes(\?|$)/.test(url);
  await pass(1_000);
  await userEvent.click(card.toggle());
  await pass(2_000);
  isLost = () => false;
  await pass(60_000);

  expect(card.region().textContent).not.toContain("somebody decided anew");
  expect(statusOf(panel)).toBe("withdrawn");
});

test("a grant that is answered with a refusal is not taken as done", async () => {
  const { panel, between, card } = await open({
    purposes: { [purpose]: { status: "refused" } },
  });
  between.current = (request, forward) =>
    request.method === "PUT"
      ? panel.fetch(`/api/privacy/purposes/${purpose}/decision`)
      : forward();

  await userEvent.click(card.toggle());
  await pass(3_000);

  expect(card.alert().textContent).not.toBe("");
  expect(card.toggle().checked).toBe(false);
});

describe("an old answer from a cache", () => {
  test("shows no state that is over, and the switch goes on working", async () => {
    const { panel, between, card } = await open();
    const cached = await panel.fetch("/api/privacy/purposes");
    await userEvent.click(card.toggle());
    between.current = (request, forward) =>
      /\/purposes(?:\?|$)/.test(request.url) ? cached.clone() : forward();
    await waitFor(() => expect(statusOf(panel)).toBe("granted"));
    await pass(12_000);

    expect(card.toggle().checked).toBe(true);
    expect(card.region().textContent).toContain("Consent given by");
    expect(
      screen
        .getAllByRole("alert")
        .map((e) => e.textContent)
        .join(),
    ).toContain("older");

    await userEvent.click(card.toggle());
    await pass(2_000);
    expect(statusOf(panel)).toBe("withdrawn");
    expect(card.toggle().checked).toBe(false);
    between.current = passes;
    await pass(60_000);
    expect(card.region().textContent).toContain("Withdrawn by");
    expect(
      screen
        .getAllByRole("alert")
        .map((e) => e.textContent)
        .join(""),
    ).toBe("");
  });
});

describe("a firewall that lets no PUT or DELETE pass", () => {
  test.each([403, 405, 501])(
    "and says so with %i leaves granting and withdrawing",
    async (status) => {
      const { panel, between, card } = await open();
      between.current = (request, forward) =>
        request.method === "PUT" || request.method === "DELETE"
          ? page(status)
          : forward();

      await userEvent.click(card.toggle());
      await waitFor(() => expect(card.toggle().checked).toBe(true));
      expect(statusOf(panel)).toBe("granted");
      await pass(1_000);
      await userEvent.click(card.toggle());
      await waitFor(() => expect(statusOf(panel)).toBe("withdrawn"));

      const methods = panel.requests
        .map(({ method }) => method)
        .filter((m) => m !== "GET");
      expect(methods).toEqual(["POST", "POST"]);
    },
  );
});
