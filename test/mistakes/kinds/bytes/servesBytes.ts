import { sha256Digest } from "../../../../src/panel/sha256.ts";
import { front, type Loose, type Plant } from "../../faultyPanel/faults.ts";
import type { Hop, Where } from "../../faultyPanel/requestHop.ts";

export const decodeText = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

export const encodeText = (value: string) => new TextEncoder().encode(value);

/** Serves other bytes, under their own digest. */
export const servesBytes = (
  where: Where,
  to: (text: string, hop: Hop) => string,
): Plant =>
  front(async (hop) => {
    const answer = await hop.pass();
    if (!where(hop) || answer.status !== 200 || hop.method === "HEAD") return answer;
    const body = to(await answer.text(), hop);
    return new Response(body, {
      headers: new Headers(
        [...answer.headers, ["Repr-Digest", sha256Digest(body)]]
          .reverse()
          .filter(
            ([name], at, list) =>
              list.findIndex(([one]) => one?.toLowerCase() === name?.toLowerCase()) ===
              at,
          ) as [string, string][],
      ),
    });
  });

export const changesJson = (to: (value: Loose) => Loose) => (body: string) =>
  `${JSON.stringify(to(JSON.parse(body)), null, 2)}\n`;

export const minified = (body: string) => JSON.stringify(JSON.parse(body));
