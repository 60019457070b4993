import { nilUuid } from "../../../../src/policy/index.ts";
import { altered, answers, tellsActivity } from "../../faultyPanel/faults.ts";
import { all, is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { remembersUuid, tellsUuids } from "./remembersUuid.ts";

/** There is a UUID when there must be none, or none when there must be one. */
export const lifetime: readonly Mistake[] = [
  {
    id: "uuid-after-withdrawal",
    sentence: "The pseudonym is told until the vendor has deleted",
    plant: tellsUuids((body, uuids) => {
      const own = body.purposes["server-statistics"];
      if (own.decision.status === "withdrawn")
        own.activity.pseudonym = uuids.at(-1) ?? null;
      return body;
    }),
  },
  {
    id: "payload-uuid-after-withdrawal",
    sentence: "The payload holds the UUID after a withdrawal",
    plant: remembersUuid(async (uuids, hop) => {
      const answer = await hop.pass();
      const uuid = uuids.at(-1);
      return is.payload(hop) && uuid
        ? altered(answer, { text: (text) => text.replace(nilUuid, uuid) })
        : answer;
    }),
  },
  {
    id: "payload-nil-while-granted",
    sentence: "The payload holds the nil UUID while consent is given",
    plant: remembersUuid(async (uuids, hop) => {
      const answer = await hop.pass();
      return is.payload(hop) && answer.status === 200
        ? altered(answer, {
            text: (text) =>
              uuids.reduce((whole, uuid) => whole.replaceAll(uuid, nilUuid), text),
          })
        : answer;
    }),
  },
  {
    id: "payload-uuid-before",
    sentence: "The payload holds a UUID before consent",
    plant: answers(all(is.payload, is.get), {
      text: (text) => text.replace(nilUuid, "3b1f0e54-8f0d-4a57-9d0e-6c2f5b1a7e90"),
    }),
  },
  {
    id: "uuid-before-consent",
    sentence: "There is a pseudonym before consent",
    plant: tellsActivity((activity, purpose) =>
      purpose.decision.status === "undecided"
        ? { pseudonym: "3b1f0e54-8f0d-4a57-9d0e-6c2f5b1a7e90" }
        : activity,
    ),
  },
  {
    id: "uuid-at-refusal",
    sentence: "A refusal makes a pseudonym",
    plant: tellsActivity((activity, purpose) =>
      purpose.decision.status === "refused"
        ? { pseudonym: "3b1f0e54-8f0d-4a57-9d0e-6c2f5b1a7e90" }
        : activity,
    ),
  },
  {
    id: "uuid-for-anonymous",
    sentence: "A purpose without a pseudonym has one",
    plant: tellsActivity((activity, purpose) =>
      purpose.decision.status === "granted" && !activity.pseudonym
        ? { pseudonym: "3b1f0e54-8f0d-4a57-9d0e-6c2f5b1a7e90" }
        : activity,
    ),
  },
];
