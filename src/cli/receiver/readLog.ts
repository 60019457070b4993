import type { Transmission } from "../../contract/transmission.ts";
import { expectJson } from "../../testing/suite/expectations.ts";
import { NotTried, type SuiteContext } from "../../testing/suite/index.ts";

/** Nobody reads on for ever, whatever a panel says follows. */
const maxPages = 200;

/**
 * The log of everything sent, newest first.
 *
 * @param isEnough Whether no older page is needed. @default the whole log is read
 * @throws {NotTried} in a panel that keeps none.
 */
export async function readLog(
  { get, contract }: SuiteContext,
  isEnough: (entries: readonly Transmission[]) => boolean = () => false,
): Promise<readonly Transmission[]> {
  const entries: Transmission[] = [];
  let after: string | null = null;
  for (let page = 0; page < maxPages; page += 1) {
    const query: string = after === null ? "" : `?after=${encodeURIComponent(after)}`;
    const exchange = await get(`/transmissions${query}`);
    if (exchange.status === 404) throw new NotTried("This panel keeps no log.");
    const read = expectJson(exchange, contract.transmissions);
    entries.push(...read.entries);
    after = read.next;
    if (after === null || isEnough(entries)) break;
  }
  return entries;
}
