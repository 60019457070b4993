import "klartext/styles.css";
import "../blocks/tailwind-3.built.css";
import "../blocks/tailwind-3.css";
import type { Theme } from "../kit.ts";

export const setTheme = (theme: Theme) => {
  document.documentElement.classList.toggle("dark", theme === "dark");
  document.body.className =
    "bg-white text-slate-900 dark:bg-slate-900 dark:text-slate-100";
};
