import { sha256Digest } from "../../../../src/panel/sha256.ts";
import {
  altered,
  answers,
  front,
  type Loose,
  tells,
  tellsEntry,
} from "../../faultyPanel/faults.ts";
import { readNow } from "../../faultyPanel/readNow.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { minified } from "./servesBytes.ts";

/** A digest or a size is not that of the bytes. */
export const digestsAndSizes: readonly Mistake[] = [
  {
    id: "size-in-characters",
    sentence: "The log counts characters, not bytes",
    plant: tells(is.log, async (page, hop) => {
      const entries = await Promise.all(
        page.entries.map(async (entry: Loose) => {
          const sent = await readNow(hop, `/transmissions/${entry.id}/body`);
          return sent.status === 200
            ? { ...entry, size: (await sent.text()).length }
            : entry;
        }),
      );
      return { ...page, entries };
    }),
  },
  {
    id: "size-zero",
    sentence: "The log tells a size of 0",
    plant: tellsEntry(is.log, () => ({ size: 0 })),
  },
  {
    id: "digest-of-log",
    sentence: "The log tells a digest that no body has",
    plant: tellsEntry(is.log, () => ({ digest: `sha-256=:${"A".repeat(43)}=:` })),
  },
  {
    id: "digest-of-newest",
    sentence: "Every entry of the log has the digest of the newest",
    plant: tells(is.log, (page) => ({
      ...page,
      entries: page.entries.map((entry: Loose) => ({
        ...entry,
        digest: page.entries[0].digest,
      })),
    })),
  },
  {
    id: "digest-of-payload",
    sentence: "Repr-Digest of a payload is that of other bytes",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      if (!is.payload(hop) || answer.status !== 200 || hop.method === "HEAD")
        return answer;
      return altered(answer, {
        headers: { "Repr-Digest": sha256Digest(minified(await answer.clone().text())) },
      });
    }),
  },
  {
    id: "digest-in-hex",
    sentence: "Repr-Digest of a payload is in hexadecimal",
    plant: answers(is.payload, {
      headers: { "Repr-Digest": `sha-256=${"ab".repeat(32)}` },
    }),
  },
  {
    id: "no-digest-on-agreed",
    sentence: "Agreed bytes have no Repr-Digest",
    plant: answers(is.agreed, { headers: { "Repr-Digest": null } }),
  },
  {
    id: "no-digest-on-sent",
    sentence: "Sent bytes have no Repr-Digest",
    plant: answers(is.sent, { headers: { "Repr-Digest": null } }),
  },
];
