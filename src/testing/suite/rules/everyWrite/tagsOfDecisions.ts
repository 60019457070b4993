import { prepareGrant } from "../../deciding/prepareGrant.ts";
import { refusalRule } from "./refusalRule.ts";

export const tagsOfDecisions = refusalRule(
  {
    id: "tags-of-decisions",
    title:
      "A grant and a refusal need the tag of the decision that stands, by PUT and POST",
    section: "docs/panel-api.md#the-states",
    remedy:
      "Read each tag of If-Match as a number, and compare it with the sequence; never take *.",
    occasion: "a purpose that can be decided",
  },
  async (id, send, attempt, context) => {
    const { grant, refusal, decision } = await prepareGrant(context, id);
    const { sequence } = decision;
    const stale = [
      "*",
      `"${sequence + 1}"`,
      // Not a zero behind it: "00" is the number 0.
      `"${sequence}1"`,
      `"1${sequence}"`,
      '"stale"',
      '""',
      `W/"${sequence + 1}"`,
      ...(sequence > 0 ? [`"${sequence - 1}"`] : []),
    ];
    for (const body of [grant, refusal]) {
      await attempt(send(body), "precondition-required");
      for (const tag of stale)
        await attempt(send(body, { headers: { "If-Match": tag } }), "decision-changed");
    }
  },
);
