import { expect, test } from "vitest";
import {
  liveConfigPolicy as diagnosed,
  type LiveConfigOptions,
} from "./liveConfigPolicy.ts";
import { liveConfigPolicy as undiagnosed } from "./undiagnosed.ts";

test("the built-in policy is the same in a page and in Node", () => {
  const options: LiveConfigOptions = {
    product: "Other",
    texts: { de: { title: "Daten" } },
    general: [{ extra: { de: "Mehr.", en: "More." } }],
  };

  expect(undiagnosed()).toEqual(diagnosed());
  expect(undiagnosed(options)).toEqual(diagnosed(options));
});

test("a text that a host has left empty is found in Node, and not in a page", () => {
  const options: LiveConfigOptions = { texts: { en: { general: { pinning: " " } } } };

  expect(() => diagnosed(options)).toThrow("text-missing: en.general.pinning");
  expect(undiagnosed(options).texts.en.general.pinning).toBe(" ");
});
