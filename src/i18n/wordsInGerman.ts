import de from "../../locales/de/interface.json" with { type: "json" };
import type { InterfaceTexts } from "./buildWords.ts";

export const texts: InterfaceTexts = de;
