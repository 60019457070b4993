import { waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { otherPolicy } from "../../test/fixtures/otherPolicy.ts";
import { alertText } from "../../test/support/alerts.ts";
import { clearPage, put, turnable } from "../../test/support/privacyElement.ts";
import { createFakePanel, people } from "../testing/index.ts";
import "./index.ts";

/** The panels that the page's own server has, by path. */
function serve(...panels: readonly ReturnType<typeof createFakePanel>[]): void {
  vi.stubGlobal("fetch", (input: string, init?: RequestInit) => {
    const path = new URL(input, location.href).pathname;
    const panel = panels.find(({ baseUrl }) =>
      path.startsWith(`${new URL(baseUrl, location.href).pathname}/`),
    );
    if (!panel) throw new Error(`No panel is at ${path}.`);
    return panel.fetch(input, init);
  });
}

beforeEach(() => {
  // The elements draw by themselves, and not within a test's act.
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", false);
  document.documentElement.lang = "en";
});

afterEach(clearPage);

describe("<klartext-privacy>", () => {
  test("is the same centre with other headers, and asks with those", async () => {
    const panel = createFakePanel();
    serve(panel);
    const element = put("<klartext-privacy></klartext-privacy>");
    const before = await turnable(element);
    const token = () => panel.requests.at(-1)?.headers.get("X-CSRF");

    element.headers = { "X-CSRF": "other" };
    window.dispatchEvent(new Event("visibilitychange"));

    await waitFor(() => expect(token()).toBe("other"));
    expect(await turnable(element)).toBe(before);
  });

  test("says of a panel on another origin what is wrong, and tells it by its event", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const heard = vi.fn();
    document.addEventListener("klartext-error", heard, { once: true });
    const fetch = vi.fn();
    vi.stubGlobal("fetch", fetch);

    const element = put(
      '<klartext-privacy base-url="https://other.example/api"></klartext-privacy>',
    );

    await waitFor(() => expect(element.textContent).toContain("on another origin"));
    expect(heard.mock.calls[0]?.[0].detail.error.code).toBe("cross-origin-base-url");
    expect(logged.mock.calls.flat().join("")).toContain("lies on https://other.example");
    expect(logged).toHaveBeenCalledOnce();
    expect(fetch).not.toHaveBeenCalled();
  });

  test("shows what stands inside until the centre is there", async () => {
    serve(createFakePanel());
    const element = put("<klartext-privacy><p>Please wait</p></klartext-privacy>");
    expect(element.textContent).toBe("Please wait");

    await turnable(element);

    expect(within(element).queryByText("Please wait")).toBeNull();
    expect(within(element).getByRole("heading", { level: 1 }).textContent).toBe(
      "Privacy",
    );
  });

  test("tells the page of a decision once the panel has confirmed it", async () => {
    const panel = createFakePanel();
    serve(panel);
    const element = put("<klartext-privacy></klartext-privacy>");
    const heard: unknown[] = [];
    const listen = ({ detail }: { detail: unknown }) => heard.push(detail);
    document.addEventListener("klartext-decision", listen);
    const toggle = await turnable(element);

    panel.fault({
      type: "problem",
      code: "internal-error",
      on: ({ method }) => method === "PUT",
    });
    await userEvent.click(toggle);
    await waitFor(() =>
      expect(alertText(element)).toMatch(/An error occurred in the panel/),
    );
    expect(heard).toEqual([]);

    panel.clearFaults();
    await userEvent.click(await turnable(element));
    await waitFor(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toMatchObject({
      purpose: "server-statistics",
      decision: { status: "granted", by: { id: people.admin.id } },
    });

    await userEvent.click(toggle);
    await waitFor(() => expect(heard).toHaveLength(2));
    expect(heard[1]).toMatchObject({ decision: { status: "withdrawn" } });
    document.removeEventListener("klartext-decision", listen);
  });

  test("keeps what it shows when it is moved, and goes when it is taken out", async () => {
    const panel = createFakePanel();
    serve(panel);
    const element = put(
      '<div id="a"><klartext-privacy></klartext-privacy></div><div id="b" lang="de"></div>',
    );
    const toggle = await turnable(element);

    document.getElementById("b")?.append(element);
    await waitFor(() =>
      expect(within(element).getByRole("heading", { level: 1 }).textContent).toBe(
        "Datenschutz",
      ),
    );
    expect(element.contains(toggle)).toBe(true);

    element.remove();
    await Promise.resolve();
    expect(element.childElementCount).toBe(0);
    document.body.append(element);
    await turnable(element);
  });

  test("shows another panel when its base URL changes", async () => {
    const [one, other] = [
      createFakePanel({ baseUrl: "/one/privacy" }),
      createFakePanel({ baseUrl: "/other/privacy" }),
    ];
    other.decideAs(people.admin, "server-statistics", "grant");
    serve(one, other);
    const element = put('<klartext-privacy base-url="/one/privacy"></klartext-privacy>');
    expect((await turnable(element)).checked).toBe(false);

    element.baseUrl = "/other/privacy";

    expect(element.getAttribute("base-url")).toBe("/other/privacy");
    await waitFor(async () => expect((await turnable(element)).checked).toBe(true));
  });

  test("shows a host's own policy and sends its headers", async () => {
    const panel = createFakePanel({ policy: otherPolicy });
    serve(panel);
    const element = document.createElement("klartext-privacy");
    element.policy = otherPolicy;
    element.headers = { "X-CSRF": "of the host" };
    element.headingLevel = 2;
    document.body.append(element);

    await waitFor(() => expect(within(element).getAllByRole("switch")).toHaveLength(1));
    expect(within(element).getAllByRole("heading", { level: 2 })).toHaveLength(1);
    expect(panel.requests.every(({ headers }) => headers.has("X-CSRF"))).toBe(true);
  });
});
