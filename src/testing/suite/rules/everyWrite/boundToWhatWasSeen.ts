import { prepareGrant } from "../../deciding/prepareGrant.ts";
import { readPayloadBytes } from "../../panelReading.ts";
import { unknownDigest } from "../../unknownDigest.ts";
import { refusalRule } from "./refusalRule.ts";

export const boundToWhatWasSeen = refusalRule(
  {
    id: "bound-to-what-was-seen",
    title:
      "Consent is refused for any other text, language, revision or bytes, by PUT and POST",
    section: "docs/panel-api.md#the-states",
    remedy: "Compare all of them with what is in force, inside the transaction.",
    occasion: "a purpose that can be decided",
  },
  async (id, send, attempt, context) => {
    const { etag, grant } = await prepareGrant(context, id);
    const headers = { "If-Match": etag };
    for (const change of [
      { textDigest: unknownDigest },
      { revision: "1999-12-31" },
      { language: "en" },
    ]) {
      await attempt(send({ ...grant, ...change }, { headers }), "policy-changed");
    }
    await attempt(
      send({ ...grant, payloadDigest: unknownDigest }, { headers }),
      "payload-changed",
    );
    for (const { id: other } of context.activities) {
      const { digest } = await readPayloadBytes(context, other);
      if (digest !== grant.payloadDigest)
        await attempt(
          send({ ...grant, payloadDigest: digest }, { headers }),
          "payload-changed",
        );
    }
    const { payloadDigest: _digest, ...unseen } = grant;
    const kinds = await send(
      { ...unseen, seen: "kinds" },
      { headers: { ...headers, "If-Match": '"stale"' } },
    );
    if (kinds.status !== 412) await attempt(Promise.resolve(kinds), "payload-not-seen");
  },
);
