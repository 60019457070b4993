import { altered, answers, front, type Plant } from "../../faultyPanel/faults.ts";
import { is, type Where } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";

const sendsCorsHeaders = (
  headers: Readonly<Record<string, string>>,
  where: Where = is.any,
): Plant => answers(where, { headers }, () => true);

/** Another site may read the answer. */
export const cors: readonly Mistake[] = [
  {
    id: "cors-for-all",
    sentence: "Every answer has Access-Control-Allow-Origin: *",
    plant: sendsCorsHeaders({ "Access-Control-Allow-Origin": "*" }),
  },
  {
    id: "cors-for-whoever-asks",
    sentence: "Access-Control-Allow-Origin repeats the Origin that asks",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      const from = hop.headers.get("Origin");
      return from && from !== "http://panel.test"
        ? altered(answer, {
            headers: {
              "Access-Control-Allow-Origin": from,
              "Access-Control-Allow-Credentials": "true",
            },
          })
        : answer;
    }),
  },
  {
    id: "cors-on-texts",
    sentence: "The texts have Access-Control-Allow-Origin: *",
    plant: sendsCorsHeaders({ "Access-Control-Allow-Origin": "*" }, is.text),
  },
  {
    id: "cors-on-payload",
    sentence: "Payloads have Access-Control-Allow-Origin: *",
    plant: sendsCorsHeaders({ "Access-Control-Allow-Origin": "*" }, is.payload),
  },
  {
    id: "cors-on-problems",
    sentence: "Problems have Access-Control-Allow-Origin: *",
    plant: answers(
      is.any,
      { headers: { "Access-Control-Allow-Origin": "*" } },
      ({ status }) => status >= 400,
    ),
  },
  {
    id: "preflight-granted",
    sentence: "OPTIONS lets another site send PUT and DELETE",
    plant: front(async (hop) =>
      hop.method === "OPTIONS"
        ? new Response(null, {
            status: 204,
            headers: {
              "Access-Control-Allow-Origin": hop.headers.get("Origin") ?? "*",
              "Access-Control-Allow-Methods": "GET, PUT, DELETE",
            },
          })
        : hop.pass(),
    ),
  },
];
