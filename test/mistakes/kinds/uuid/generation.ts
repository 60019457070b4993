import { changeState } from "../../faultyPanel/changeState.ts";
import { altered, front } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";

/** A UUID is not random, or not a new one. */
export const generation: readonly Mistake[] = [
  {
    id: "same-uuid-again",
    sentence: "Consent given after a withdrawal works under the same UUID",
    plant: changeState((after, _before, purpose) =>
      after.pseudonym && purpose === "server-statistics"
        ? { ...after, pseudonym: "3b1f0e54-8f0d-4a57-9d0e-6c2f5b1a7e90" }
        : after,
    ),
  },
  {
    id: "uuid-of-machine",
    sentence: "The UUID is made from the machine, in version 5",
    plant: changeState((after, _before, purpose) =>
      after.pseudonym && purpose === "server-statistics"
        ? { ...after, pseudonym: "3b1f0e54-8f0d-5a57-9d0e-6c2f5b1a7e90" }
        : after,
    ),
  },
  {
    id: "uuid-of-time",
    sentence: "The UUID is made from time and address, in version 1",
    plant: changeState((after, before) =>
      after.pseudonym && !before?.pseudonym
        ? { ...after, pseudonym: after.pseudonym.replace(/-4/, "-1") }
        : after,
    ),
  },
  {
    id: "uuid-renewed",
    sentence: "Consent given again makes another UUID",
    plant: changeState((after, before) =>
      after.pseudonym &&
      before?.pseudonym &&
      after.decision.sequence !== before.decision.sequence
        ? { ...after, pseudonym: crypto.randomUUID() }
        : after,
    ),
  },
  {
    id: "uuid-counts",
    sentence: "The next UUID follows from the last one",
    plant: () => {
      let count = 0;
      return changeState((after, before) => {
        if (!after.pseudonym || before?.pseudonym) return after;
        count += 1;
        return {
          ...after,
          pseudonym: `3b1f0e54-8f0d-4a57-9d0e-${count.toString(16).padStart(12, "0")}`,
        };
      })();
    },
  },
  {
    id: "uuid-in-capitals",
    sentence: "The payload writes the UUID in capitals",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      return is.payload(hop)
        ? altered(answer, {
            text: (text) =>
              text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (uuid) => uuid.toUpperCase()),
          })
        : answer;
    }),
  },
];
