import { fireEvent, render, screen } from "@testing-library/react";
import { createPortal } from "react-dom";
import { beforeEach, expect, test, vi } from "vitest";
import { DisclosureLink } from "./DisclosureLink.tsx";

const scrollIntoView = vi.fn();
beforeEach(() => {
  scrollIntoView.mockClear();
  Element.prototype.scrollIntoView = scrollIntoView;
});

const page = (to: string) => (
  <>
    <DisclosureLink to={to}>The policy</DisclosureLink>
    <details id="policy">
      <summary>Privacy policy</summary>
      <h3 id="policy.contract" tabIndex={-1}>
        Contract
      </h3>
    </details>
    <p id="open">In the open</p>
  </>
);

test("a link to what is folded unfolds it and takes the focus to its summary", () => {
  render(page("policy"));

  const wasPassed = fireEvent.click(screen.getByRole("link", { name: "The policy" }));

  expect(wasPassed).toBe(false);
  expect(screen.getByRole("group").hasAttribute("open")).toBe(true);
  expect(document.activeElement).toBe(screen.getByText("Privacy policy"));
  expect(scrollIntoView).toHaveBeenCalledOnce();
});

test("a link into what is folded unfolds it and takes the focus to the place itself", () => {
  render(page("policy.contract"));

  fireEvent.click(screen.getByRole("link", { name: "The policy" }));

  expect(screen.getByRole("group").hasAttribute("open")).toBe(true);
  expect(document.activeElement?.id).toBe("policy.contract");
});

test("a link to what is not folded is left to the browser", () => {
  render(page("open"));

  expect(fireEvent.click(screen.getByRole("link", { name: "The policy" }))).toBe(true);
  expect(scrollIntoView).not.toHaveBeenCalled();
});

test("in a shadow root a link finds what is folded there", () => {
  const host = document.body.appendChild(document.createElement("div"));
  const shadow = host.attachShadow({ mode: "open" });
  render(createPortal(page("policy"), shadow));

  const link = shadow.querySelector("a");
  if (link) fireEvent.click(link);

  expect(shadow.querySelector("details")?.open).toBe(true);
  expect(shadow.activeElement?.localName).toBe("summary");
  host.remove();
});
