import { adoptSheet } from "./adoptSheet.ts";
import { hostThemes } from "./hostThemes.ts";
import { imitateForcedColors } from "./imitateForcedColors.ts";
import { colourItems } from "./looks.ts";

const sheets = import.meta.glob<string>("./hosts/*.css", {
  query: "?inline",
  import: "default",
  eager: true,
});

/** The looks of hosts: a sheet in `hosts/` is enough to be one, or two. */
const hosts = Object.entries(sheets).flatMap(([path, css]) =>
  hostThemes(path, css).map((theme) => ({ ...theme, css })),
);

export const themeItems = [
  ...colourItems,
  ...hosts.map(({ value }) => ({
    value,
    title: `Host: ${value.replace("host-", "").replaceAll("-", ", ")}`,
  })),
];

let current: string | undefined;
let undo = () => {};

/** Brings the page into a theme, at once: no check may ever see the one before. */
export function showTheme(value: string): void {
  if (value === current) return;
  undo();
  current = value;
  undo = show(value);
}

function show(value: string): () => void {
  const { dataset } = document.documentElement;
  const host = hosts.find((one) => one.value === value);
  setOrDelete(dataset, "host", host?.host);
  setOrDelete(dataset, "theme", host ? host.theme : value);
  if (host) return adoptSheet(host.css);
  return value === "forced" ? imitateForcedColors() : () => {};
}

function setOrDelete(dataset: DOMStringMap, name: string, value: string | undefined) {
  if (value === undefined) delete dataset[name];
  else dataset[name] = value;
}
