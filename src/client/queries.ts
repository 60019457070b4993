import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Purposes } from "../contract/createContract.ts";
import { digestText } from "../payload/digest.ts";
import type { PanelClient } from "./createClient.ts";

/** How often a page asks the panel, in milliseconds: sooner while something is under way. */
const pace = { moving: 1_000, visible: 5_000, hidden: 60_000 } as const;

function isHidden(): boolean {
  return globalThis.document?.visibilityState === "hidden";
}

/**
 * Polling passes every proxy and carries the host's own headers; an unchanged answer is a
 * 304. A failed poll is not repeated at once: the next one finds out.
 */
const live = {
  refetchInterval: () => (isHidden() ? pace.hidden : pace.visible),
  refetchIntervalInBackground: true,
  refetchOnWindowFocus: "always",
  networkMode: "always",
  retry: false,
  staleTime: 0,
  structuralSharing: false,
} as const;

/** The policy that the panel stands for. */
export function policyQuery(client: PanelClient) {
  return queryOptions({
    queryKey: ["klartext", client.baseUrl, "policy"],
    queryFn: ({ signal }) => client.getPolicy(signal),
    ...live,
  });
}

/** Whether something is being sent or deleted at this moment. */
function isMoving({ purposes }: Purposes): boolean {
  return Object.values(purposes).some(
    ({ activity: { nextAt, deletions } }) =>
      deletions.some(({ state }) => state === "under-way") ||
      (nextAt !== null && Date.parse(nextAt) <= Date.now()),
  );
}

/** Every purpose and the viewer. */
export function purposesQuery(client: PanelClient) {
  return queryOptions({
    queryKey: ["klartext", client.baseUrl, "purposes"],
    queryFn: ({ signal }) => client.getPurposes(signal),
    ...live,
    refetchInterval: ({ state: { data } }) => {
      if (isHidden()) return pace.hidden;
      return data && isMoving(data) ? pace.moving : pace.visible;
    },
  });
}

/** The bytes that a purpose would send. */
export function payloadQuery(client: PanelClient, purpose: string) {
  return queryOptions({
    queryKey: ["klartext", client.baseUrl, "payload", purpose],
    queryFn: ({ signal }) => client.getPayload(purpose, signal),
    ...live,
  });
}

/** The log of everything sent, newest first, a page at a time. */
export function transmissionsQuery(client: PanelClient) {
  return infiniteQueryOptions({
    queryKey: ["klartext", client.baseUrl, "transmissions"],
    queryFn: ({ signal, pageParam }) => client.getTransmissions(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    ...live,
  });
}

/** The exact bytes of one attempt. */
export function transmissionBodyQuery(client: PanelClient, id: string) {
  return queryOptions({
    queryKey: ["klartext", client.baseUrl, "transmission-body", id],
    queryFn: ({ signal }) => client.getTransmissionBody(id, signal),
    networkMode: "always",
    retry: false,
  });
}

/** Every decision and what followed, newest first, a page at a time. */
export function decisionsQuery(client: PanelClient) {
  return infiniteQueryOptions({
    queryKey: ["klartext", client.baseUrl, "decisions"],
    queryFn: ({ signal, pageParam }) => client.getDecisions(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    ...live,
  });
}

/** The exact bytes that a grant agreed to. */
export function decisionPayloadQuery(client: PanelClient, id: string) {
  return queryOptions({
    queryKey: ["klartext", client.baseUrl, "decision-payload", id],
    queryFn: ({ signal }) => client.getDecisionPayload(id, signal),
    networkMode: "always",
    retry: false,
  });
}

/** One receipt. */
export function receiptQuery(client: PanelClient, id: string) {
  return queryOptions({
    queryKey: ["klartext", client.baseUrl, "receipt", id],
    queryFn: ({ signal }) => client.getReceipt(id, signal),
    networkMode: "always",
    retry: false,
  });
}

/** The digest of a policy's text; the text is its key, for it decides alone. */
export function textDigestQuery(text: string) {
  return queryOptions({
    queryKey: ["klartext", "text-digest", text],
    queryFn: () => digestText(text),
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: "always",
  });
}
