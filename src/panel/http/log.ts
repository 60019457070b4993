import { type LogPage, logPageSize } from "../../contract/logPage.ts";
import { eventDigest } from "../chain/index.ts";
import type { LinkedEvent } from "../store/panelStore.ts";
import { jsonAnswer } from "./answers.ts";
import type { SignedInHandler } from "./handler.ts";

/** `GET /log`: the chain of digests, oldest first, up to one number. */
export const getLog: SignedInHandler = async ({ context, query }) => {
  const after = numberOf(query.get("after") ?? "0");
  const asked = query.get("upTo");
  const limit = asked === null ? Number.MAX_SAFE_INTEGER : numberOf(asked);
  if (after === undefined || limit === undefined) {
    return {
      problem: "malformed-body",
      detail: "Give `after` the `next` of the page before, and `upTo` its `upTo`.",
    };
  }
  const { store } = await context.store.read();
  const upTo = Math.min(limit, store.number ?? 0);
  const found = await context.store.events(after, upTo, logPageSize + 1);
  const events = found.slice(0, logPageSize);
  const last = events.at(-1);
  const page: LogPage = {
    events: events.map(describeEvent),
    upTo,
    next: found.length > logPageSize && last ? String(last.number) : null,
  };
  return jsonAnswer(page);
};

function describeEvent({
  number,
  head,
  salt,
  ...event
}: LinkedEvent): LogPage["events"][number] {
  return { number, digest: eventDigest(event), head, salt, event: { ...event } };
}

function numberOf(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
