import * as z from "zod/mini";
import { decisionTag } from "../../contract/decision.ts";
import type { DecisionRequest } from "../../contract/decisionRequest.ts";
import { endpointPath } from "../../contract/paths.ts";
import { records } from "../../contract/records.ts";
import { buildTexts } from "../../panel/buildTexts.ts";
import type { Asking, KitPanel, VectorRequest } from "./kitPanel.ts";

const page = { Origin: "https://panel.example" } as const;
const json = { "Content-Type": "application/json" } as const;

/** The requests of somebody who has seen what a panel shows of a purpose now. */
export function requestsOf(panel: KitPanel, purpose: string) {
  const { policy } = panel;
  const path = endpointPath("putDecision", { purpose });
  const text = {
    revision: policy.revision.id,
    language: "en",
    textDigest: buildTexts(policy).texts.en.digest,
  } as const;
  const tag = () => decisionTag(Number(panel.row(purpose).sequence));
  const get = (
    where: string,
    headers: VectorRequest["headers"] = {},
    as: Asking = "deciding",
    method = "GET",
  ): VectorRequest => ({ as, method, path: where, headers, body: null });
  const send = (
    method: string,
    body: unknown,
    headers: VectorRequest["headers"] = {},
    as: Asking = "deciding",
  ): VectorRequest => ({
    ...{ as, method, path, headers: { ...page, ...json, ...headers } },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const payloadDigest = async (): Promise<string> => {
    const shown = await panel.ask(get(endpointPath("getPayload", { purpose })));
    return shown.headers.get("Repr-Digest") ?? noDigest;
  };
  const grantBody = async (): Promise<DecisionRequest> => ({
    decision: "granted",
    ...text,
    payloadDigest: await payloadDigest(),
  });
  const refusalBody: DecisionRequest = { decision: "refused", ...text };
  return {
    ...{ purpose, policy, path, tag, get, send, grantBody, refusalBody },
    /** The id of the newest entry of the history, or of the newest of an event. */
    newest: async (event?: string): Promise<string> => {
      const answer = await panel.ask(get("/decisions"));
      const { entries } = z.parse(records.decisions, await answer.json());
      return entries.find((one) => !event || one.event === event)?.id ?? "";
    },
    grant: async () => send("PUT", await grantBody(), { "If-Match": tag() }),
    refuse: async () => send("PUT", refusalBody, { "If-Match": tag() }),
    withdraw: async (
      headers: VectorRequest["headers"] = {},
      as: Asking = "deciding",
    ) => ({
      ...get(path, { ...page, ...headers }, as, "DELETE"),
    }),
  };
}

/** A digest that no text and no payload has. */
export const noDigest = `sha-256=:${"A".repeat(43)}=:`;
