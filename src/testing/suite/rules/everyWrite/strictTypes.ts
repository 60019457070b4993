import { prepareDecision } from "../../deciding/prepareDecision.ts";
import { refusalRule } from "./refusalRule.ts";

export const strictTypes = refusalRule(
  {
    id: "strict-types",
    title: "A body that is not said to be application/json is not read, by PUT and POST",
    section: "docs/panel-api.md#the-order-of-problems",
    remedy: "Compare the media type whole, without its parameters.",
    occasion: "a purpose that can be decided",
  },
  async (id, send, attempt, context) => {
    const { etag, grant, refusal } = await prepareDecision(context, id);
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data",
      "application/json-patch+json",
      "text/plain; a=application/json",
      "",
    ]) {
      for (const body of [grant, refusal, { decision: "withdrawn" }]) {
        await attempt(
          send(body, { headers: { "If-Match": etag, "Content-Type": type } }),
          "media-type-not-supported",
        );
      }
    }
  },
);
