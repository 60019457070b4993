import { openPanel } from "./panel.ts";

declare global {
  var privacyPanel: ReturnType<typeof openPanel> | undefined;
}

/** The one panel of this process; each of Next's bundles has modules of its own. */
export function openedPanel(): ReturnType<typeof openPanel> {
  const { ORIGIN = "http://127.0.0.1:3000" } = process.env;
  globalThis.privacyPanel ??= openPanel(ORIGIN);
  return globalThis.privacyPanel;
}
