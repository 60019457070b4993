import { type ContractPromise, NotTried } from "../contractPromise.ts";
import type { Exchange } from "../exchange.ts";
import { foreignAnswer } from "../preflight/foreignAnswer.ts";
import { problemOf } from "../preflight/problemOf.ts";
import { prepare, put, requireUnlocked } from "./acts.ts";
import { type Attempt, everyPurpose, otherDigest } from "./refusedWrites.ts";

/** Far larger than any decision, by so many bytes. */
const bodyOf = (size: number) =>
  JSON.stringify({ decision: "granted", filler: "x".repeat(size) });

const large = bodyOf(1024 * 1024);

/** Large too, and what most proxies let pass (nginx: up to a mebibyte). */
const smaller = bodyOf(256 * 1024);

/**
 * Sends a large body. What stands before a panel may have had enough of it first, or of a panel
 * that hangs up; that is no fault, for no page sends it, if a smaller one gets through.
 *
 * @throws {NotTried} when that is so.
 */
async function attemptLarge(
  send: (body: string) => Promise<Exchange>,
  attempt: Attempt,
): Promise<void> {
  const answer = await send(large);
  const isForeign = foreignAnswer(answer) !== undefined;
  const isStopped = isForeign && [413, 502].includes(answer.status);
  const last = isStopped ? await send(smaller) : answer;
  if (isStopped && problemOf(last) !== undefined) {
    throw new NotTried("Something before the panel takes no body of a mebibyte.");
  }
  await attempt(Promise.resolve(last), "body-too-large");
}

const plain = { "Content-Type": "text/plain" };

/** Bodies that are none of the contract, and the order in which faults are answered. */
export const bodyPromises: readonly ContractPromise[] = [
  {
    id: "malformed-body",
    title: "A body that is not the contract's is malformed",
    needs: ["write"],
    check: (context) =>
      everyPurpose(context, async (id, attempt) => {
        const { etag, grant, refusal } = await prepare(context, id);
        const { payloadDigest: _missing, ...incomplete } = grant;
        for (const body of [
          "",
          "{",
          "[]",
          "null",
          incomplete,
          { ...grant, decision: "withdrawn" },
          { ...grant, language: "fr" },
          { ...grant, payloadDigest: "none" },
          { ...grant, seen: "kinds" },
          { ...refusal, textDigest: "none" },
          { ...refusal, revision: "no such revision" },
          { ...refusal, by: "somebody" },
        ]) {
          await attempt(put(context, id, etag, body), "malformed-body");
        }
      }),
  },
  {
    id: "media-type",
    title: "A body that is not said to be JSON is not read",
    needs: ["write"],
    check: (context) =>
      everyPurpose(context, async (id, attempt) => {
        const { etag, grant } = await prepare(context, id);
        for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
          const headers = { "Content-Type": type };
          const sent = put(context, id, etag, grant, { headers });
          await attempt(sent, "media-type-not-supported");
        }
      }),
  },
  {
    id: "large-body",
    title: "A body of a mebibyte is too large",
    needs: ["write"],
    check: (context) =>
      everyPurpose(context, async (id, attempt) => {
        const { etag } = await prepare(context, id);
        await attemptLarge((body) => put(context, id, etag, body), attempt);
      }),
  },
  {
    id: "order-of-problems",
    title: "Of several faults the first in the contract's order is answered",
    needs: ["write"],
    check: (context) =>
      everyPurpose(context, async (id, attempt) => {
        await requireUnlocked(context, id);
        const { etag, grant } = await prepare(context, id);
        const other = { ...grant, textDigest: otherDigest, payloadDigest: otherDigest };
        const outside = { session: "none", headers: { Origin: null } } as const;
        await attempt(put(context, id, null, "{", outside), "cross-site");
        const nobody = { session: "none", headers: plain } as const;
        await attempt(put(context, "no-such", null, "{", nobody), "not-signed-in");
        await attempt(
          put(context, "no-such", null, "{", { headers: plain }),
          "not-found",
        );
        const sent = put(context, id, null, "{", { headers: plain });
        await attempt(sent, "media-type-not-supported");
        await attempt(put(context, id, null, "{"), "malformed-body");
        await attempt(put(context, id, null, other), "precondition-required");
        await attempt(put(context, id, '"stale"', other), "decision-changed");
        await attempt(put(context, id, etag, other), "policy-changed");
        const sendPlain = (body: string) =>
          put(context, id, null, body, { headers: plain });
        await attemptLarge(sendPlain, attempt);
      }),
  },
];
