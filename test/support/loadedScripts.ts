import type { OpenedPage, PageOptions } from "./page.ts";

/**
 * The script files that a page loads in a browser until it is still, by their path, as text.
 * Data that a server writes into the page is no script file.
 */
export async function loadedScripts(
  address: string,
  path: string,
  open: (options: PageOptions) => Promise<OpenedPage>,
): Promise<ReadonlyMap<string, string>> {
  const { page } = await open({ baseURL: address });
  const reading: Promise<readonly [path: string, text: string]>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    const { pathname } = new URL(response.url());
    reading.push(response.text().then((text) => [pathname, text] as const));
  });
  await page.goto(path, { waitUntil: "networkidle" });
  return new Map(await Promise.all(reading));
}

/** Whether a script is of the library, or has words of it: its name, a class, a sentence. */
export function isOfLibrary(script: string): boolean {
  return /klartext|\bkt-\w|LiveConfig|policy-crash-reports/i.test(script);
}

/** How many bytes some scripts are. */
export function bytesOf(scripts: ReadonlyMap<string, string>): number {
  return [...scripts.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
