import {
  act,
  cleanup,
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import { translate } from "../../../test/support/translator.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import type { Language } from "../../policy/index.ts";
import { createFakePanel } from "../../testing/index.ts";
import { PrivacyCenter } from "./PrivacyCenter.tsx";

const policy = policyInForce("2025-07-24");

afterEach(() => {
  vi.useRealTimers();
  cleanup();
  localStorage.clear();
  document.documentElement.removeAttribute("lang");
  document.documentElement.removeAttribute("class");
});

/** The language that a centre says it speaks, and the title in which it does. */
function spoken(): readonly (string | null | undefined)[] {
  const title = screen.getByRole("heading", { level: 1 });
  return [title.closest("[data-kt=center]")?.getAttribute("lang"), title.textContent];
}

const german = ["de", "Datenschutz"];

const english = ["en", "Privacy"];

describe("the language of a centre", () => {
  const { fetch } = createFakePanel({ policy });

  test.each<[string, readonly string[]]>([
    ["de", german],
    ["de-AT", german],
    ["DE-ch-1996", german],
    ["en-GB", english],
  ])("is that of the closest lang, here %s", async (lang, expected) => {
    document.documentElement.lang = lang === "de" ? "en" : "de";
    render(
      <div lang={lang}>
        <PrivacyCenter policy={policy} fetch={fetch} />
      </div>,
    );

    expect(spoken()).toEqual(expected);
  });

  test.each<[string, Language, readonly string[]]>([
    ["fr", "de", german],
    ["", "de", german],
    ["deu", "en", english],
  ])("of a page in %j is the fallback, here %s", (lang, fallbackLanguage, expected) => {
    document.documentElement.lang = lang;
    render(
      <PrivacyCenter policy={policy} fetch={fetch} fallbackLanguage={fallbackLanguage} />,
    );

    expect(spoken()).toEqual(expected);
  });

  test("is English where nothing is said", () => {
    render(<PrivacyCenter policy={policy} fetch={fetch} />);

    expect(spoken()).toEqual(english);
  });

  test("is the one given, whatever the page speaks", () => {
    document.documentElement.lang = "en";
    render(<PrivacyCenter policy={policy} fetch={fetch} language="de" />);

    expect(spoken()).toEqual(german);
  });

  test("follows the page", async () => {
    document.documentElement.lang = "en";
    render(<PrivacyCenter policy={policy} fetch={fetch} />);

    await act(async () => {
      document.documentElement.lang = "de-AT";
    });

    expect(spoken()).toEqual(german);
  });

  test("is not that of a machine translation, and the host's again after it", async () => {
    document.documentElement.lang = "en";
    const { container } = render(<PrivacyCenter policy={policy} fetch={fetch} />);
    await screen.findAllByRole("switch");

    await act(async () => translate(container));
    expect(container.querySelector("[data-kt=center]")?.getAttribute("lang")).toBe("en");

    cleanup();
    document.documentElement.className = "";
    render(<PrivacyCenter policy={policy} fetch={fetch} />);
    await act(async () => {
      document.documentElement.lang = "de-AT";
    });
    expect(spoken()).toEqual(german);
  });

  test.each<[Language, Language]>([
    ["de", "en"],
    ["en", "de"],
  ])("switched from %s to %s leaves no string of the first", async (from, to) => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-01-15T09:30:00Z") });
    const said = ({ container }: { readonly container: HTMLElement }) =>
      allStrings(container);
    const other = render(<PrivacyCenter policy={policy} fetch={fetch} language={to} />);
    await waitForBytes(other.container);
    const expected = said(other);
    other.unmount();

    const one = render(<PrivacyCenter policy={policy} fetch={fetch} language={from} />);
    await waitForBytes(one.container);
    expect(said(one)).not.toEqual(expected);
    one.rerender(<PrivacyCenter policy={policy} fetch={fetch} language={to} />);

    await waitFor(() => expect(said(one)).toEqual(expected));
  });
});

describe("a centre that a server has rendered", () => {
  test.each<[string, { readonly language?: Language }]>([
    ["in a given language", { language: "de" }],
    ["in the fallback, which the page's own replaces", {}],
  ])("comes alive without a warning, %s", async (_name, props) => {
    document.documentElement.lang = "de";
    const centre = (
      <PrivacyCenter
        policy={policy}
        fetch={createFakePanel({ policy }).fetch}
        {...props}
      />
    );
    const container = document.createElement("div");
    container.innerHTML = renderToString(centre);
    document.body.append(container);

    const { unmount } = render(centre, { container, hydrate: true });

    const switches = await within(container).findAllByRole("switch");
    expect(switches).toHaveLength(2);
    expect(spoken()).toEqual(german);
    unmount();
    container.remove();
  });
});

/** Everything that is said, seen or not: texts, and attributes made of words. */
function allStrings(root: HTMLElement): readonly string[] {
  const named = [...root.querySelectorAll("[lang],[aria-label],[title],[placeholder]")];
  return [
    ...[...root.querySelectorAll("*")]
      .flatMap((element) => [...element.childNodes])
      .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      .map(({ textContent }) => textContent ?? ""),
    ...named.flatMap((element) =>
      ["lang", "aria-label", "title", "placeholder"].map(
        (name) => element.getAttribute(name) ?? "",
      ),
    ),
  ];
}

/** Opens the bytes of both purposes, and waits until the texts have been compared. */
async function waitForBytes(root: HTMLElement): Promise<void> {
  const name = /^Show exactly|Bytes ansehen$/;
  const buttons = await waitFor(() => {
    const found = within(root).getAllByRole("button", { name });
    expect(found).toHaveLength(2);
    return found;
  });
  for (const button of buttons) fireEvent.click(button);
  await waitFor(() => {
    expect(within(root).getAllByText(/^[A-Za-z0-9+/]{43}=$/)).toHaveLength(2);
    expect(within(root).queryByText(/^(Comparing the text|Der Text der)/)).toBeNull();
  });
}
