import "../blocks/layer.css";
import "./tailwind-4-layer.css";
import type { Kit } from "../kit.ts";

export const setTheme: Kit["setTheme"] = undefined;
