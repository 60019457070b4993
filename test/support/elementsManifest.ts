import type {
  CustomElementDeclaration,
  JavaScriptModule,
  Package,
} from "custom-elements-manifest/schema.d.ts";
import type { Api, Given, Told } from "./readComponentProps.ts";
import type { HostToken } from "./readHostTokens.ts";

/** Where the package has the elements. */
const path = "dist/elements/index.js";

/**
 * `custom-elements.json`: the elements for editors and documentation tools, as a custom
 * elements manifest 2.1 (github.com/webcomponents/custom-elements-manifest).
 */
export function elementsManifest(
  elements: readonly Api[],
  events: readonly Told[],
  tokens: readonly HostToken[],
): Package {
  const module: JavaScriptModule = {
    kind: "javascript-module",
    path,
    declarations: elements.map((one) => declaration(one, events, tokens)),
    exports: elements.flatMap(({ name }) => {
      const reference = { name: classOf(name), module: path };
      return [
        { kind: "js", name: reference.name, declaration: reference } as const,
        { kind: "custom-element-definition", name, declaration: reference } as const,
      ];
    }),
  };
  return { schemaVersion: "2.1.0", readme: "docs/elements.md", modules: [module] };
}

function declaration(
  { name, text, given }: Api,
  events: readonly Told[],
  tokens: readonly HostToken[],
): CustomElementDeclaration {
  const dispatched = events.filter((event) => text.includes(`\`${event.name}\``));
  return {
    kind: "class",
    name: classOf(name),
    customElement: true,
    tagName: name,
    description: text,
    superclass: { name: "HTMLElement" },
    attributes: given.flatMap((one) =>
      one.attribute === undefined
        ? []
        : [{ name: one.attribute, fieldName: one.name, ...described(one) }],
    ),
    members: given.map((one) => ({
      kind: "field" as const,
      name: one.name,
      ...described(one),
      ...(one.attribute === undefined
        ? {}
        : { attribute: one.attribute, reflects: true }),
    })),
    ...(dispatched.length > 0 && {
      events: dispatched.map((event) => ({
        name: event.name,
        type: { text: event.type },
        description: event.text,
      })),
    }),
    cssProperties: tokens.map((token) => ({
      name: token.name,
      default: token.value,
      description: token.text,
    })),
  };
}

function described({ types, default: value, text }: Given) {
  return {
    type: { text: types.join(" | ") },
    ...(value !== undefined && isValue(value) && { default: value }),
    description: text,
  };
}

/** Whether a default is a value, and not words for one. */
export function isValue(text: string): boolean {
  return /^("|\d|true$|false$)/.test(text);
}

/** `klartext-policy` is a `KlartextPolicyElement`. */
function classOf(tag: string): string {
  const words = tag
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join("")}Element`;
}
