import de from "../../locales/de/lazy.json" with { type: "json" };
import type { LazyTexts } from "./buildWords.ts";

export const texts: LazyTexts = de;
