import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import de from "../../../locales/de/interface.json" with { type: "json" };
import en from "../../../locales/en/interface.json" with { type: "json" };
import { alertText } from "../../../test/support/alerts.ts";
import type { InterfaceTexts } from "../../i18n/buildWords.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { createFakePanel } from "../../testing/index.ts";

const policy = liveConfigPolicy();
const failed = /This part of the page did not load/;

/** Stands for the files of the languages on a server that answers when it is told to. */
function heldTexts() {
  const wanted: string[] = [];
  let answers: ((found: boolean) => void)[] = [];
  const load = (language: string, texts: InterfaceTexts) => () => {
    wanted.push(language);
    return new Promise<InterfaceTexts>((resolve, reject) =>
      answers.push((found) => (found ? resolve(texts) : reject(new TypeError("Failed")))),
    );
  };
  const answer = async (found: boolean) => {
    await waitFor(() => expect(answers).not.toEqual([]));
    const waiting = answers;
    answers = [];
    await act(async () => {
      for (const one of waiting) one(found);
    });
  };
  return {
    wanted,
    come: () => answer(true),
    fail: () => answer(false),
    loadTexts: { de: load("de", de), en: load("en", en) },
  };
}

let texts: ReturnType<typeof heldTexts>;
let PrivacyCenter: typeof import("./PrivacyCenter.tsx").PrivacyCenter;

beforeEach(async () => {
  texts = heldTexts();
  vi.resetModules();
  vi.doMock("../../i18n/loadTexts.ts", async (original) => ({
    ...(await original<typeof import("../../i18n/loadTexts.ts")>()),
    loadTexts: texts.loadTexts,
  }));
  ({ PrivacyCenter } = await import("./PrivacyCenter.tsx"));
});

afterEach(() => vi.doUnmock("../../i18n/loadTexts.ts"));

const title = () => screen.getByRole("heading", { level: 1 }).textContent;
const switches = () => screen.queryAllByRole("switch").length;

/** A centre in English, which may be told to speak another language. */
function open() {
  const { fetch } = createFakePanel({ policy });
  const centre = (language: "de" | "en") => (
    <PrivacyCenter policy={policy} language={language} fetch={fetch} />
  );
  const { rerender } = render(centre("en"));
  return { speak: (language: "de" | "en") => rerender(centre(language)) };
}

describe("a centre whose words are on their way", () => {
  test("shows the policy at once, and says that it is reading", async () => {
    open();
    expect(title()).toBe("Privacy");
    expect(screen.queryAllByText(/^Loading the current state/)).not.toEqual([]);
    expect(switches()).toBe(0);

    await texts.come();

    await waitFor(() => expect(switches()).toBe(2));
    expect(screen.queryAllByText(/^Loading the current state/)).toEqual([]);
  });

  test("loads the language of the page and no other", async () => {
    const { fetch } = createFakePanel({ policy });
    render(
      <div lang="de-AT">
        <PrivacyCenter policy={policy} fetch={fetch} />
      </div>,
    );
    await texts.come();
    await waitFor(() => expect(switches()).toBe(2));

    expect(texts.wanted).toEqual(["de"]);
  });

  test("agrees with what a server rendered", async () => {
    const { fetch } = createFakePanel({ policy });
    const centre = <PrivacyCenter policy={policy} language="en" fetch={fetch} />;
    const root = document.body.appendChild(document.createElement("div"));
    root.innerHTML = renderToString(centre);
    const heading = screen.getByRole("heading", { level: 1 });

    const hydrated = await act(async () => hydrateRoot(root, centre));
    expect(screen.getByRole("heading", { level: 1 })).toBe(heading);
    await texts.come();

    await waitFor(() => expect(switches()).toBe(2));
    expect(screen.getByRole("heading", { level: 1 })).toBe(heading);
    act(() => hydrated.unmount());
    root.remove();
  });

  test("says that they cannot be loaded, and loads them when asked to", async () => {
    open();
    await texts.fail();
    await waitFor(() => expect(alertText()).toMatch(failed));
    expect(switches()).toBe(0);

    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(alertText()).toMatch(failed);
    await texts.come();

    await waitFor(() => expect(switches()).toBe(2));
    expect(alertText()).toBe("");
  });
});

describe("a centre that is to speak another language", () => {
  test("goes on in its own until the words of the other are there", async () => {
    const { speak } = open();
    await texts.come();
    await waitFor(() => expect(switches()).toBe(2));
    const [first] = screen.getAllByRole("switch");

    speak("de");
    await waitFor(() => expect(texts.wanted).toEqual(["en", "de"]));
    expect(title()).toBe("Privacy");
    await texts.come();

    await waitFor(() => expect(title()).toBe("Datenschutz"));
    expect(screen.getAllByRole("switch")[0]).toBe(first);
  });

  test("goes on in its own when the other cannot be loaded, and says so", async () => {
    const { speak } = open();
    await texts.come();
    await waitFor(() => expect(switches()).toBe(2));

    speak("de");
    await waitFor(() => expect(texts.wanted).toEqual(["en", "de"]));
    await texts.fail();

    await waitFor(() => expect(alertText()).toMatch(failed));
    expect(title()).toBe("Privacy");
    expect(switches()).toBe(2);
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await texts.come();
    await waitFor(() => expect(title()).toBe("Datenschutz"));
  });
});
