import "../blocks/tailwind-4.css";
import type { Theme } from "../kit.ts";

export const setTheme = (theme: Theme) => {
  document.documentElement.classList.toggle("dark", theme === "dark");
  document.body.className =
    "bg-white text-slate-900 dark:bg-slate-900 dark:text-slate-100";
};
