import { builtInDocument } from "./builtInDocument.ts";

/** Evaluated when the package is built, so that a page loads the text and nothing else. */
export const document = builtInDocument("de");
