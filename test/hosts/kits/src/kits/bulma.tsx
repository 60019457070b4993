import "klartext/styles.css";
import "bulma/css/bulma.css";
import "../blocks/bulma.css";
import type { Theme } from "../kit.ts";

export const setTheme = (theme: Theme) => {
  document.documentElement.dataset.theme = theme;
};
