import {
  type Loose,
  type Plant,
  problem,
  says,
  tells,
  tellsEntry,
} from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { wrongDigest } from "./tellsChain.ts";

const ofStore = (to: (store: Loose) => Loose): Plant =>
  tells(is.purposes, (body) => ({
    ...body,
    store: { ...body.store, ...to(body.store) },
  }));

/** Entries and store are not as the events say. */
export const chainPlaces: readonly Mistake[] = [
  {
    id: "place-of-other",
    sentence: "An entry of the history has another head than its event",
    plant: tellsEntry(is.history, () => ({ head: wrongDigest })),
  },
  {
    id: "place-number-of-list",
    sentence: "The number of an entry is its place in the list",
    plant: tellsEntry(is.history, (_one, at) => ({ number: at + 1 })),
  },
  {
    id: "log-place-of-other",
    sentence: "An attempt has another head than its event",
    plant: tellsEntry(is.log, () => ({ head: wrongDigest })),
  },
  {
    id: "store-head-behind",
    sentence: "The head of the store is not that of the last event",
    plant: ofStore(() => ({ head: wrongDigest })),
  },
  {
    id: "store-number-behind",
    sentence: "The number of the store is not that of the last event",
    plant: ofStore((store) => ({
      number: store.number ? Math.max(1, store.number - 1) : store.number,
    })),
  },
  {
    id: "half-a-chain",
    sentence: "Entries have numbers and there is no chain",
    plant: says(is.chain, () => problem("not-found")),
  },
  {
    id: "history-rewritten",
    sentence: "The history tells another time than its event",
    plant: tellsEntry(is.history, (one) => ({
      at: new Date(Date.parse(one.at) - 86_400_000).toISOString(),
    })),
  },
  {
    id: "history-digest-rewritten",
    sentence: "The history tells another text than its event",
    plant: tellsEntry(is.history, (one) =>
      one.textDigest ? { textDigest: wrongDigest } : {},
    ),
  },
  {
    id: "log-rewritten",
    sentence: "The log tells another outcome than its event",
    plant: tellsEntry(is.log, (one) => ({
      status: one.status === 202 ? 201 : one.status,
    })),
  },
];
