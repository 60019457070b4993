import type { KindOfMistakes } from "../mistake.ts";
import {
  change,
  confuses,
  front,
  type Loose,
  type Plant,
  takes,
  tells,
  tellsActivity,
  tellsEntry,
  tellsPurpose,
} from "../world/faults.ts";
import { all, any, is } from "../world/hop.ts";

const writes = any(is.put, is.remove, is.post);
const via = (as: string | null): Plant =>
  takes(writes, { headers: { "Klartext-Via": as } });
const ofStore = (to: (store: Loose) => Loose): Plant =>
  tells(is.purposes, (body) => ({
    ...body,
    store: { ...body.store, ...to(body.store) },
  }));
const state = (to: (after: Loose, before: Loose) => Loose): Plant =>
  change((given, snapshot) =>
    given.state ? { ...given, state: to(given.state, snapshot.state) } : given,
  );

export const viaMistakes: KindOfMistakes = {
  kind: "via and seen",
  mistakes: [
    {
      id: "via-untold",
      sentence: "By which way a decision came is not told",
      plant: via(null),
    },
    {
      id: "via-always-page",
      sentence: "Every decision is said to come from the page",
      plant: via("page"),
    },
    {
      id: "via-invented",
      sentence: "A decision of which nobody said the way is said to come from the page",
      plant: takes(
        all(writes, ({ headers }) => !headers.has("Klartext-Via")),
        { headers: { "Klartext-Via": "page" } },
      ),
    },
    {
      id: "via-of-withdrawal",
      sentence: "By which way a withdrawal came is not told",
      plant: takes(is.remove, { headers: { "Klartext-Via": null } }),
    },
    {
      id: "via-of-refusal",
      sentence: "By which way a refusal came is not told",
      plant: takes((hop) => is.put(hop) && hop.body.includes("refused"), {
        headers: { "Klartext-Via": null },
      }),
    },
    {
      id: "via-lost-in-history",
      sentence: "The history does not tell by which way",
      plant: tellsEntry(is.history, () => ({ via: null })),
    },
    {
      id: "via-needed",
      sentence: "A decision needs Klartext-Via",
      plant: front(async (hop) =>
        is.put(hop) && !hop.headers.has("Klartext-Via")
          ? hop.pass({ body: "" })
          : hop.pass(),
      ),
    },
    {
      id: "via-unknown-kept",
      sentence: "Whatever Klartext-Via says is told",
      plant: front(async (hop) => {
        const given = hop.headers.get("Klartext-Via");
        const answer = await hop.pass();
        return writes(hop) &&
          answer.ok &&
          given &&
          !["page", "command", "file"].includes(given)
          ? new Response(JSON.stringify({ ...(await answer.json()), via: given }), {
              status: answer.status,
              headers: answer.headers,
            })
          : answer;
      }),
    },
    {
      id: "seen-kinds",
      sentence: "Consent to seen bytes is said to be to kinds alone",
      plant: state((after) =>
        after.decision.seen
          ? { ...after, decision: { ...after.decision, seen: "kinds" } }
          : after,
      ),
    },
    {
      id: "seen-untold",
      sentence: "What was seen is not told",
      plant: state((after) => ({
        ...after,
        decision: { ...after.decision, seen: null },
      })),
    },
    {
      id: "seen-of-refusal",
      sentence: "A refusal is said to be of seen bytes",
      plant: tells(any(is.decision, is.put), (decision) =>
        decision.status === "refused" ? { ...decision, seen: "bytes" } : decision,
      ),
    },
    {
      id: "seen-after-withdrawal",
      sentence: "A withdrawn decision still says what was seen",
      plant: state((after, before) =>
        after.decision.status === "withdrawn" && before?.decision.seen
          ? { ...after, decision: { ...after.decision, seen: before.decision.seen } }
          : after,
      ),
    },
    {
      id: "seen-lost-in-history",
      sentence: "The history does not tell what was seen",
      plant: tellsEntry(is.history, () => ({ seen: null })),
    },
  ],
};

export const storeMistakes: KindOfMistakes = {
  kind: "store",
  mistakes: [
    {
      id: "epoch-each-time",
      sentence: "Each answer has another epoch",
      plant: () => {
        let count = 0;
        return ofStore(() => {
          count += 1;
          return { epoch: `epoch-${count}` };
        })();
      },
    },
    {
      id: "epoch-empty",
      sentence: "The epoch is an empty name",
      plant: ofStore(() => ({ epoch: "" })),
    },
    {
      id: "epoch-by-decision",
      sentence: "Each write begins an epoch",
      plant: ofStore((store) => ({ epoch: `epoch-${store.counter}`, counter: 1 })),
    },
    {
      id: "counter-still",
      sentence: "The counter does not count",
      plant: ofStore(() => ({ counter: 1 })),
    },
    {
      id: "counter-back",
      sentence: "The counter counts down",
      plant: ofStore((store) => ({ counter: 100_000 - store.counter })),
    },
    {
      id: "counter-of-reads",
      sentence: "The counter counts reads",
      plant: () => {
        let reads = 0;
        return ofStore((store) => {
          reads += 1;
          return { counter: store.counter + reads };
        })();
      },
    },
    {
      id: "counter-of-decisions",
      sentence: "The counter is the sum of the sequences",
      plant: tells(is.purposes, (body) => ({
        ...body,
        store: {
          ...body.store,
          counter: Object.values<Loose>(body.purposes).reduce(
            (sum, one) => sum + one.decision.sequence,
            0,
          ),
        },
      })),
    },
    {
      id: "counter-of-grants",
      sentence: "The counter does not count withdrawals",
      plant: () => {
        let missed = 0;
        return {
          front: async (hop) => {
            const answer = await hop.pass();
            if (is.remove(hop) && answer.ok) missed += 2;
            if (!is.purposes(hop) || answer.status !== 200 || hop.method === "HEAD")
              return answer;
            const body: Loose = await answer.json();
            return new Response(
              JSON.stringify({
                ...body,
                store: {
                  ...body.store,
                  counter: Math.max(0, body.store.counter - missed),
                },
              }),
              { headers: answer.headers },
            );
          },
        };
      },
    },
    {
      id: "counter-as-text",
      sentence: "The counter is text",
      plant: ofStore((store) => ({ counter: String(store.counter) })),
    },
    {
      id: "store-untold",
      sentence: "The purposes do not tell the store",
      plant: tells(is.purposes, ({ store: _store, ...body }) => body),
    },
    {
      id: "erasure-not-kept",
      sentence: "A confirmed deletion does not say what became of the panel's copies",
      plant: tellsEntry(is.history, (entry) =>
        entry.event === "deletion-confirmed" ? { erasure: undefined } : {},
      ),
      panel: { erasure: "overwritten" },
    },
    {
      id: "erasure-of-grants",
      sentence: "A grant says what became of copies that were not deleted",
      plant: tellsEntry(is.history, (entry) =>
        entry.event === "granted" ? { erasure: "overwritten" } : {},
      ),
    },
  ],
};

