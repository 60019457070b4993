import { createLazy } from "../../client/createLazy.ts";

/** What is loaded when the export is first opened. */
export const lazyExportTool = createLazy(() =>
  import("./ExportTool.tsx").then((module) => module.ExportTool),
);
