import { type Loose, type Plant, tells } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";

export const tellsChain = (to: (event: Loose, at: number) => Loose): Plant =>
  tells(is.chain, (page) => ({
    ...page,
    events: page.events.map((one: Loose, at: number) => ({ ...one, ...to(one, at) })),
  }));

export const wrongDigest = `sha-256=:${"A".repeat(43)}=:`;
