import { prepareDecision } from "../../deciding/prepareDecision.ts";
import { refusalRule } from "./refusalRule.ts";

export const strictBodies = refusalRule(
  {
    id: "strict-bodies",
    title: "A body is read strictly: no other member, word or form, by PUT and POST",
    section: "docs/panel-api.md#the-requests",
    remedy: "Check the body against the schema, with no other members, in UTF-8.",
    occasion: "a purpose that can be decided",
  },
  async (id, send, attempt, context) => {
    const { etag, grant, refusal } = await prepareDecision(context, id);
    const { payloadDigest: digest, ...unseen } = grant;
    const { decision: _decision, ...nameless } = refusal;
    const bodies = [
      { ...grant, more: 1 },
      { ...refusal, more: 1 },
      { ...refusal, payloadDigest: digest },
      { ...refusal, seen: "kinds" },
      { ...grant, language: "de-AT" },
      { ...grant, language: "DE" },
      { ...refusal, language: "fr" },
      { ...refusal, textDigest: "none" },
      { ...refusal, textDigest: "sha-256=:AAAA:" },
      { ...refusal, revision: "no such" },
      { ...refusal, revision: "x".repeat(101) },
      { ...refusal, revision: "" },
      { ...grant, seen: "kinds" },
      { ...grant, seen: "bytes" },
      { ...unseen, seen: "bytes" },
      unseen,
      { ...grant, decision: "GRANTED" },
      { ...refusal, decision: "Refused" },
      nameless,
      { ...grant, decision: undefined },
      [refusal],
      "null",
      "[]",
      "{",
      "",
      '"refused"',
      { decision: "withdrawn", more: 1 },
      { decision: "WITHDRAWN" },
      new Uint8Array([
        ...new TextEncoder().encode(JSON.stringify(refusal).slice(0, -2)),
        0xff,
        0x22,
        0x7d,
      ]),
    ];
    for (const body of bodies)
      await attempt(send(body, { headers: { "If-Match": etag } }), "malformed-body");
  },
);
