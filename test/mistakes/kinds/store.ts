import { type Loose, type Plant, tells, tellsEntry } from "../faultyPanel/faults.ts";
import { is } from "../faultyPanel/requestHop.ts";
import type { KindOfMistakes } from "../mistake.ts";

const ofStore = (to: (store: Loose) => Loose): Plant =>
  tells(is.purposes, (body) => ({
    ...body,
    store: { ...body.store, ...to(body.store) },
  }));

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
