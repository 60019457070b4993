import type { UnreadableResource } from "./unreadableResource.ts";

/** Which rule has told first of what cannot be read. */
export interface UnreadableTold {
  /** The id of the rule that told of it before; undefined if this one is the first. */
  readonly toldBefore: (violation: UnreadableResource, id: string) => string | undefined;
}

/** What cannot be read is told by one rule alone: the others cannot be tried because of it. */
export function rememberUnreadable(): UnreadableTold {
  const tellers = new Map<string, string>();
  return {
    toldBefore: ({ fault }, id) => {
      const teller = tellers.get(fault) ?? id;
      tellers.set(fault, teller);
      return teller === id ? undefined : teller;
    },
  };
}
