/** How long a browser is given that does not say when it is idle (Safari), in milliseconds. */
const aMoment = 500;

/** Runs something once the page has nothing more urgent to do. Returns what calls it off. */
export function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback !== "function") {
    const timer = setTimeout(run, aMoment);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(run);
  return () => cancelIdleCallback(handle);
}
