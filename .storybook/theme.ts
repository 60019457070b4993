import { adoptSheet } from "./adoptSheet.ts";
import { imitateForcedColors } from "./imitateForcedColors.ts";

const hostSheets = import.meta.glob<string>("./hosts/*.css", {
  query: "?inline",
  import: "default",
  eager: true,
});

/** The looks of hosts: a sheet in `hosts/` is enough to be one. */
const hosts: ReadonlyMap<string, string> = new Map(
  Object.entries(hostSheets).map(([path, css]) => [
    `host-${path.replace(/^.*\/|\.css$/g, "")}`,
    css,
  ]),
);

export const themeItems = [
  { value: "light", title: "Light" },
  { value: "dark", title: "Dark" },
  { value: "forced", title: "Forced colours (imitated)" },
  ...[...hosts.keys()].map((value) => ({
    value,
    title: `Host: ${value.replace("host-", "").replaceAll("-", " ")}`,
  })),
];

let current: string | undefined;
let undo = () => {};

/** Brings the page into a theme, at once: no check may ever see the one before. */
export function showTheme(theme: string): void {
  if (theme === current) return;
  undo();
  current = theme;
  const { dataset } = document.documentElement;
  dataset.theme = theme;
  if (theme === "forced") {
    undo = imitateForcedColors();
    return;
  }
  const css = hosts.get(theme);
  undo = css === undefined ? () => {} : adoptSheet(css);
}
