import { isValue } from "./elementsManifest.ts";
import type { Api, Given, Told } from "./readComponentProps.ts";
import type { HostToken } from "./readHostTokens.ts";

/** `docs/props.md`, whole. */
export function propsPage(
  components: readonly Api[],
  elements: readonly Api[],
  events: readonly Told[],
  tokens: readonly HostToken[],
): string {
  return `# Props, attributes and properties

What a host may give, read from the types and their docstrings; a test keeps this page equal to
them. What may be left out may be given as \`undefined\` too.

${components.map(component).join("\n")}
${elements.map(element).join("\n")}
## Events of the elements

They bubble, through shadows too.

${table(
  ["event", "type", "what it tells"],
  events.map(({ name, type, text }) => [code(name), code(type), text]),
)}
## CSS custom properties

Set on \`.kt-root\`, on an element, or on what encloses them; [theming](theming.md) says what a host
has for each. The elements draw into the page and have no shadow root of their own: there is no
\`::part()\` and no slot.

${table(
  ["property", "default", "what it is"],
  tokens.map(({ name, value, text }) => [code(name), code(value), text]),
)}`;
}

function component({ name, text, given }: Api): string {
  const rows = given.map((one) => [
    code(one.name),
    typesOf(one),
    one.isRequired ? "required" : defaultOf(one),
    one.text,
  ]);
  return `## \`<${name}>\`\n\n${text}\n\n${table(["prop", "type", "default", "what it is"], rows)}`;
}

function element({ name, text, given }: Api): string {
  const rows = given.map((one) => [
    one.attribute ? code(one.attribute) : "",
    code(one.name),
    typesOf(one),
    defaultOf(one),
    one.text,
  ]);
  const head = ["attribute", "property", "type", "default", "what it is"];
  return `## \`<${name}>\`\n\n${text}\n\n${table(head, rows)}`;
}

function typesOf({ types }: Given): string {
  const [last = "", ...others] = types.map(code).toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(", ")} or ${last}`;
}

/** Values as code, and words as they are. */
function defaultOf({ default: value = "" }: Given): string {
  return isValue(value) ? code(value) : value;
}

function code(text: string): string {
  return `\`${text.replace(/\s+/g, " ")}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
  return [head, head.map(() => "---"), ...rows].map(line).join("");
}
