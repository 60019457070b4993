import * as z from "zod/mini";
import type { Contract } from "./createContract.ts";
import { payloadKindHeader, payloadKinds } from "./payloadKind.ts";
import { type ProblemCode, problemDocument, problems, problemType } from "./problem.ts";

type Schema = z.core.$ZodType;

const always = ["host-not-served", "internal-error"] as const;
const reading = [...always, "not-signed-in"] as const;
const writing = [...reading, "cross-site", "not-found", "not-permitted"] as const;

/**
 * The contract as an OpenAPI 3.1 document, for authors of panels in any language.
 * `version` is the version of the package, `server` the base URL.
 */
export function openApi(contract: Contract, version: string, server = "/api/privacy") {
  const purpose = {
    name: "purpose",
    in: "path",
    required: true,
    description: "A purpose: a consent activity of the policy.",
    schema: { type: "string", enum: contract.purposeIds },
  };
  const ifNoneMatch = header("If-None-Match", "Answers 304 when nothing has changed.");
  const unchanged = { "304": { description: "Unchanged since the named entity tag." } };
  const decisionAnswer = (description: string) => ({
    description,
    headers: { ETag: responseHeader("The decision's sequence, a strong entity tag.") },
    content: json(contract.decision),
  });

  return {
    openapi: "3.1.0",
    info: {
      title: "Klartext panel API",
      version,
      summary:
        "What a panel answers so that its administrator can see, agree and withdraw.",
      description:
        "Contract 1. Same-origin. Errors are problem documents (RFC 9457), looked for in the order in which `x-problem-order` names them.",
      license: { name: "MIT", identifier: "MIT" },
    },
    "x-problem-order": Object.keys(problems),
    servers: [{ url: server, description: "The base URL is the host's choice." }],
    security: [{ session: [] }],
    tags: [
      { name: "policy", description: "The policy that the panel stands for." },
      { name: "purposes", description: "Decisions and what they set in motion." },
      { name: "history", description: "What was decided and what was sent." },
    ],
    paths: {
      "/policy": {
        get: {
          operationId: "getPolicy",
          tags: ["policy"],
          summary: "The revision in force and its texts",
          security: [],
          parameters: [ifNoneMatch],
          responses: {
            "200": tagged("The policy.", json(contract.policyResource)),
            ...unchanged,
            ...problemAnswers(always),
          },
        },
      },
      "/policy/texts/{digest}": {
        get: {
          operationId: "getPolicyText",
          tags: ["policy"],
          summary: "One text of the policy, kept for ever",
          security: [],
          parameters: [
            {
              name: "digest",
              in: "path",
              required: true,
              description: "SHA-256 of the text as base64url without padding.",
              schema: { type: "string", pattern: "^[A-Za-z0-9_-]{43}$" },
            },
          ],
          responses: {
            "200": {
              description: "The text.",
              content: { "text/markdown": { schema: { type: "string" } } },
            },
            ...problemAnswers([...always, "not-found"]),
          },
        },
      },
      "/purposes": {
        get: {
          operationId: "getPurposes",
          tags: ["purposes"],
          summary: "Everything that one page needs",
          parameters: [ifNoneMatch],
          responses: {
            "200": tagged("The viewer and every purpose.", json(contract.purposes)),
            ...unchanged,
            ...problemAnswers(reading),
          },
        },
      },
      "/purposes/{purpose}/decision": {
        parameters: [purpose],
        get: {
          operationId: "getDecision",
          tags: ["purposes"],
          summary: "The decision alone",
          parameters: [ifNoneMatch],
          responses: {
            "200": decisionAnswer("The decision."),
            ...unchanged,
            ...problemAnswers([...reading, "not-found"]),
          },
        },
        put: {
          operationId: "putDecision",
          tags: ["purposes"],
          summary: "Give consent, or refuse it",
          parameters: [
            header("If-Match", "The entity tag of the decision that was seen.", true),
          ],
          requestBody: { required: true, content: json(contract.decisionRequest) },
          responses: {
            "200": decisionAnswer("The new decision."),
            ...problemAnswers([
              ...writing,
              "locked",
              "body-too-large",
              "media-type-not-supported",
              "malformed-body",
              "precondition-required",
              "decision-changed",
              "policy-changed",
              "payload-changed",
              "withdraw-instead",
              "not-available-here",
            ]),
          },
        },
        delete: {
          operationId: "withdraw",
          tags: ["purposes"],
          summary: "Withdraw: no precondition, idempotent, a new entity tag each time",
          responses: {
            "200": decisionAnswer("Withdrawn."),
            "202": decisionAnswer("Withdrawn; the vendor's deletion is under way."),
            ...problemAnswers(writing),
          },
        },
      },
      "/purposes/{purpose}/payload": {
        parameters: [purpose],
        get: {
          operationId: "getPayload",
          tags: ["purposes"],
          summary: "The very bytes; sends nothing and makes no UUID",
          parameters: [ifNoneMatch],
          responses: {
            "200": {
              description: "The bytes that the panel's sender would post.",
              headers: {
                ETag: responseHeader("Changes with the bytes."),
                "Repr-Digest": responseHeader("SHA-256 of the bytes (RFC 9530)."),
                "Cache-Control": responseHeader("`no-store, no-transform`."),
                [payloadKindHeader]: {
                  description: "What the bytes are.",
                  schema: { type: "string", enum: [...payloadKinds] },
                },
              },
              content: { "application/json": { schema: {} } },
            },
            ...unchanged,
            ...problemAnswers([...reading, "not-found", "not-available-here"]),
          },
        },
      },
      "/decisions": {
        get: {
          operationId: "listDecisions",
          tags: ["history"],
          summary: "Every decision and what followed from it, newest first",
          parameters: [after],
          responses: {
            "200": tagged("A page of the history.", json(contract.decisions)),
            ...unchanged,
            ...problemAnswers(reading),
          },
        },
      },
      "/decisions/{id}/payload": bytesPath(
        "getAgreedPayload",
        "The bytes that were agreed to",
      ),
      "/transmissions": {
        get: {
          operationId: "listTransmissions",
          tags: ["history"],
          summary: "Every attempt to send, newest first",
          parameters: [after],
          responses: {
            "200": tagged("A page of the log.", json(contract.transmissions)),
            ...unchanged,
            ...problemAnswers(reading),
          },
        },
      },
      "/transmissions/{id}/body": bytesPath(
        "getTransmissionBody",
        "The exact bytes of an attempt",
      ),
      "/receipts/{id}": {
        get: {
          operationId: "getReceipt",
          tags: ["history"],
          summary: "The receipt of a decision or of a confirmed deletion",
          parameters: [idParameter],
          responses: {
            "200": tagged("JSON-LD with terms of DPV 2.3.", {
              "application/ld+json": { schema: jsonSchema(contract.receipt) },
            }),
            ...unchanged,
            ...problemAnswers([...reading, "not-found"]),
          },
        },
      },
    },
    components: {
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "session",
          description: "The panel's own session; how it is made is the host's choice.",
        },
      },
      schemas: { Problem: jsonSchema(problemDocument) },
    },
  };
}

