import "klartext/styles.css";
import "bootstrap/dist/css/bootstrap.css";
import "../blocks/bootstrap-5.css";
import type { Theme } from "../kit.ts";

export const setTheme = (theme: Theme) => {
  document.documentElement.dataset.bsTheme = theme;
};
