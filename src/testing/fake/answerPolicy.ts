import type { PolicyResource } from "../../contract/policyResource.ts";
import { contentTag, type FakeAnswer, jsonAnswer } from "./fakeAnswer.ts";
import type { FakeState } from "./fakeState.ts";

/** `GET /policy`. */
export function answerPolicy({ contract, texts }: FakeState): FakeAnswer {
  const body: PolicyResource = {
    contract: 1,
    revision: contract.policy.revision.id,
    texts,
  };
  return jsonAnswer(body);
}

/** `GET /policy/texts/{digest}`: also one that is no longer in force. */
export function answerPolicyText(
  { keptTexts }: FakeState,
  path: string | undefined,
): FakeAnswer | undefined {
  if (path === undefined || !Object.hasOwn(keptTexts, path)) return undefined;
  const text = keptTexts[path] ?? "";
  return {
    status: 200,
    headers: {
      "Content-Type": "text/markdown; charset=utf-8",
      "Cache-Control": "public, max-age=31536000, immutable",
      ETag: contentTag(text),
    },
    body: new TextEncoder().encode(text),
  };
}
