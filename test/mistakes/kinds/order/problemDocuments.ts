import { answers, confuses, front, type Plant } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";

const documents = (to: (document: Record<string, unknown>) => unknown): Plant =>
  answers(
    is.any,
    { text: (text) => JSON.stringify(to(JSON.parse(text))) },
    ({ status }) => status >= 400,
  );

/** A problem is no document of the contract (RFC 9457). */
export const problemDocuments: readonly Mistake[] = [
  {
    id: "type-blank",
    sentence: "The type of a problem is about:blank",
    plant: documents((one) => ({ ...one, type: "about:blank" })),
  },
  {
    id: "type-an-address",
    sentence: "The type of a problem is the address of its page",
    plant: documents((one) => ({
      ...one,
      type: `https://klartext.example/errors/${one.type}`,
    })),
  },
  {
    id: "type-unknown",
    sentence: "The type of a stale If-Match is one that the contract does not have",
    plant: documents((one) => ({
      ...one,
      type: String(one.type).replace("decision-changed", "conflict"),
    })),
  },
  {
    id: "status-differs",
    sentence: "A problem document says another status than the answer",
    plant: documents((one) => ({ ...one, status: 400 })),
  },
  {
    id: "title-missing",
    sentence: "A problem document has no title",
    plant: documents(({ title: _title, ...one }) => one),
  },
  {
    id: "problem-as-json",
    sentence: "A problem document is application/json",
    plant: answers(
      is.any,
      { headers: { "Content-Type": "application/json" } },
      ({ status }) => status >= 400,
    ),
  },
  {
    id: "problem-as-page",
    sentence: "What is not found is a page",
    plant: answers(
      is.any,
      { headers: { "Content-Type": "text/html" }, text: () => "<h1>Not found</h1>" },
      ({ status }) => status === 404,
    ),
  },
  {
    id: "problem-empty",
    sentence: "What is gone has no body",
    plant: answers(is.any, { text: () => "" }, ({ status }) => status === 410),
  },
  {
    id: "gone-as-404",
    sentence: "Bytes that were deleted are not found",
    plant: confuses("gone", "not-found", is.any),
  },
  {
    id: "gone-as-empty",
    sentence: "Bytes that were deleted are an empty body",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      return answer.status === 410
        ? new Response("", {
            status: 200,
            headers: {
              "Content-Type": "application/json",
              ETag: '"gone"',
              "Cache-Control": "no-store",
            },
          })
        : answer;
    }),
  },
  {
    id: "412-as-428",
    sentence: "A stale If-Match is answered as a missing one",
    plant: confuses("decision-changed", "precondition-required", is.put),
  },
  {
    id: "wrong-status-428",
    sentence: "A missing If-Match is answered 400",
    plant: confuses("precondition-required", "malformed-body", is.put),
  },
  {
    id: "problem-may-be-stored",
    sentence: "A problem may be stored by a cache",
    plant: answers(
      is.any,
      { headers: { "Cache-Control": "public, max-age=60" } },
      ({ status }) => status >= 400,
    ),
  },
  {
    id: "detail-no-text",
    sentence: "The detail of a problem is a number",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      return answer.status === 400 && hop.body
        ? new Response(JSON.stringify({ ...(await answer.json()), detail: 7 }), {
            status: 400,
            headers: answer.headers,
          })
        : answer;
    }),
  },
];
