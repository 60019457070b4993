/** Loads the live page once the page around it is there to be read. */
function start(): void {
  void import("./mountLive.tsx");
}

if (document.readyState === "complete") start();
else addEventListener("load", start, { once: true });
