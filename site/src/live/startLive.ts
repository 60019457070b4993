/**
 * Loads the live page once the page around it is there to be read: first its panel, then what
 * is seen, with a pause between in which the page around it can be used.
 */
async function start(): Promise<void> {
  const { openLivePanel } = await import("./openLivePanel.ts");
  const panel = openLivePanel();
  await new Promise((resolve) => setTimeout(resolve));
  const { mountLive } = await import("./mountLive.tsx");
  mountLive(panel);
}

if (document.readyState === "complete") void start();
else addEventListener("load", () => void start(), { once: true });
