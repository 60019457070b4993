import "klartext/styles.css";
import "bootstrap-3/dist/css/bootstrap.css";
import "../blocks/bootstrap-3.css";
import type { Kit } from "../kit.ts";

export const setTheme: Kit["setTheme"] = undefined;
