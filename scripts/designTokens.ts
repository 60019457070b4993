import type { Token } from "../.storybook/pages/readTokens.ts";

type Json =
  | { readonly [name: string]: Json }
  | string
  | number
  | readonly (string | number)[];

/**
 * The tokens of the sheet in the format of the Design Tokens Community Group (Format and
 * Color Module 2025.10): colours as objects in sRGB, light and dark as a group each; `em` and
 * `ch`, which its dimensions do not have, as plain numbers with their unit in `$description`.
 * `$extensions` keeps the name in CSS and the value as the sheet has it.
 *
 * @throws {RangeError} for a value that has no such form.
 */
export function designTokens(tokens: readonly Token[]): Json {
  const plain = tokens.filter(({ name }) => !name.startsWith("--kt-color-"));
  const colours = tokens.filter(({ name }) => name.startsWith("--kt-color-"));
  const themed = (theme: "light" | "dark") =>
    Object.fromEntries(
      colours.map((token) => [
        token.name.replace("--kt-color-", ""),
        described(token, { $value: colourOf(token.value, theme) }),
      ]),
    );
  return {
    ...Object.fromEntries(
      plain.map((token) => [token.name.replace("--kt-", ""), plainToken(token)]),
    ),
    color: {
      $type: "color",
      light: themed("light"),
      dark: themed("dark"),
    },
  };
}

function plainToken(token: Token): Json {
  const { name, value } = token;
  if (name.startsWith("--kt-font")) {
    const families = value.split(",").map((family) => family.trim().replaceAll('"', ""));
    return described(token, { $type: "fontFamily", $value: families });
  }
  const [, amount, unit = ""] = /^(?:max\()?([\d.]+)(rem|px|em|ch)\b/.exec(value) ?? [];
  if (amount === undefined) throw new RangeError(`"${value}" is no size.`);
  const number = Number(amount);
  return unit === "rem" || unit === "px"
    ? described(token, { $type: "dimension", $value: { value: number, unit } })
    : described(token, { $type: "number", $value: number }, `in ${unit}`);
}

function colourOf(value: string, theme: "light" | "dark"): Json {
  const [, light = "", dark = ""] =
    /light-dark\(\s*(#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\s*\)/.exec(value) ?? [];
  const hex = theme === "light" ? light : dark;
  if (hex === "") {
    const [, other] = /^var\(--_kt-color-([\w-]+)\)$/.exec(value) ?? [];
    if (other === undefined) throw new RangeError(`"${value}" is no colour.`);
    return `{color.${theme}.${other}}`;
  }
  const components = [1, 3, 5].map((at) =>
    Number((Number.parseInt(hex.slice(at, at + 2), 16) / 255).toFixed(4)),
  );
  return { colorSpace: "srgb", components, hex };
}

function described(
  { name, value, comment }: Token,
  token: Readonly<Record<string, Json>>,
  unit?: string,
): Json {
  const description = [comment, unit].filter((part) => part !== undefined).join("; ");
  return {
    ...token,
    ...(description !== "" && { $description: description }),
    $extensions: { "klartext.css": { name, value } },
  };
}
