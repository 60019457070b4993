import { render, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { settledCard } from "../../../test/elements.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { createFakePanel } from "../../testing/index.ts";
import { PrivacyCenter } from "./PrivacyCenter.tsx";

const policy = liveConfigPolicy();

// jsdom does not scroll.
beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
});
afterEach(() => document.body.replaceChildren());

/** A centre in the shadow of an element that says its language. */
function showInShadow(lang: string): HTMLElement {
  const host = document.createElement("div");
  host.lang = lang;
  document.body.append(host);
  const container = document.createElement("div");
  host.attachShadow({ mode: "open" }).append(container);
  render(<PrivacyCenter policy={policy} fetch={createFakePanel({ policy }).fetch} />, {
    container,
  });
  return container;
}

test("speaks the language around the shadow that it stands in", async () => {
  const container = showInShadow("de");

  const title = await within(container).findByRole("heading", { level: 1 });
  expect(title.textContent).toBe("Datenschutz");
});

test("leads from a value to its sentence within a shadow", async () => {
  const container = showInShadow("en");
  const card = await settledCard(undefined, container);

  const { getByRole, getAllByRole } = within(card.region());
  const [show] = getAllByRole("button", { name: "Show in the bytes: Services" });
  if (show) await userEvent.click(show);
  await userEvent.click(
    getByRole("button", { name: "Go to the sentence in the policy" }),
  );

  const root = container.getRootNode() as ShadowRoot;
  expect(root.activeElement?.parentElement?.textContent).toMatch(/services/);
  expect(root.activeElement?.closest("[data-kt=sentences]")).not.toBeNull();
});
