import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { App } from "./App.tsx";

// The bar alone is looked at here; the centre has its own tests.
vi.mock("../../src/components/PrivacyCenter/index.ts", () => ({
  PrivacyCenter: () => null,
}));

/** A panel that knows who is signed in, and answers nothing else. */
function servePanel(person: string | null) {
  let signedIn = person;
  vi.stubGlobal("fetch", async (asked: RequestInfo | URL, options?: RequestInit) => {
    const { url } = new Request(new URL(String(asked), location.href));
    if (!url.endsWith("/demo/session")) throw new Error(`Nobody answers ${url}.`);
    if (options?.method !== "POST") return Response.json({ person: signedIn });
    signedIn = JSON.parse(String(options.body)).person;
    return Response.json({});
  });
}

const menu = () => screen.findByRole("button", { name: /^Demonstration: / });
const person = (name: string) => screen.getByRole("button", { name });

beforeEach(() => history.replaceState(null, "", "/?lang=en"));

describe("the bar of the demonstration", () => {
  test("shows who is signed in after a reload, and that person's button is pressed", async () => {
    servePanel("auditor");
    render(<App />);

    expect((await menu()).textContent).toBe("Demonstration: Auditor");
    await userEvent.click(await menu());

    expect(screen.getByRole("button", { pressed: true, name: "Auditor" })).toBeDefined();
    expect(person("Admin").getAttribute("aria-pressed")).toBe("false");
  });

  test("leaves signing in to the page while nobody is signed in", async () => {
    servePanel(null);
    render(<App />);

    const people = await screen.findByRole("group", { name: "Sign in as" });

    expect(within(people).getAllByRole("button")).toHaveLength(3);
    expect(screen.queryByRole("button", { name: /^Demonstration/ })).toBeNull();
  });

  test("says that somebody has signed in, and takes the focus that had been in the page", async () => {
    servePanel(null);
    render(<App />);
    await userEvent.click(await screen.findByRole("button", { name: "Admin 2" }));

    expect(await screen.findByText("Now signed in: Admin 2.")).toBeDefined();
    expect((await menu()).textContent).toBe("Demonstration: Admin 2");
    expect(document.activeElement).toBe(await menu());
  });

  test("closes its menu after a sign-in, and the focus goes back to the button", async () => {
    servePanel("admin");
    render(<App />);
    await userEvent.click(await menu());

    await userEvent.click(person("Auditor"));

    await vi.waitFor(async () =>
      expect((await menu()).textContent).toBe("Demonstration: Auditor"),
    );
    expect((await menu()).getAttribute("aria-expanded")).toBe("false");
    expect(document.activeElement).toBe(await menu());
  });

  test("closes its menu at Escape, and the focus goes back to the button", async () => {
    servePanel("admin");
    render(<App />);
    await userEvent.click(await menu());
    await userEvent.tab();

    await userEvent.keyboard("{Escape}");

    expect(screen.queryByRole("button", { name: "Demonstrate a crash" })).toBeNull();
    expect(document.activeElement).toBe(await menu());
  });

  test("closes its menu when the focus goes elsewhere, and leaves it there", async () => {
    servePanel("admin");
    render(<App />);
    await userEvent.click(await menu());
    person("Demonstrate a crash").focus();

    await userEvent.tab();

    expect(screen.queryByRole("button", { name: "Demonstrate a crash" })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: /Deutsch/ }));
  });
});