const after = {
  name: "after",
  in: "query",
  description: "The cursor `next` of the page before.",
  schema: { type: "string" },
};

const idParameter = {
  name: "id",
  in: "path",
  required: true,
  description: "The entry's id.",
  schema: { type: "string", format: "uuid" },
};

function bytesPath(operationId: string, summary: string) {
  return {
    get: {
      operationId,
      tags: ["history"],
      summary,
      parameters: [idParameter, header("If-None-Match", "Answers 304.")],
      responses: {
        "200": {
          description: "The bytes as they were.",
          headers: {
            ETag: responseHeader("Never changes."),
            "Repr-Digest": responseHeader("SHA-256 of the bytes (RFC 9530)."),
            "Cache-Control": responseHeader("`no-store, no-transform`."),
          },
          content: { "application/json": { schema: {} } },
        },
        "304": { description: "Unchanged since the named entity tag." },
        ...problemAnswers([...reading, "not-found", "gone"]),
      },
    },
  };
}

function json(schema: Schema) {
  return { "application/json": { schema: jsonSchema(schema) } };
}

function jsonSchema(schema: Schema) {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}

function tagged(
  description: string,
  content: Readonly<Record<string, { readonly schema: object }>>,
) {
  return {
    description,
    headers: { ETag: responseHeader("Changes with the answer.") },
    content,
  };
}

function responseHeader(description: string) {
  return { description, schema: { type: "string" } };
}

function header(name: string, description: string, required = false) {
  return { name, in: "header", required, description, schema: { type: "string" } };
}

function problemAnswers(codes: readonly ProblemCode[]) {
  const byStatus = Map.groupBy(codes, (code) => String(problems[code].status));
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
