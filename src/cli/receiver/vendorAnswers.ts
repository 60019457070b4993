import type { Arrival, ReceiverAnswer } from "./arrival.ts";
import { randomUuidsIn } from "./randomUuids.ts";

/** Where erasures go, below the vendor's address. */
export const erasuresPath = "/v1/erasures";

/** How a vendor answers that does what it should. */
export interface VendorAnswers {
  readonly answer: (arrival: Arrival) => ReceiverAnswer;
  /** How many reports it said it had deleted; undefined for an id that it was never told. */
  readonly deletedOf: (uuid: string) => number | undefined;
}

/**
 * Takes every report, and confirms every erasure: each with another count, which is the same
 * when it is asked again. A report under an erased id gets 410.
 */
export function createVendorAnswers(): VendorAnswers {
  const tombstones = new Map<string, number>();
  return {
    answer: ({ target, text }) => {
      if (target !== erasuresPath) {
        const isErased = [...tombstones.keys()].some((uuid) => text.includes(uuid));
        return { status: isErased ? 410 : 202 };
      }
      // What else stands in it is for a rule to judge, and no reason to keep data.
      const [uuid] = randomUuidsIn(text);
      if (uuid === undefined) return { status: 400 };
      const deleted = tombstones.get(uuid) ?? tombstones.size + 2;
      tombstones.set(uuid, deleted);
      // Nobody has to be able to tell from it when that was.
      const at = "2026-01-01T00:00:00Z";
      return { status: 200, body: JSON.stringify({ deleted, at }) };
    },
    deletedOf: (uuid) => tombstones.get(uuid),
  };
}
