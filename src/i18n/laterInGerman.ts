import de from "../../locales/de/later.json" with { type: "json" };
import type { LaterTexts } from "./buildWords.ts";

export const texts: LaterTexts = de;
