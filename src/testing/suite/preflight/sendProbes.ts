import type { Exchange } from "../exchange.ts";
import { RuleViolation } from "../exchange.ts";
import { purposePath } from "../panelReading.ts";
import type { SendOptions, SuiteContext } from "../suiteContext.ts";

/** What was answered to a few requests, in that order, and which got no answer. */
export interface Probes {
  readonly exchanges: readonly Exchange[];
  /** Methods that nothing answered, each in a line. */
  readonly silent: readonly string[];
}

/**
 * Sends what something between the suite and a panel may treat otherwise. It changes nothing:
 * what is sent to decide names a purpose that there is not. Nor does it ask for a payload, so
 * that a panel which wrongly makes something when it is read is still found out.
 */
export async function sendProbes(
  { get, send, canNameHost }: SuiteContext,
  policy: Exchange,
  purposes: Exchange,
): Promise<Probes> {
  const exchanges = [policy, purposes];
  const silent: string[] = [];
  for (const method of ["PUT", "DELETE", "POST"]) {
    const options = method === "DELETE" ? {} : { body: "{}" };
    try {
      exchanges.push(await send(method, purposePath("no-such", "decision"), options));
    } catch (error) {
      silent.push(formatNoAnswer(error));
    }
  }
  const tag = policy.headers.get("ETag");
  const asked = purposes.request.url.slice(purposes.request.url.lastIndexOf("/"));
  const reads: readonly (readonly [path: string, options?: SendOptions])[] = [
    ...(tag ? [["/policy", { headers: { "If-None-Match": tag } }] as const] : []),
    ["/no-such-thing"],
    [asked, { session: "none" }],
    [freshPurposes(), { session: "none" }],
    ...(canNameHost ? [["/purposes", { host: "attacker.invalid" }] as const] : []),
  ];
  for (const [path, options] of reads) {
    try {
      exchanges.push(await get(path, options));
    } catch (error) {
      // A read without an answer is for the rules to tell.
      if (!(error instanceof RuleViolation)) throw error;
    }
  }
  return { exchanges, silent };
}

/** An address of the purposes that nothing has an answer to in store. */
export function freshPurposes(): string {
  return `/purposes?fresh=${Math.random().toString().slice(2)}`;
}

/** The request that got no answer, in one line; whatever else went wrong is thrown. */
export function formatNoAnswer(error: unknown): string {
  if (!(error instanceof RuleViolation)) throw error;
  return `${error.request?.method} ${error.request?.url}: ${error.message}`;
}
