import en from "../../locales/en/interface.json" with { type: "json" };
import type { InterfaceTexts } from "./buildWords.ts";

export const texts: InterfaceTexts = en;
