import "klartext/styles.css";
import "@picocss/pico/css/pico.css";
import "../blocks/pico.css";
import type { Theme } from "../kit.ts";

export const setTheme = (theme: Theme) => {
  document.documentElement.dataset.theme = theme;
};
