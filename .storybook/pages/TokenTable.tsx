import sheet from "../../src/styles/tokens.css?raw";
import { readTokens } from "./readTokens.ts";

/** Every token of the shipped sheet, read from it; colours as they are in both themes. */
export function TokenTable() {
  return (
    <table>
      <thead>
        <tr>
          <th>Token</th>
          <th>Value</th>
          <th>Light</th>
          <th>Dark</th>
          <th>For</th>
        </tr>
      </thead>
      <tbody>
        {readTokens(sheet).map(({ name, value, comment }) => (
          <tr key={name}>
            <td>
              <code>{name}</code>
            </td>
            <td>
              <code>{value}</code>
            </td>
            {(["light", "dark"] as const).map((theme) => (
              <td key={theme}>
                {name.includes("color") && <Swatch {...{ value, theme }} />}
              </td>
            ))}
            <td>{comment}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Swatch({ value, theme }: { value: string; theme: "light" | "dark" }) {
  return (
    <span
      style={{
        display: "block",
        inlineSize: "4rem",
        blockSize: "1.5rem",
        border: "1px solid #808080",
        colorScheme: theme,
        background: value,
      }}
    />
  );
}
