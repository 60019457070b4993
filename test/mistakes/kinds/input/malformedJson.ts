import { confuses, front, problem } from "../../faultyPanel/faults.ts";
import { any, is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { bodyOf } from "./acceptsBody.ts";

/** A body that is no JSON of the contract. */
export const malformedJson: readonly Mistake[] = [
  {
    id: "empty-body",
    sentence: "A PUT without a body changes nothing and answers 200",
    plant: front(async (hop) =>
      is.put(hop) && hop.body === "" ? hop.pass({ method: "GET", body: "" }) : hop.pass(),
    ),
  },
  {
    id: "array-body",
    sentence: "A body that is a list with the decision in it is read",
    plant: front(async (hop) => {
      const body = bodyOf(hop);
      return is.put(hop) && Array.isArray(body)
        ? hop.pass({ method: "GET", body: "" })
        : hop.pass();
    }),
  },
  {
    id: "null-body",
    sentence: "A body of null fails with 500",
    plant: front(async (hop) =>
      any(is.put, is.post)(hop) && hop.body === "null"
        ? problem("internal-error")
        : hop.pass(),
    ),
  },
  {
    id: "broken-json",
    sentence: "JSON that is none fails with 500",
    plant: confuses(
      "malformed-body",
      "internal-error",
      (hop) => hop.body !== "" && bodyOf(hop) === undefined,
    ),
  },
  {
    id: "unprocessable",
    sentence: "A malformed body is answered 422",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      if (answer.status !== 400 || !is.put(hop)) return answer;
      return new Response(await answer.text(), {
        status: 422,
        headers: answer.headers,
      });
    }),
  },
  {
    id: "invalid-utf8",
    sentence: "A body that is not UTF-8 is read as if it were",
    plant: front(async (hop) =>
      any(is.put, is.post)(hop) && hop.body.includes("\ufffd")
        ? hop.pass({ method: "GET", body: "" })
        : hop.pass(),
    ),
  },
];
