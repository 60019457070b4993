import type { DecisionRecord } from "../../contract/decisionRecord.ts";
import { pageSize } from "../../contract/pageOf.ts";
import type { Transmission } from "../../contract/transmission.ts";
import { bytesAnswer } from "./answerPayload.ts";
import { contentTag, type FakeAnswer, jsonAnswer, problemAnswer } from "./fakeAnswer.ts";
import type { FakeState, Kept } from "./fakeState.ts";

/** The history, the log and the receipts; undefined for any other address. */
export function answerHistory(
  state: FakeState,
  [list, id, part]: readonly (string | undefined)[],
  query: URLSearchParams,
): FakeAnswer | undefined {
  if (list === "receipts" && part === undefined) return answerReceipt(state, id);
  const found =
    list === "decisions"
      ? { entries: state.history, part: "payload" }
      : list === "transmissions"
        ? { entries: state.transmissions, part: "body" }
        : undefined;
  if (!found) return undefined;
  if (id === undefined) return answerPage(found.entries, query.get("after"));
  return part === found.part ? answerBytes(found.entries, id) : undefined;
}

type Entries = readonly Kept<DecisionRecord | Transmission>[];

/** The cursor is the id of the last entry before the page. */
function answerPage(kept: Entries, after: string | null): FakeAnswer | undefined {
  const before = after === null ? -1 : kept.findIndex(({ entry }) => entry.id === after);
  if (after !== null && before < 0) return problemAnswer("malformed-body");
  const page = kept.slice(before + 1, before + 1 + pageSize);
  const isLast = before + 1 + pageSize >= kept.length;
  return jsonAnswer({
    entries: page.map(({ entry }) => entry),
    next: isLast ? null : (page.at(-1)?.entry.id ?? null),
  });
}

function answerBytes(kept: Entries, id: string): FakeAnswer | undefined {
  const found = kept.find(({ entry }) => entry.id === id);
  if (!found) return undefined;
  if (found.bytes) return bytesAnswer(found.bytes, { ETag: contentTag(found.bytes) });
  const { entry } = found;
  const bytes = "payload" in entry ? entry.payload : entry.body;
  return bytes === "deleted" ? problemAnswer("gone") : undefined;
}

function answerReceipt({ receipts }: FakeState, id = ""): FakeAnswer | undefined {
  if (!Object.hasOwn(receipts, id)) return undefined;
  const { headers, ...answer } = jsonAnswer(receipts[id]);
  return { ...answer, headers: { ...headers, "Content-Type": "application/ld+json" } };
}
