import { join } from "node:path";
import Ajv from "ajv";
import schema from "custom-elements-manifest/schema.json" with { type: "json" };
import { expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { elementsManifest } from "./support/elementsManifest.ts";
import { readElements, readEvents } from "./support/readComponentProps.ts";
import { readHostTokens } from "./support/readHostTokens.ts";
import { formatJson } from "./support/runSnippets.ts";

const file = join(import.meta.dirname, "../custom-elements.json");
const made = elementsManifest(readElements(), readEvents(), readHostTokens());

test("custom-elements.json is made of the types and the sheet (write it anew with vitest --update)", async () => {
  await expect(await formatJson(made, "custom-elements.json")).toMatchFileSnapshot(file);
});

test("keeps to the schema of custom elements manifests", () => {
  const isManifest = new Ajv({ strict: false, validateFormats: false }).compile(schema);

  expect(isManifest(made)).toBe(true);
  expect(isManifest({ ...made, modules: [{ kind: "module" }] })).toBe(false);
});

test("names what the elements module exports, with attributes, events and tokens", () => {
  const [module] = made.modules;
  const [policy, privacy] = made.modules.flatMap(({ declarations = [] }) => declarations);

  expect(manifest.customElements).toBe("custom-elements.json");
  expect(manifest.exports["./elements"].default).toBe(`./${module?.path}`);
  expect(policy).toMatchObject({
    name: "KlartextPolicyElement",
    attributes: [{ name: "heading-level", fieldName: "headingLevel" }],
  });
  expect(policy).not.toHaveProperty("events");
  expect(privacy).toMatchObject({
    name: "KlartextPrivacyElement",
    attributes: [{ name: "base-url" }, { name: "viewer-id" }, { name: "heading-level" }],
    events: [{ name: "klartext-decision" }, { name: "klartext-error" }],
  });
  expect(privacy).toHaveProperty("cssProperties.0.name", "--kt-font");
});
