import { endpoints } from "../../../contract/endpoints.ts";
import { endpointPath } from "../../../contract/paths.ts";
import { ensureHistory } from "../deciding/ensureHistory.ts";
import type { Exchange } from "../exchange.ts";
import { oncePerContext } from "../oncePerContext.ts";
import { purposePath } from "../panelReading.ts";
import type { SuiteContext } from "../suiteContext.ts";
import { readSnapshot } from "./panelSnapshot.ts";

/** An address that can be read, with the route that answers it. */
export interface Address {
  readonly endpoint: keyof typeof endpoints;
  readonly path: string;
  readonly exchange: Exchange;
}

/**
 * Addresses of every route that is read, with what they answer; of bytes the newest of each
 * kind. Where the suite decides, bytes that are there may be gone later: it looks anew.
 */
export const readAddresses = (context: SuiteContext): Promise<readonly Address[]> =>
  context.write ? findAddresses(context) : findOnce(context);

const findOnce = oncePerContext(findAddresses);

async function findAddresses(context: SuiteContext): Promise<readonly Address[]> {
  await ensureHistory(context);
  const state = await readSnapshot(context);
  const { policy, purposes, history, log } = state;
  const found: Address[] = [
    { endpoint: "getPolicy", path: "/policy", exchange: policy.exchange },
    { endpoint: "getPurposes", path: "/purposes", exchange: purposes.exchange },
    { endpoint: "getDecisions", path: "/decisions", exchange: history.exchange },
    { endpoint: "getTransmissions", path: "/transmissions", exchange: log.exchange },
  ];
  for (const { href } of Object.values(policy.value?.texts ?? {})) {
    found.push({
      endpoint: "getPolicyText",
      path: href,
      exchange: await context.get(href),
    });
  }
  for (const { id } of context.activities) {
    const decision = state.decisions.get(id);
    const payload = state.payloads.get(id);
    if (decision)
      found.push({
        endpoint: "getDecision",
        path: purposePath(id, "decision"),
        exchange: decision,
      });
    if (payload)
      found.push({
        endpoint: "getPayload",
        path: purposePath(id, "payload"),
        exchange: payload,
      });
  }
  const maps = {
    getDecisionPayload: state.agreed,
    getReceipt: state.receipts,
    getTransmissionBody: state.bodies,
  } as const;
  for (const [endpoint, map] of Object.entries(maps)) {
    const route = endpoint as keyof typeof maps;
    const isMade = new Set<number>();
    for (const [id, exchange] of map) {
      if (isMade.has(exchange.status)) continue;
      isMade.add(exchange.status);
      found.push({ endpoint: route, path: endpointPath(route, { id }), exchange });
    }
  }
  const chain = await context.get("/log");
  return [...found, { endpoint: "getLog", path: "/log", exchange: chain }];
}

export const isOpen = ({ endpoint }: Address) => endpoints[endpoint].guard === "open";

export const isBytes = ({ endpoint }: Address) =>
  endpoints[endpoint].answer === "payload";

/** Those that answer with what was asked for. */
export async function readable(context: SuiteContext): Promise<readonly Address[]> {
  return (await readAddresses(context)).filter(({ exchange }) => exchange.status === 200);
}
