import { type Query, queryOptions, type UseQueryOptions } from "@tanstack/react-query";
import type { Purposes } from "../contract/createContract.ts";
import type { DecisionRecord } from "../contract/decisionRecord.ts";
import type { Transmission } from "../contract/transmission.ts";
import { digestText } from "../payload/digest.ts";
import type { PanelClient } from "./createClient.ts";
import { type EntryList, type Page, withNewest } from "./entryList.ts";
import { askedToWait, pollInterval, pollsOfSame } from "./pollInterval.ts";

/** How often a page asks the panel, in milliseconds: sooner while something is under way. */
const pace = { moving: 1_000, visible: 5_000, list: 30_000, hidden: 60_000 } as const;

/** The state is looked for soon again while it cannot be read; all else waits for it. */
const maxPaceWithoutState = 10_000;

/** How often something under way is asked for as if it ended soon. */
const soonest = 15;

function isHidden(): boolean {
  return globalThis.document?.visibilityState === "hidden";
}

/**
 * Polling passes every proxy and carries the host's own headers; an unchanged answer is a
 * 304. A failed poll is not repeated at once: the next one finds out.
 */
const live = {
  refetchInterval: (query: Pick<Query, "state">) =>
    pollInterval(query, isHidden() ? pace.hidden : pace.visible),
  refetchIntervalInBackground: true,
  refetchOnWindowFocus: ({ state }: Pick<Query, "state">) =>
    askedToWait(state.error) === undefined ? "always" : false,
  networkMode: "always",
  retry: false,
  staleTime: 0,
  structuralSharing: false,
} as const;

/** The policy that the panel stands for. */
export function policyQuery(client: PanelClient) {
  return queryOptions({
    queryKey: ["klartext", client.cacheKey, "policy"],
    queryFn: ({ signal }) => client.getPolicy(signal),
    ...live,
  });
}

/** Whether something is being sent or deleted at this moment. */
function isMoving({ purposes }: Purposes): boolean {
  return Object.values(purposes).some(
    ({ activity: { nextAt, deletions, openSends } }) =>
      openSends > 0 ||
      deletions.some(({ state }) => state === "under-way") ||
      (nextAt !== null && Date.parse(nextAt) <= Date.now()),
  );
}

/** Every purpose and the viewer. */
export function purposesQuery(client: PanelClient) {
  return queryOptions({
    queryKey: ["klartext", client.cacheKey, "purposes"],
    queryFn: ({ signal }) => client.getPurposes(signal),
    ...live,
    refetchInterval: (query) => {
      const { data } = query.state;
      const moves =
        data && isMoving(data) && pollsOfSame(query, data.purposes) <= soonest;
      return pollInterval(
        query,
        isHidden() ? pace.hidden : moves ? pace.moving : pace.visible,
        maxPaceWithoutState,
      );
    },
  });
}

/** The bytes that a purpose would send. */
export function payloadQuery(client: PanelClient, purpose: string) {
  return queryOptions({
    queryKey: ["klartext", client.cacheKey, "payload", purpose],
    queryFn: ({ signal }) => client.getPayload(purpose, signal),
    ...live,
    // What was read for a card is not read again when the card appears.
    staleTime: 1_000,
  });
}

/** Reads one page of a list: that after a cursor, or the newest. */
export type ReadPage<Entry> = (
  after: string | undefined,
  signal?: AbortSignal,
) => Promise<Page<Entry>>;

/** What reads a list: its newest page again and again, and an older one when asked. */
export type ListQuery<Entry> = UseQueryOptions<
  EntryList<Entry>,
  Error,
  EntryList<Entry>,
  string[]
> & { readonly queryKey: string[]; readonly readPage: ReadPage<Entry> };

/** A list that is asked for anew: its newest page alone. */
function listQuery<Entry extends { readonly id: string }>(
  client: PanelClient,
  list: string,
  readPage: ReadPage<Entry>,
): ListQuery<Entry> {
  const queryKey = ["klartext", client.cacheKey, list];
  const options = queryOptions({
    queryKey,
    queryFn: async ({ signal, client: cache }) => {
      const page = await readPage(undefined, signal);
      return withNewest(page, cache.getQueryData<EntryList<Entry>>(queryKey));
    },
    ...live,
    refetchInterval: (query) => pollInterval(query, isHidden() ? pace.hidden : pace.list),
  });
  // Not spread: a declaration could not name the parts of the options' type.
  return Object.assign(options, { readPage });
}

/** The log of everything sent, newest first. */
export function transmissionsQuery(client: PanelClient): ListQuery<Transmission> {
  return listQuery(client, "transmissions", client.getTransmissions);
}

/** What belongs to one entry of a list, asked for once. */
function partQuery<Part>(
  client: PanelClient,
  part: string,
  id: string,
  read: (id: string, signal: AbortSignal) => Promise<Part>,
) {
  return queryOptions({
    queryKey: ["klartext", client.cacheKey, part, id],
    queryFn: ({ signal }) => read(id, signal),
    networkMode: "always",
    retry: false,
  });
}

/** The exact bytes of one attempt. */
export function transmissionBodyQuery(client: PanelClient, id: string) {
  return partQuery(client, "transmission-body", id, client.getTransmissionBody);
}

/** Every decision and what followed, newest first. */
export function decisionsQuery(client: PanelClient): ListQuery<DecisionRecord> {
  return listQuery(client, "decisions", client.getDecisions);
}

/** The exact bytes that a grant agreed to. */
export function decisionPayloadQuery(client: PanelClient, id: string) {
  return partQuery(client, "decision-payload", id, client.getDecisionPayload);
}

/** One receipt. */
export function receiptQuery(client: PanelClient, id: string) {
  return partQuery(client, "receipt", id, client.getReceipt);
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
