import type { Contract } from "../createContract.ts";
import { type Endpoint, endpoints } from "../endpoints.ts";
import type { EndpointId } from "../paths.ts";
import { problemDocument, problems } from "../problem.ts";
import { answersOf } from "./answers.ts";
import { groupBy } from "./groupBy.ts";
import { jsonSchema } from "./jsonSchema.ts";
import { operations } from "./operations.ts";
import { parametersOf } from "./parameters.ts";

/**
 * The contract as an OpenAPI 3.1 document, for authors of panels in any language.
 * `version` is the version of the package, `server` the base URL.
 */
export function openApi(contract: Contract, version: string, server = "/api/privacy") {
  return {
    openapi: "3.1.0",
    info: {
      title: "Klartext panel API",
      version,
      license: { name: "MIT", identifier: "MIT" },
      summary:
        "What a panel answers so that its administrator can see, agree and withdraw.",
      description:
        "Contract 1. Same-origin. Errors are problem documents (RFC 9457), looked for in the order in which `x-problem-order` names them. Every GET answers HEAD too, without a body. A method that an address does not have is `not-found` (404), and for whoever is not signed in `not-signed-in` (401); no 405 is answered.",
    },
    "x-problem-order": Object.keys(problems),
    servers: [{ url: server, description: "The base URL is the host's choice." }],
    security: [{ session: [] }],
    tags: [
      { name: "policy", description: "The policy that the panel stands for." },
      { name: "purposes", description: "Decisions and what they set in motion." },
      { name: "history", description: "What was decided and what was sent." },
    ],
    paths: pathsOf(contract),
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

type Operations = Readonly<Record<string, object>>;

function pathsOf(contract: Contract): Readonly<Record<string, Operations>> {
  const rows = Object.entries(endpoints) as [EndpointId, Endpoint][];
  const byPath = groupBy(rows, ([, { path }]) => path);
  return Object.fromEntries(
    [...byPath].map(([path, found]) => [
      path,
      Object.fromEntries(
        found.map(([id, endpoint]) => [
          endpoint.method.toLowerCase(),
          operationOf(id, endpoint, contract),
        ]),
      ),
    ]),
  );
}

function operationOf(id: EndpointId, endpoint: Endpoint, contract: Contract): object {
  const { tag, summary, answer } = operations[id];
  const parameters = parametersOf(endpoint, contract);
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(endpoint.guard === "open" ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            content: {
              "application/json": { schema: jsonSchema(contract[endpoint.body]) },
            },
          },
        }
      : {}),
    responses: answersOf(endpoint, contract, answer),
  };
}
