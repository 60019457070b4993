import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { KlartextPolicyElement, KlartextPrivacyElement } from "../src/elements/index.ts";
import { tableOf } from "./support/markdown.ts";

const page = readFileSync(join(import.meta.dirname, "../docs/elements.md"), "utf8");

test.each([
  ["klartext-policy", KlartextPolicyElement],
  ["klartext-privacy", KlartextPrivacyElement],
])("docs/elements.md names the attributes and properties of <%s>", (name, element) => {
  const section =
    page.split(/^## /m).find((text) => text.startsWith(`\`<${name}>`)) ?? "";
  const rows = tableOf(section, "attribute").map((row) =>
    row.map((cell) => cell.replaceAll("`", "")),
  );
  const settable = [element.prototype, Object.getPrototypeOf(element.prototype)].flatMap(
    (prototype) =>
      Object.entries(Object.getOwnPropertyDescriptors(prototype))
        .filter(([, { set }]) => set !== undefined)
        .map(([property]) => property),
  );

  expect(rows.flatMap(([attribute]) => attribute || []).toSorted()).toEqual(
    element.observedAttributes.toSorted(),
  );
  expect(rows.map(([, property]) => property).toSorted()).toEqual(settable.toSorted());
});
