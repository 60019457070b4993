/** Next calls this once when its server starts; what was agreed to is sent from then on. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { openedPanel } = await import("./privacy/openedPanel.ts");
  const { close } = await openedPanel();
  process.once("SIGTERM", close);
}
