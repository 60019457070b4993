import { escapeHtml } from "../policy/render/escapeHtml.ts";
import { endpointPath } from "./paths.ts";

/** What a page is going to ask its panel for at once. */
export interface PreloadOptions {
  /** As the page's `PrivacyCenter` has it. @default "/api/privacy" */
  readonly baseUrl?: string | undefined;
  /**
   * The ids of the policy's purposes, where whoever writes the page sees that somebody is signed
   * in. Without a session a browser would log a 401 for each of their lines. @default none
   */
  readonly purposes?: readonly string[] | undefined;
}

/**
 * Lines for the `<head>` of a page that shows a `PrivacyCenter` at once: the browser asks the
 * panel while it loads the script, and the centre takes those answers for its first ones.
 *
 * They fit a centre without `headers` and `fetch` of the host's, in a page that is not kept by
 * any cache where `purposes` are named.
 *
 * @returns HTML: `<link rel="preload" as="fetch" …>` for the policy, with `purposes` also for
 * their state and each payload, a line each.
 */
export function preloadLinks({
  baseUrl = "/api/privacy",
  purposes,
}: PreloadOptions = {}): string {
  const root = baseUrl.replace(/\/+$/, "");
  const paths = [
    endpointPath("getPolicy"),
    ...(purposes
      ? [
          endpointPath("getPurposes"),
          ...purposes.map((purpose) => endpointPath("getPayload", { purpose })),
        ]
      : []),
  ];
  return paths.map((path) => preloadLink(root + path)).join("");
}

function preloadLink(url: string): string {
  const href = escapeHtml(url);
  return `<link rel="preload" as="fetch" crossorigin="anonymous" href="${href}">\n`;
}
