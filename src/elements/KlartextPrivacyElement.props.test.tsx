import { createRequire } from "node:module";
import { waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { clearPage, put, turnable } from "../../test/support/privacyElement.ts";
import { createFakePanel, people } from "../testing/index.ts";
import { KlartextPrivacyElement } from "./index.ts";

const purpose = "server-statistics";

/** The host's own copy, other code than what the elements hold: that for `require`. */
const { QueryClient, QueryCache }: typeof import("@tanstack/react-query") = createRequire(
  import.meta.url,
)("@tanstack/react-query");

beforeEach(() => {
  // The elements draw by themselves, and not within a test's act.
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", false);
  vi.stubGlobal("fetch", () => {
    throw new Error("The page's own fetch was asked.");
  });
  document.documentElement.lang = "en";
});

afterEach(clearPage);

/** Asks anew, as when somebody comes back to the page. */
const lookAgain = () => window.dispatchEvent(new Event("visibilitychange"));

describe("what a host gives <klartext-privacy>", () => {
  test("is taken where it was set before the element was defined", async () => {
    const panel = createFakePanel();
    const given = {
      fetch: panel.fetch,
      headers: () => ({ "X-CSRF": "early" }),
      queryClient: new QueryClient(),
    };
    const early = document.createElement("klartext-late");
    document.body.append(Object.assign(early, given));

    customElements.define("klartext-late", class extends KlartextPrivacyElement {});

    await turnable(early);
    expect(Object.keys(early).filter((name) => name in given)).toEqual([]);
    expect(early).toMatchObject(given);
    expect(panel.requests[0]?.headers.get("X-CSRF")).toBe("early");
  });

  test("is taken where it was set once the element was in the page", async () => {
    const panel = createFakePanel();
    const element = put("<klartext-privacy></klartext-privacy>");
    element.fetch = panel.fetch;
    element.headers = new Headers({ "X-CSRF": "later" });
    element.queryClient = new QueryClient();

    await userEvent.click(await turnable(element));

    await waitFor(() =>
      expect(panel.state().purposes[purpose]?.decision.status).toBe("granted"),
    );
    expect(new Set(panel.requests.map(({ headers }) => headers.get("X-CSRF")))).toEqual(
      new Set(["later"]),
    );
  });

  test("as nothing is the default again", async () => {
    const panel = createFakePanel();
    const element = document.createElement("klartext-privacy");
    Object.assign(element, { fetch: null, headers: null, queryClient: null });
    vi.stubGlobal("fetch", panel.fetch);
    document.body.append(element);

    await turnable(element);
  });
});

describe("another fetch", () => {
  test("leaves the centre as it is, and carries what is asked from then on", async () => {
    const panel = createFakePanel();
    const [before, after] = [vi.fn(panel.fetch), vi.fn(panel.fetch)];
    const element = document.createElement("klartext-privacy");
    element.fetch = before;
    document.body.append(element);
    const toggle = await turnable(element);
    const asked = before.mock.calls.length;

    element.fetch = after;

    await waitFor(() => {
      lookAgain();
      expect(after).toHaveBeenCalled();
    });
    expect(await turnable(element)).toBe(toggle);
    expect(before).toHaveBeenCalledTimes(asked);
  });
});

describe("a function for headers", () => {
  test.each([
    ["at once", (token: string) => ({ "X-CSRF": token })],
    ["later", async (token: string) => ({ "X-CSRF": token })],
    ["as Headers", (token: string) => new Headers({ "X-CSRF": token })],
  ])("that answers %s is called for each request", async (_name, answer) => {
    const panel = createFakePanel();
    let calls = 0;
    const element = document.createElement("klartext-privacy");
    element.fetch = panel.fetch;
    element.headers = () => {
      calls += 1;
      return answer(`token ${calls}`);
    };
    document.body.append(element);
    await turnable(element);

    const tokens = panel.requests.map(({ headers }) => headers.get("X-CSRF"));
    expect(tokens.length).toBeGreaterThan(1);
    expect(new Set(tokens).size).toBe(tokens.length);
  });
});

describe("a host's QueryClient", () => {
  test("shares what was read between the elements that have it, and is left empty", async () => {
    const panel = createFakePanel();
    panel.fault({ type: "latency", ms: 5, times: 1_000 });
    const onError = vi.fn();
    const queryClient = new QueryClient({
      queryCache: new QueryCache({ onError }),
      defaultOptions: {
        queries: { throwOnError: true, enabled: false, retry: 3, select: () => null },
      },
    });
    const elements = [1, 2].map(() => document.createElement("klartext-privacy"));
    for (const element of elements) {
      Object.assign(element, { fetch: panel.fetch, queryClient });
    }
    document.body.append(...elements);
    for (const element of elements) await turnable(element);

    expect(panel.requests.filter(({ path }) => path === "/purposes")).toHaveLength(1);
    expect(queryClient.getQueryCache().getAll()).toEqual([]);
    expect(onError).not.toHaveBeenCalled();
  });

  test("that throws errors into the page throws none of a panel that is down", async () => {
    const panel = createFakePanel();
    panel.fault({ type: "dropped", moment: "request", times: 1_000 });
    const thrown = vi.fn();
    window.addEventListener("error", thrown);
    window.addEventListener("unhandledrejection", thrown);
    const element = document.createElement("klartext-privacy");
    element.fetch = panel.fetch;
    element.queryClient = new QueryClient({
      defaultOptions: { queries: { throwOnError: true } },
    });
    document.body.append(element);

    await waitFor(() => expect(element.textContent).toContain("does not answer"));
    expect(element.querySelector("h1")?.textContent).toBe("Privacy");
    expect(thrown).not.toHaveBeenCalled();
    window.removeEventListener("error", thrown);
    window.removeEventListener("unhandledrejection", thrown);
  });

  test("another one makes another centre, which reads what holds", async () => {
    const panel = createFakePanel();
    const element = document.createElement("klartext-privacy");
    element.fetch = panel.fetch;
    element.queryClient = new QueryClient();
    document.body.append(element);
    const before = await turnable(element);
    panel.decideAs(people.admin2, purpose, "grant");

    element.queryClient = new QueryClient();

    await waitFor(async () => expect((await turnable(element)).checked).toBe(true));
    expect(element.contains(before)).toBe(false);
  });
});
