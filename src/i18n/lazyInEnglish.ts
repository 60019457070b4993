import en from "../../locales/en/lazy.json" with { type: "json" };
import type { LazyTexts } from "./buildWords.ts";

export const texts: LazyTexts = en;
