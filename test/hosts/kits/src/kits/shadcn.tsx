import "klartext/styles.css";
import "./shadcn.theme.css";
import "../blocks/shadcn.css";
import type { Theme } from "../kit.ts";

export const setTheme = (theme: Theme) => {
  document.documentElement.classList.toggle("dark", theme === "dark");
};
