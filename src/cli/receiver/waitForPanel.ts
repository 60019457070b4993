import * as z from "zod/mini";
import { RuleViolation, type SuiteContext } from "../../testing/suite/index.ts";
import type { Receiver } from "./startReceiver.ts";

interface WaitOptions {
  readonly receiver: Pick<Receiver, "url" | "fingerprint" | "changed">;
  readonly waitMs: number;
  readonly tell: (line: string) => void;
  readonly signal: AbortSignal;
}

/** What a panel says of where it sends to, as much as is needed. */
const told = z.object({
  purposes: z.record(
    z.string(),
    z.object({
      transport: z.nullable(
        z.object({ url: z.string(), caFingerprints: z.array(z.string()) }),
      ),
    }),
  ),
});

interface Missing {
  readonly what: string;
  /** Whether the panel told its transport facts. */
  readonly isRead: boolean;
}

const lookMs = 500;

/**
 * Waits until the panel sends to the receiver, by what its transport facts say, and tells
 * what it waits for whenever that changes.
 *
 * @returns where it sends to still when the time is over; undefined where that is right, or
 *   cannot be read, which is for others to tell.
 */
export async function waitForPanel(
  context: SuiteContext,
  { receiver, waitMs, tell, signal }: WaitOptions,
): Promise<string | undefined> {
  const end = performance.now() + waitMs;
  let before: string | undefined;
  for (;;) {
    const missing = await whatIsMissing(context, receiver);
    if (missing === undefined) return undefined;
    if (missing.what !== before) tell(`Waiting for the panel: ${missing.what}`);
    before = missing.what;
    if (performance.now() > end || signal.aborted) {
      return missing.isRead ? missing.what : undefined;
    }
    await receiver.changed(lookMs);
  }
}

async function whatIsMissing(
  { get, activities }: SuiteContext,
  { url, fingerprint }: WaitOptions["receiver"],
): Promise<Missing | undefined> {
  try {
    const { status, text } = await get("/purposes");
    if (status === 401) return undefined;
    const read = z.safeParse(told, parse(text));
    if (!read.success)
      return unread(`GET /purposes answers ${status}, and no transport facts.`);
    for (const { id } of activities) {
      const transport = read.data.purposes[id]?.transport;
      if (!transport) return other(`it sends ${id} nowhere (transport is null).`);
      if (!transport.url.startsWith(`${url}/`)) {
        return other(`it sends ${id} to ${transport.url}, not to ${url}.`);
      }
      if (transport.caFingerprints.join() !== fingerprint) {
        const trusted = transport.caFingerprints.join(", ") || "no authority";
        return other(`for ${id} it trusts ${trusted}, not ${fingerprint} alone.`);
      }
    }
    return undefined;
  } catch (error) {
    if (error instanceof RuleViolation)
      return unread("nothing answers at this address yet.");
    throw error;
  }
}

const unread = (what: string): Missing => ({ what, isRead: false });
const other = (what: string): Missing => ({ what, isRead: true });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
