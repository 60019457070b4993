import { createLazy } from "../../client/createLazy.ts";

/** What is loaded when somebody first asks for the values as a table. */
export const lazyValueTable = createLazy(() =>
  import("./ValueTable.tsx").then((module) => module.ValueTable),
);