export const sendMistakes: KindOfMistakes = {
  kind: "openSends and signature",
  mistakes: [
    {
      id: "send-open-for-ever",
      sentence: "A send is said to be open for ever",
      plant: tellsActivity(() => ({ openSends: 1 })),
    },
    {
      id: "send-open-after-withdrawal",
      sentence: "A send is said to be open after a withdrawal, though none is",
      plant: tellsActivity((_activity, { decision }) =>
        decision.status === "withdrawn" ? { openSends: 1 } : {},
      ),
    },
    {
      id: "sends-negative",
      sentence: "openSends is below nothing",
      plant: tellsActivity(() => ({ openSends: -1 })),
    },
    {
      id: "sends-as-flag",
      sentence: "openSends is true or false",
      plant: tellsActivity(() => ({ openSends: false })),
    },
    {
      id: "signature-valid-without-key",
      sentence: "A signature is said to be valid, though no key is named",
      plant: tellsEntry(is.log, () => ({ signature: "valid" })),
    },
    {
      id: "signature-wrong-without-key",
      sentence: "A signature is said to be wrong, though no key is named",
      plant: tellsEntry(is.log, () => ({ signature: "wrong" })),
    },
    {
      id: "signature-null-after-answer",
      sentence: "Nothing is said of the signature after the vendor has answered",
      plant: tellsEntry(is.log, () => ({ signature: null })),
    },
    {
      id: "signature-of-deletion-valid",
      sentence: "The signature of a deletion is said to be valid, though no key is named",
      plant: tellsActivity((activity) => ({
        deletions: activity.deletions.map((one: Loose) => ({
          ...one,
          signature: "valid",
        })),
      })),
    },
    {
      id: "signature-as-flag",
      sentence: "The signature is true or false",
      plant: tellsEntry(is.log, () => ({ signature: true })),
    },
    {
      id: "signature-before-answer",
      sentence:
        "Something is said of the signature of a deletion before the vendor has answered",
      plant: tellsActivity((activity) => ({
        deletions: activity.deletions.map((one: Loose) =>
          one.confirmedAt ? one : { ...one, signature: "unchecked" },
        ),
      })),
    },
    {
      id: "transport-plain-http",
      sentence: "Reports go over http",
      plant: () => ({ transportUrl: (url) => url.replace("https:", "http:") }),
    },
    {
      id: "transport-without-authority",
      sentence: "No authority is named that is trusted",
      plant: tellsPurpose(({ transport }) => ({
        transport: transport && { ...transport, caFingerprints: [] },
      })),
    },
    {
      id: "transport-fingerprint",
      sentence: "The fingerprint of an authority is one of SHA-1",
      plant: tellsPurpose(({ transport }) => ({
        transport: transport && {
          ...transport,
          caFingerprints: ["3F:A2:91:0C:7D:55:E8:1B:46:D9:02:BE:74:AF:63:18:C5:2E:90:DB"],
        },
      })),
    },
    {
      id: "transport-by-get",
      sentence: "The transport says GET, the log POST",
      plant: tellsPurpose(({ transport }) => ({
        transport: transport && { ...transport, method: "GET" },
      })),
    },
    {
      id: "transport-elsewhere",
      sentence: "The transport names another address than the log",
      plant: tellsPurpose(({ transport }) => ({
        transport: transport && { ...transport, url: "https://other.example/v1" },
      })),
    },
    {
      id: "transport-untold",
      sentence: "Nothing is told of the transport, though reports are sent",
      plant: tellsPurpose(() => ({ transport: null })),
    },
    {
      id: "last-attempt-untold",
      sentence: "The last attempt is not told, though there was one",
      plant: tellsPurpose(({ transport }) => ({
        transport: transport && { ...transport, lastAttempt: null },
      })),
    },
    {
      id: "results-nowhere",
      sentence: "The address of the results is none",
      plant: tellsPurpose(() => ({ resultsUrl: "results" })),
    },
    {
      id: "transport-of-credentials",
      sentence: "The address of the transport has a password in it",
      plant: tellsPurpose(({ transport }) => ({
        transport: transport && {
          ...transport,
          url: transport.url.replace("https://", "https://panel:secret@"),
        },
      })),
    },
    {
      id: "withdraw-instead-as-changed",
      sentence: "A refusal of given consent is said to be stale",
      plant: confuses("withdraw-instead", "decision-changed", is.put),
    },
  ],
};
