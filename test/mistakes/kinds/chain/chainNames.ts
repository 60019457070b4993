import { change, type Loose } from "../../faultyPanel/faults.ts";
import type { Mistake } from "../../mistake.ts";
import { tellsChain, wrongDigest } from "./tellsChain.ts";

/** The chain tells a name, or bytes. */
export const chainNames: readonly Mistake[] = [
  {
    id: "chain-salts-missing",
    sentence: "The chain tells no salt while the name is told",
    plant: tellsChain(() => ({ salt: null })),
  },
  {
    id: "chain-names-in-plain",
    sentence: "The chain tells names in plain",
    plant: tellsChain((one) => ({
      event: { ...one.event, data: { ...one.event.data, by: "Admin" } },
    })),
  },
  {
    id: "chain-of-other-name",
    sentence: "The name in an event is the digest of another",
    plant: tellsChain((one) =>
      one.event.name ? { event: { ...one.event, name: wrongDigest } } : {},
    ),
  },
  {
    id: "chain-name-unsalted",
    sentence: "Names stand under the same salt",
    plant: tellsChain((one) => (one.salt ? { salt: "salt" } : {})),
  },
  {
    id: "chain-of-bytes",
    sentence: "Events hold the bytes that were agreed to",
    plant: change((given) => ({
      ...given,
      ...(given.append && {
        append: given.append.map((entry) =>
          entry.bytes
            ? {
                ...entry,
                data: {
                  ...(entry.data as Loose),
                  bytes: new TextDecoder().decode(entry.bytes),
                },
              }
            : entry,
        ),
      }),
    })),
  },
];
