import {
  change,
  type Loose,
  type Plant,
  tells,
  tellsActivity,
} from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";

const changesDeletions = (to: (list: Loose[], purpose: Loose) => Loose[]): Plant =>
  tellsActivity((activity, purpose) => ({ deletions: to(activity.deletions, purpose) }));

/** The vendor's deletion of a UUID is not asked for, or not told. */
export const deletions: readonly Mistake[] = [
  {
    id: "no-erasure",
    sentence: "The vendor is not asked to erase",
    plant: change((given, snapshot) => {
      const before: Loose = snapshot.state;
      const after: Loose = given.state;
      if (!before?.pseudonym || !after || after.pseudonym) return given;
      const { put: _put, ...rest } = given;
      return {
        ...rest,
        state: { ...after, deletions: before.deletions },
        append: (given.append ?? []).filter(
          (entry) => (entry.data as Loose).event !== "deletion-requested",
        ),
      };
    }),
  },
  {
    id: "deletions-untold",
    sentence: "Deletions are not told",
    plant: changesDeletions(() => []),
  },
  {
    id: "deletions-told-while-open",
    sentence: "A deletion is told only until it is confirmed",
    plant: changesDeletions((list) => list.filter((one) => one.state !== "confirmed")),
  },
  {
    id: "deletions-lost",
    sentence: "A second withdrawal makes the panel forget the first deletion",
    plant: changesDeletions((list) => list.slice(0, 1)),
  },
  {
    id: "deletions-lost-by-grant",
    sentence: "Consent given again makes the panel forget the deletions",
    plant: changesDeletions((list, purpose) =>
      purpose.decision.status === "granted" ? [] : list,
    ),
  },
  {
    id: "deletion-without-history",
    sentence: "A deletion has no entry in the history",
    plant: tells(is.history, (page) => ({
      ...page,
      entries: page.entries.filter((one: Loose) => !one.event.startsWith("deletion")),
    })),
  },
];
