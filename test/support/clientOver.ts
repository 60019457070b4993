import { vi } from "vitest";
import { createClient } from "../../src/client/index.ts";
import { createContract } from "../../src/contract/index.ts";
import { liveConfigPolicy } from "../../src/policy/index.ts";
import { createFakePanel } from "../../src/testing/index.ts";

export const contract = createContract(liveConfigPolicy());

export const panel = createFakePanel();

export const purpose = "server-statistics";

/** A client over a `fetch` that makes something of what the panel answered. */
export function clientOver(make: (answer: Response) => unknown) {
  const fetch = vi.fn(async (...request: Parameters<typeof globalThis.fetch>) =>
    make(await panel.fetch(...request)),
  );
  return createClient(contract, { fetch: fetch as unknown as typeof globalThis.fetch });
}

/** A client whose `fetch` fails with this. */
export function clientThatFails(error: unknown) {
  return createClient(contract, { fetch: () => Promise.reject(error) });
}

/** Status, headers and bytes, as a host that reads a body itself would hand them on. */
export async function headOf(answer: Response) {
  const { status, headers } = answer;
  return { status, headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

/** What a request fails with. */
export const failure = (asked: Promise<unknown>) =>
  asked.catch((thrown: unknown) => thrown);
