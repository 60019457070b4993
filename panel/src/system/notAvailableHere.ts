/**
 * Thrown where this machine cannot be read: it is no Linux, or it has none of the files
 * that the panel knows. An empty answer would be a false one ("no services"), so there is
 * none. The message says what is missing, why it matters, and what to do.
 */
export { NotAvailableHere } from "../../../src/panel/index.ts";
