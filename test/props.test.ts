import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { propsPage } from "./support/propsPage.ts";
import {
  readComponents,
  readElements,
  readEvents,
} from "./support/readComponentProps.ts";
import { readHostTokens } from "./support/readHostTokens.ts";

const components = readComponents();
const elements = readElements();

test("there are the components and elements that a host uses", () => {
  expect(components.map(({ name }) => name)).toEqual([
    "PrivacyCenter",
    "PrivacyPolicy",
    "StaticPolicy",
  ]);
  expect(elements.map(({ name }) => name)).toEqual([
    "klartext-policy",
    "klartext-privacy",
  ]);
  expect(readEvents().map(({ name }) => name)).toEqual([
    "klartext-decision",
    "klartext-error",
  ]);
});

test("every event says what it tells", () => {
  expect(readEvents().filter(({ text }) => text === "")).toEqual([]);
});

describe.each([...components, ...elements])("$name", ({ text, given }) => {
  test("says what it is, and of all that it is given what it is and what else holds", () => {
    const isHandler = /^on[A-Z]/;
    const silent = given.filter(
      (one) =>
        one.text === "" ||
        one.types.length === 0 ||
        (!one.isRequired && !isHandler.test(one.name) && !one.default),
    );

    expect(text).not.toBe("");
    expect(given.length).toBeGreaterThan(1);
    expect(silent).toEqual([]);
  });
});

describe("docs/props.md", () => {
  test("is the table of types and docstrings (write it anew with vitest --update)", async () => {
    const page = propsPage(components, elements, readEvents(), readHostTokens());

    await expect(page).toMatchFileSnapshot(join(import.meta.dirname, "../docs/props.md"));
  });
});
