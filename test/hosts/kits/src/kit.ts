import type { ComponentType } from "react";

export type Theme = "light" | "dark";

/** A page that is built with a kit. */
export interface Kit {
  /** What the kit's own switch does, where the page has it. */
  readonly setTheme?: (theme: Theme) => void;
  /** What the kit wants around a page. */
  readonly Host?: ComponentType<{ readonly theme: Theme }>;
}
