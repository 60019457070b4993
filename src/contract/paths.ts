/** The path of every route of contract 1 below the base URL, with what is filled in as `{name}`. */
export const paths = {
  getPolicy: "/policy",
  getPolicyText: "/policy/texts/{digest}",
  getPurposes: "/purposes",
  getDecision: "/purposes/{purpose}/decision",
  putDecision: "/purposes/{purpose}/decision",
  withdraw: "/purposes/{purpose}/decision",
  postDecision: "/purposes/{purpose}/decision",
  getPayload: "/purposes/{purpose}/payload",
  getDecisions: "/decisions",
  getDecisionPayload: "/decisions/{id}/payload",
  getTransmissions: "/transmissions",
  getTransmissionBody: "/transmissions/{id}/body",
  getReceipt: "/receipts/{id}",
  getLog: "/log",
  eraseName: "/people/{id}/name",
} as const;

/** The name of a route, the `operationId` of the OpenAPI document. */
export type EndpointId = keyof typeof paths;

/** The path of an endpoint below the base URL, with its parts filled in (RFC 3986 § 2.1). */
export function endpointPath(
  id: EndpointId,
  parts: Readonly<Record<string, string>> = {},
): string {
  return paths[id].replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(parts[name] ?? ""),
  );
}
