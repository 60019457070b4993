import { altered, front, type Loose, type Plant } from "../../faultyPanel/faults.ts";
import { any, is, type Where } from "../../faultyPanel/requestHop.ts";

const isDecisionWrite: Where = any(is.put, is.remove, is.post);

const tellsDecision = any(is.decision, isDecisionWrite);

/** Says the same of a decision wherever it is told. */
export const tellsEverywhere = (to: (decision: Loose) => Loose): Plant =>
  front(async (hop) => {
    const answer = await hop.pass();
    if (answer.status >= 300 || hop.method === "HEAD") return answer;
    const with_ = (decision: Loose) => ({ ...decision, ...to(decision) });
    if (tellsDecision(hop))
      return altered(answer, { text: (text) => JSON.stringify(with_(JSON.parse(text))) });
    if (!is.purposes(hop)) return answer;
    return altered(answer, {
      text: (text) => {
        const body: Loose = JSON.parse(text);
        for (const one of Object.values<Loose>(body.purposes))
          one.decision = with_(one.decision);
        return JSON.stringify(body);
      },
    });
  });
