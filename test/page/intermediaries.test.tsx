import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { alertText } from "../support/alerts.ts";
import { statusText } from "../support/statusText.ts";
import {
  clearPage,
  connect,
  granted,
  holdClock,
  isState,
  isWrite,
  methodsOfWrites,
  open,
  page,
  pass,
  passes,
  purpose,
  statusOf,
  withdrawn,
} from "../support/throughIntermediary.tsx";

const notWithdrawnYet = "Not withdrawn yet. The withdrawal is still unconfirmed.";

beforeEach(holdClock);

afterEach(clearPage);

describe("a withdrawal that something else answered in the panel's place", () => {
  test.each([200, 401, 403, 404, 405, 429, 500, 501, 511])(
    "with a page and %i is kept, and carried out when the panel is back",
    async (status) => {
      const { panel, between, card } = await open(granted);
      between.current = (request, forward) =>
        isWrite(request) ? page(status) : forward();

      await userEvent.click(card.toggle());
      await pass(3_000);

      expect(card.toggle().checked).toBe(false);
      expect(statusText(card.region())).toContain(notWithdrawnYet);
      expect(localStorage).toHaveLength(1);

      between.current = passes;
      await pass(60_000);

      expect(statusOf(panel)).toBe("withdrawn");
      expect(localStorage).toHaveLength(0);
      expect(card.alertText()).toBe("");
    },
  );

  test("with a problem document of its own is kept too", async () => {
    const { panel, between, card } = await open(granted);
    between.current = (request, forward) =>
      isWrite(request)
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
    const { panel, between, card } = await open(withdrawn);
    const earlier = await panel.fetch(`/api/privacy/purposes/${purpose}/decision`);
    await userEvent.click(card.toggle());
    await waitFor(() => expect(card.toggle().checked).toBe(true));
    await pass(1_000);
    between.current = (request, forward) =>
      isWrite(request) ? earlier.clone() : forward();

    await userEvent.click(card.toggle());
    await pass(3_000);

    expect(statusText(card.region())).toContain(notWithdrawnYet);
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

    expect(statusText(card.region())).toContain(notWithdrawnYet);
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
    if (request.method === "PUT") isLost = isState;
    return answer;
  };
  await userEvent.click(card.toggle());
  await waitFor(() => expect(card.toggle().checked).toBe(true));
  isLost = (request) => request.method === "DELETE" || isState(request);
  await pass(1_000);
  await userEvent.click(card.toggle());
  await pass(2_000);
  isLost = () => false;
  await pass(60_000);

  expect(card.region().textContent).not.toContain("A new decision was made");
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

  expect(card.alertText()).not.toBe("");
  expect(card.toggle().checked).toBe(false);
});

describe("an old answer from a cache", () => {
  test("shows no state that is over, and the switch goes on working", async () => {
    const { panel, between, card } = await open();
    const cached = await panel.fetch("/api/privacy/purposes");
    await userEvent.click(card.toggle());
    between.current = (request, forward) =>
      isState(request) ? cached.clone() : forward();
    await waitFor(() => expect(statusOf(panel)).toBe("granted"));
    await pass(12_000);

    expect(card.toggle().checked).toBe(true);
    expect(statusText(card.region())).toContain("Consent given. By Admin on");
    expect(alertText()).toContain("older");

    await userEvent.click(card.toggle());
    await pass(2_000);
    expect(statusOf(panel)).toBe("withdrawn");
    expect(card.toggle().checked).toBe(false);
    between.current = passes;
    await pass(60_000);
    expect(statusText(card.region())).toContain("Withdrawn. By Admin on");
    expect(alertText()).toBe("");
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

      expect(methodsOfWrites(panel)).toEqual(["POST", "POST"]);
    },
  );
});

test("a write that something on the way sent twice is what it is, though the answer is 412", async () => {
  const { panel, between, card } = await open();
  between.current = async (request, forward) => {
    if (request.method === "PUT") await forward();
    return forward();
  };

  await userEvent.click(card.toggle());

  await waitFor(() => expect(card.toggle().checked).toBe(true));
  expect(statusOf(panel)).toBe("granted");
  expect(card.alertText()).toBe("");
});

test.each([
  ["Klartext-Payload", "Klartext-Payload"],
  ["Content-Type", "Content-Type"],
])("bytes without the header %s are not shown, and it is named", async (name, said) => {
  const { between, centre } = connect();
  between.current = async (request, forward) => {
    const answer = await forward();
    if (!request.url.includes("/payload")) return answer;
    const headers = new Headers(answer.headers);
    headers.delete(name);
    return new Response(await answer.arrayBuffer(), { status: answer.status, headers });
  };
  render(centre());

  const sentences = await screen.findAllByText(
    new RegExp(`took the header ${said} away`),
  );
  expect(sentences).toHaveLength(2);
});

test("a panel whose policy alone is answered by something else has a cause", async () => {
  const { between, centre } = connect();
  between.current = (request, forward) =>
    request.url.includes("/policy") ? page(403) : forward();
  render(centre());

  await waitFor(() =>
    expect(alertText()).toContain("blocked the request (GET, HTTP 403)"),
  );
});

test("no two states stand side by side while the bytes are read anew", async () => {
  const { between, card } = await open(granted);
  between.current = (request, forward) =>
    request.url.includes("/payload") ? new Promise(() => {}) : forward();
  const seen = new Set<string>();
  const observer = new MutationObserver(() =>
    seen.add(`${statusText(card.region())} ${card.region().textContent}`),
  );
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
  });

  await userEvent.click(card.toggle());
  await waitFor(() =>
    expect(statusText(card.region())).toContain("Withdrawn. By Admin on"),
  );
  observer.disconnect();

  const both = [...seen].filter(
    (text) => text.includes("may still be sent") && text.startsWith("Withdrawn. "),
  );
  expect(both).toEqual([]);
  expect(card.region().textContent).not.toContain("may still be sent");
});
