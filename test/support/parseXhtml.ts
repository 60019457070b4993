import { expect } from "vitest";

/** Parses as XML, so that anything not well-formed is an error. */
export function parseXhtml(html: string): Document {
  const found = new DOMParser().parseFromString(html, "application/xhtml+xml");
  expect(found.querySelector("parsererror")).toBeNull();
  return found;
}

export function idsOf(html: string): readonly string[] {
  return [...parseXhtml(html).querySelectorAll("[id]")].map(({ id }) => id);
}
