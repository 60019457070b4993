import type { PolicyResource } from "../../contract/policyResource.ts";
import { jsonAnswer } from "./answers.ts";
import type { Handler } from "./handler.ts";

/** `GET /policy`. */
export const getPolicy: Handler = async ({ context: { contract, texts } }) => {
  const revision = contract.policy.revision.id;
  return jsonAnswer({ contract: 1, revision, texts } satisfies PolicyResource);
};

/** `GET /policy/texts/{digest}`: also one that is no longer in force. */
export const getPolicyText: Handler = async ({ context, parts: { digest = "" } }) => {
  const text = await context.store.text(digest);
  if (text === undefined) return { problem: "not-found" };
  return {
    status: 200,
    headers: {
      "Content-Type": "text/markdown; charset=utf-8",
      "Cache-Control": "public, max-age=31536000, immutable",
      ETag: `"${digest}"`,
    },
    body: new TextEncoder().encode(text),
  };
};
