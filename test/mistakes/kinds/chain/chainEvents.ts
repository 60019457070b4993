import { type Loose, tells } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { tellsChain, wrongDigest } from "./tellsChain.ts";

/** An event does not follow from the one before. */
export const chainEvents: readonly Mistake[] = [
  {
    id: "head-not-chained",
    sentence: "The head of an event is its own digest",
    plant: tellsChain((one) => ({ head: one.digest })),
  },
  {
    id: "digest-of-nothing",
    sentence: "The digest of an event is not that of the event",
    plant: tellsChain(() => ({ digest: wrongDigest })),
  },
  {
    id: "event-rewritten",
    sentence: "An event says another time than it was made with",
    plant: tellsChain((one, at) =>
      at === 0
        ? {
            event: {
              ...one.event,
              data: { ...one.event.data, at: "2024-01-01T00:00:00.000Z" },
            },
          }
        : {},
    ),
  },
  {
    id: "event-missing",
    sentence: "An event is missing",
    plant: tells(is.chain, (page) => ({
      ...page,
      events: page.events.filter((_one: Loose, at: number) => at !== 1),
    })),
  },
  {
    id: "chain-migrated",
    sentence: "Every event is said to be older than the chain",
    plant: tellsChain((one) => ({ event: { ...one.event, migrated: true } })),
  },
];
