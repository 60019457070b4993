import { composeStories, setProjectAnnotations } from "@storybook/react-vite";
import { act, cleanup, fireEvent, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ComponentType } from "react";
import { configure } from "storybook/test";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { StoryFrame } from "../../.storybook/StoryFrame.tsx";
import { shareName, shareOf } from "../../test/support/shareOf.ts";
import { translate } from "../../test/support/translator.ts";

interface Shown {
  readonly run: (context: {
    readonly canvasElement: HTMLElement;
    readonly userEvent: ReturnType<typeof userEvent.setup>;
  }) => Promise<void>;
}

const modules = import.meta.glob<Parameters<typeof composeStories>[0]>(
  "./**/*.stories.tsx",
  { eager: true },
);

// As in Storybook: a machine with much to do is slow, and no reason to fail.
configure({ asyncUtilTimeout: 10_000 });

setProjectAnnotations({
  decorators: [
    (Story: ComponentType, { parameters }: { parameters: { isWhole?: boolean } }) => (
      <StoryFrame language="en" isWhole={parameters.isWhole === true}>
        <Story />
      </StoryFrame>
    ),
  ],
});

const stories = Object.entries(modules).flatMap(([path, module]) =>
  Object.entries(composeStories(module)).map(
    ([name, story]) =>
      [`${path.replace(/^.*\//, "")} ${name}`, story as unknown as Shown] as const,
  ),
);

let page: HTMLElement;
beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
  page = document.createElement("div");
  document.body.append(page);
});
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  document.documentElement.removeAttribute("class");
  document.documentElement.removeAttribute("lang");
});

test.each(shareOf(stories, 60))(
  `%s stays alive and true while it is translated (${shareName})`,
  { timeout: 30_000 },
  async (_name, story) => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    await run(story);
    expect(textsBesideOthers(page)).toEqual([]);
    const before = page.querySelectorAll("*").length;

    translate(page);
    await act(() => touchEverything());
    await waitFor(() => expect(staleTexts(page)).toEqual([]), { timeout: 4_000 });

    expect(page.querySelectorAll("*").length).toBeGreaterThan(before / 2);
    for (const [message] of logged.mock.calls) expect(message).toMatch(/^Klartext: /);
  },
);

/** Shows a story, and does what a person does in it. */
function run({ run }: Shown): Promise<void> {
  return run({ canvasElement: page, userEvent: userEvent.setup() });
}

/** Presses what there is, but for what leaves the page, and what marks each of many values. */
async function touchEverything(): Promise<void> {
  const all = [...page.querySelectorAll("button, input, details:not([open]) > summary")];
  const staying = all.filter(
    ({ textContent }) => !/Save|Print|table|bytes|value/.test(textContent),
  );
  for (const element of staying.slice(0, 20)) fireEvent.click(element);
  await new Promise((resolve) => setTimeout(resolve));
}

/** Texts that are neither what React says by now nor the translation of that. */
function staleTexts(root: Element): readonly string[] {
  const stale = [...root.querySelectorAll("*")].flatMap((element) => {
    const { children } = propsOf(element) ?? {};
    if (typeof children !== "string" && typeof children !== "number") return [];
    const said = element.textContent;
    return said === `${children}` || said === `«${children}»` ? [] : [`${said}`];
  });
  const left = [...root.querySelectorAll(":not(font) > font")].filter(
    ({ parentElement }) =>
      parentElement && typeof propsOf(parentElement)?.children === "object",
  );
  return [...stale, ...left.map(({ textContent }) => `left: ${textContent}`)];
}

/** What React gave an element last. */
function propsOf(element: Element): { readonly children?: unknown } | undefined {
  const key = Object.keys(element).find((name) => name.startsWith("__reactProps"));
  return key ? Reflect.get(element, key) : undefined;
}

/**
 * What a machine translation would tear from the page: React keeps a text beside others, or
 * one that may come and go by itself, as a node of its own, and meets another in its place.
 */
function textsBesideOthers(root: Element): readonly string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const parent = text.parentElement;
    if (!parent || parent.closest("[translate=no]")) continue;
    const isReacts = Object.keys(text).some((key) => key.startsWith("__reactFiber"));
    if (parent.childNodes.length > 1 || isReacts) {
      found.push(`<${parent.localName} class="${parent.className}">: ${text.nodeValue}`);
    }
  }
  return [...new Set(found)];
}
