import { consentActivities } from "../../policy/policy.ts";
import type { Contract } from "../createContract.ts";
import type { Endpoint } from "../endpoints.ts";
import { decisionWays, viaHeader } from "../fields.ts";

/** What a request of a route is made of beside its body. */
export function parametersOf(
  endpoint: Endpoint,
  { policy }: Contract,
): readonly object[] {
  const purposes = consentActivities(policy).map(({ id }) => id);
  const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) =>
    pathParameter(name, purposes),
  );
  const inQuery = (endpoint.query ?? []).map((name) => ({
    ...{
      name,
      in: "query",
      description: queries[name] ?? "",
      schema: { type: "string" },
    },
  }));
  return [...inPath, ...inQuery, ...headersOf(endpoint)];
}

const queries: Readonly<Record<string, string>> = {
  after: "The cursor `next` of the page before.",
  upTo: "The number that the pages of one reading go up to.",
};

function pathParameter(name: string, purposes: readonly string[]) {
  const [description, schema] = partOf(name, purposes);
  return { name, in: "path", required: true, description, schema };
}

function partOf(name: string, purposes: readonly string[]): readonly [string, object] {
  switch (name) {
    case "purpose":
      return [
        "A purpose: a consent activity of the policy.",
        { type: "string", enum: purposes },
      ];
    case "digest":
      return [
        "SHA-256 of the text as base64url without padding.",
        { type: "string", pattern: "^[A-Za-z0-9_-]{43}$" },
      ];
    default:
      return ["The id.", { type: "string" }];
  }
}

function headersOf({ method, answer, guard, body }: Endpoint): readonly object[] {
  const isRead = method === "GET";
  return [
    ...(isRead ? [header("If-None-Match", "Answers 304 when nothing has changed.")] : []),
    ...(body === "decisionRequest"
      ? [header("If-Match", "The entity tag of the decision that was seen.", true)]
      : []),
    ...(body === "postedDecision"
      ? [header("If-Match", "As with PUT; a withdrawal needs none.")]
      : []),
    ...(guard === "deciding" && answer === "decision"
      ? [
          {
            ...header(viaHeader, "By which way the decision comes; left out: not known."),
            schema: { type: "string", enum: [...decisionWays] },
          },
        ]
      : []),
  ];
}

function header(name: string, description: string, required = false) {
  return { name, in: "header", required, description, schema: { type: "string" } };
}
