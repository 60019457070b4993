import type { ProblemCode } from "../../../../contract/problem.ts";
import { prepareGrant } from "../../deciding/prepareGrant.ts";
import { purposePath } from "../../panelReading.ts";
import { unknownDigest } from "../../unknownDigest.ts";
import { refusalRule } from "./refusalRule.ts";

const large = " ".repeat(256 * 1024);

/** What can be wrong with a grant, in the order in which it is told. */
const faults: readonly {
  readonly problem: ProblemCode;
  readonly change: (sent: Sent) => Sent;
}[] = [
  {
    problem: "cross-site",
    change: (sent) => ({
      ...sent,
      headers: { ...sent.headers, "Sec-Fetch-Site": "cross-site" },
    }),
  },
  { problem: "not-signed-in", change: (sent) => ({ ...sent, session: "none" }) },
  { problem: "not-found", change: (sent) => ({ ...sent, purpose: "no-such" }) },
  {
    problem: "not-permitted",
    change: (sent) => ({
      ...sent,
      session: sent.session === "none" ? "none" : "read-only",
    }),
  },
  { problem: "body-too-large", change: (sent) => ({ ...sent, pad: large }) },
  {
    problem: "media-type-not-supported",
    change: (sent) => ({
      ...sent,
      headers: { ...sent.headers, "Content-Type": "text/plain" },
    }),
  },
  { problem: "malformed-body", change: (sent) => ({ ...sent, isBroken: true }) },
  {
    problem: "precondition-required",
    change: (sent) => ({ ...sent, headers: { ...sent.headers, "If-Match": null } }),
  },
  {
    problem: "decision-changed",
    change: (sent) => ({
      ...sent,
      headers: {
        ...sent.headers,
        ...("If-Match" in sent.headers && sent.headers["If-Match"] === null
          ? {}
          : { "If-Match": '"stale"' }),
      },
    }),
  },
  {
    problem: "policy-changed",
    change: (sent) => ({ ...sent, body: { ...sent.body, textDigest: unknownDigest } }),
  },
  {
    problem: "payload-changed",
    change: (sent) => ({ ...sent, body: { ...sent.body, payloadDigest: unknownDigest } }),
  },
];

interface Sent {
  readonly purpose: string;
  readonly session: "deciding" | "read-only" | "none";
  readonly headers: Readonly<Record<string, string | null>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly pad: string;
  readonly isBroken: boolean;
}

export const orderOfEveryTwo = refusalRule(
  {
    id: "order-of-every-two",
    title:
      "Of any two faults the first in the contract's order is answered, by PUT and POST",
    section: "docs/panel-api.md#the-order-of-problems",
    remedy: "Look for problems in the order of the list, and answer the first.",
    occasion: "a purpose that can be decided",
  },
  async (id, send, attempt, context) => {
    const { etag, grant } = await prepareGrant(context, id);
    const method = (await send("{", { session: "none" })).request.method;
    const whole: Sent = {
      purpose: id,
      session: "deciding",
      headers: { "If-Match": etag },
      body: grant,
      pad: "",
      isBroken: false,
    };
    const tried = faults.filter(
      ({ problem }) => problem !== "not-permitted" || context.hasReadOnlySession,
    );
    for (const [at, first] of tried.entries()) {
      for (const second of tried.slice(at)) {
        if (
          first.problem === "precondition-required" &&
          second.problem === "decision-changed"
        )
          continue;
        const { purpose, session, headers, body, pad, isBroken } = second.change(
          first.change(whole),
        );
        const text = isBroken ? "{" : JSON.stringify(body);
        const path = purposePath(purpose, "decision");
        await attempt(
          context.send(method, path, { session, headers, body: `${text}${pad}` }),
          first.problem,
        );
      }
    }
  },
);
