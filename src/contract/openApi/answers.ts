import type * as z from "zod/mini";
import { consentActivities } from "../../policy/policy.ts";
import type { Contract } from "../createContract.ts";
import type { AnswerKind, Endpoint } from "../endpoints.ts";
import { payloadKindHeader, payloadKinds } from "../payloadKind.ts";
import { type ProblemCode, problems, problemType } from "../problem.ts";
import { groupBy } from "./groupBy.ts";
import { jsonSchema } from "./jsonSchema.ts";

const always = ["host-not-served"] as const;
const last = ["store-unavailable", "internal-error"] as const;

/** Every answer of a route, by its status. */
export function answersOf(endpoint: Endpoint, contract: Contract, description: string) {
  const isRead = endpoint.method === "GET";
  return {
    "200": {
      description,
      ...headersOf(endpoint),
      content: contentOf(endpoint.answer, contract),
    },
    ...(endpoint.method === "DELETE" && endpoint.answer === "decision"
      ? { "202": underWay(endpoint, contract) }
      : {}),
    ...(isRead
      ? { "304": { description: "Unchanged since the named entity tag." } }
      : {}),
    ...problemAnswers(problemsOf(endpoint)),
  };
}

/** The problems of a route, in the order in which a panel looks for them. */
export function problemsOf({
  method,
  guard,
  problems: own = [],
}: Endpoint): readonly ProblemCode[] {
  const found: readonly ProblemCode[] = [
    ...always,
    ...(method === "GET" ? [] : (["cross-site"] as const)),
    ...(guard === "open" ? [] : (["not-signed-in"] as const)),
    ...(guard === "deciding" ? (["not-permitted"] as const) : []),
    ...own,
    ...last,
  ];
  return (Object.keys(problems) as ProblemCode[]).filter((code) => found.includes(code));
}

function underWay(endpoint: Endpoint, contract: Contract) {
  return {
    description:
      "Withdrawn; a send is still open, or the vendor's deletion is under way.",
    ...headersOf(endpoint),
    content: contentOf(endpoint.answer, contract),
  };
}

function headersOf({ answer }: Endpoint) {
  const tag = responseHeader("Changes with the answer.");
  const unkept = { "Cache-Control": responseHeader("`no-store`.") };
  switch (answer) {
    case "nothing":
      return { headers: unkept };
    case "text":
      return {
        headers: {
          ETag: tag,
          "Cache-Control": responseHeader("`public, max-age=31536000, immutable`."),
        },
      };
    case "decision":
      return {
        headers: {
          ETag: responseHeader("The decision's sequence, a strong entity tag."),
          ...unkept,
        },
      };
    case "payload":
      return {
        headers: {
          ETag: tag,
          "Repr-Digest": responseHeader("SHA-256 of the bytes (RFC 9530)."),
          "Cache-Control": responseHeader("`no-store, no-transform`."),
          [payloadKindHeader]: {
            description: "What the bytes are; of a payload that would be sent.",
            schema: { type: "string", enum: [...payloadKinds] },
          },
        },
      };
    default:
      return { headers: { ETag: tag, ...unkept } };
  }
}

function contentOf(answer: AnswerKind, contract: Contract) {
  switch (answer) {
    case "text":
      return { "text/markdown": { schema: { type: "string" } } };
    case "payload":
      return { "application/json": { schema: payloadSchema(contract) } };
    case "nothing":
      return json({ type: "object" });
    case "receipt":
      return { "application/ld+json": { schema: jsonSchema(contract.receipt) } };
    default:
      return json(jsonSchema(contract[answer] satisfies z.core.$ZodType));
  }
}

/** What the policy discloses of each purpose, and nothing else. */
function payloadSchema({ policy }: Contract) {
  const schemas = consentActivities(policy).map(({ id, schema }) => ({
    title: id,
    ...jsonSchema(schema),
  }));
  const [only] = schemas;
  return schemas.length === 1 ? only : { oneOf: schemas };
}

function json(schema: object | undefined) {
  return { "application/json": { schema } };
}

function responseHeader(description: string) {
  return { description, schema: { type: "string" } };
}

function problemAnswers(codes: readonly ProblemCode[]) {
  const byStatus = groupBy(codes, (code) => String(problems[code].status));
  return Object.fromEntries(
    [...byStatus].map(([status, found]) => [
      status,
      {
        description: found.map((code) => problems[code].title).join(", or "),
        content: {
          "application/problem+json": {
            schema: {
              allOf: [
                { $ref: "#/components/schemas/Problem" },
                { properties: { type: { enum: found.map(problemType) } } },
              ],
            },
          },
        },
      },
    ]),
  );
}
