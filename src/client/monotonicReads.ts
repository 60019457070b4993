import * as z from "zod/mini";
import type { Purposes } from "../contract/createContract.ts";
import { byName } from "../contract/fields.ts";
import { type BrowserMemory, browserMemory } from "./browserMemory.ts";

const schema = z.object({
  /** The epochs of the panel's store that were seen, the newest last. */
  epochs: z.array(z.string()),
  counter: z.number(),
  /** The highest sequence of each purpose's decision, in the newest epoch. */
  sequences: byName(z.number()),
});

/** How far a panel's store has been seen to be. Nothing of what was decided is in it. */
export type Seen = z.infer<typeof schema>;

/** More restores than that in one session are not told apart. */
const maxEpochs = 8;

/** Sees to it that what is read of a panel never goes back in time (monotonic reads). */
interface MonotonicReads {
  /** Whether an answer is no older than what was seen; it is then what was seen. */
  readonly accept: (purposes: Purposes) => boolean;
  /** Takes note of a decision that the panel answered a write with. */
  readonly note: (purpose: string, sequence: number) => void;
  /** How far a purpose was seen. */
  readonly lastSeen: (
    purpose: string,
  ) => { readonly epoch: string; readonly sequence: number } | undefined;
}

/** Remembers, for as long as the browser's tab is open, how far a panel's store was. */
export function createMonotonicReads(memory: BrowserMemory<Seen>): MonotonicReads {
  let seen: Seen = { epochs: [], counter: 0, sequences: {} };
  /** Another centre of this tab may have seen more. */
  const recall = () => {
    seen = memory.read() ?? seen;
  };
  const become = (next: Seen) => {
    seen = next;
    memory.write(next);
  };
  return {
    accept: ({ store: { epoch, counter }, purposes }) => {
      recall();
      const sequences = Object.fromEntries(
        Object.entries(purposes).map(([id, { decision }]) => [id, decision.sequence]),
      );
      if (seen.epochs.at(-1) !== epoch) {
        // An epoch begins once: what tells of an earlier one is older.
        if (seen.epochs.includes(epoch)) return false;
        const epochs = [...seen.epochs, epoch].slice(-maxEpochs);
        become({ epochs, counter, sequences });
        return true;
      }
      const isOlder =
        counter < seen.counter ||
        Object.entries(sequences).some(
          ([id, sequence]) => sequence < (seen.sequences[id] ?? 0),
        );
      if (isOlder) return false;
      become({ ...seen, counter, sequences: { ...seen.sequences, ...sequences } });
      return true;
    },
    lastSeen: (purpose) => {
      recall();
      const epoch = seen.epochs.at(-1);
      const sequence = seen.sequences[purpose];
      return epoch === undefined || sequence === undefined
        ? undefined
        : { epoch, sequence };
    },
    note: (purpose, sequence) => {
      recall();
      if (sequence <= (seen.sequences[purpose] ?? -1)) return;
      become({ ...seen, sequences: { ...seen.sequences, [purpose]: sequence } });
    },
  };
}

/** Where it is kept how far the panel at a base URL was. */
export function keepSeen(baseUrl: string, storage?: Storage): BrowserMemory<Seen> {
  return browserMemory("sessionStorage", `klartext:seen:${baseUrl}`, schema, storage);
}
