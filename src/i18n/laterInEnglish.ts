import en from "../../locales/en/later.json" with { type: "json" };
import type { LaterTexts } from "./buildWords.ts";

export const texts: LaterTexts = en;
