import type { Payloads } from "./panelOptions.ts";
import type { Machine } from "./rules/machineIdHash.ts";

/**
 * The server that a panel stands for, with a new key; null where the host tells none. What
 * the host throws is reported, and nothing is checked that time.
 */
export async function readMachine(
  payloads: Payloads,
  report: (error: unknown) => void,
): Promise<Machine | null> {
  try {
    const id = await payloads.machine?.();
    return id ? { id, key: randomKey() } : null;
  } catch (error) {
    report(error);
    return null;
  }
}

function randomKey(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
}
