/** A look that a host's sheet has, and the attributes of the root element that bring it. */
export interface HostTheme {
  /** Such as `host-panel-dark`. */
  readonly value: string;
  /** For `data-host`. */
  readonly host: string;
  /** For `data-theme`, where the sheet knows a dark one. */
  readonly theme: "light" | "dark" | undefined;
}

/** The looks of a sheet by its path: one, or light and dark where it tells them apart. */
export function hostThemes(path: string, css: string): readonly HostTheme[] {
  const host = path.replace(/^.*[\\/]|\.css$/g, "");
  if (!css.includes('data-theme="dark"') && !css.includes("data-theme=dark")) {
    return [{ value: `host-${host}`, host, theme: undefined }];
  }
  return [
    { value: `host-${host}`, host, theme: "light" },
    { value: `host-${host}-dark`, host, theme: "dark" },
  ];
}
