import { decisionTag } from "../../../contract/decision.ts";
import type { ProblemCode } from "../../../contract/problem.ts";
import { languages } from "../../../policy/language.ts";
import type { ContractPromise } from "../contractPromise.ts";
import { eachPurpose } from "../eachPurpose.ts";
import type { Exchange } from "../exchange.ts";
import { expectProblem } from "../expectations.ts";
import { readDecision } from "../panelReading.ts";
import type { SendOptions, SuiteContext } from "../suiteContext.ts";
import { expectUnchanged, prepare, put, remove, requireUnlocked } from "./acts.ts";

const foreign = "https://attacker.invalid";

/** How an unsafe request looks that no page of the panel sent. */
const crossSite: readonly Readonly<Record<string, string | null>>[] = [
  { "Sec-Fetch-Site": "cross-site" },
  { "Sec-Fetch-Site": "same-site" },
  { "Sec-Fetch-Site": "none" },
  { "Sec-Fetch-Site": "cross-site", Origin: foreign },
  { Origin: foreign },
  { Origin: "null" },
  { Origin: null },
];

/** A digest that no text and no payload has. */
export const otherDigest = `sha-256=:${"A".repeat(43)}=:`;

/** Writes that a panel must refuse, and that change nothing. */
export const refusedWrites: readonly ContractPromise[] = [
  {
    id: "cross-site",
    title: "A decision from another site, or from nowhere, is not taken",
    needs: ["write"],
    check: (context) =>
      everyPurpose(context, async (id, attempt) => {
        const { etag, grant } = await prepare(context, id);
        for (const headers of crossSite) {
          await attempt(put(context, id, etag, grant, { headers }), "cross-site");
          await attempt(remove(context, id, { headers }), "cross-site");
        }
      }),
  },
  {
    id: "session-needed-to-decide",
    title: "Nobody decides who is not signed in",
    needs: ["write"],
    check: (context) => decideWith(context, { session: "none" }, "not-signed-in"),
  },
  {
    id: "permission-needed-to-decide",
    title: "A person who may look decides nothing",
    needs: ["write", "read-only-session"],
    check: (context) => decideWith(context, { session: "read-only" }, "not-permitted"),
  },
  {
    id: "unknown-purpose-to-decide",
    title: "Nothing is decided for a purpose that the policy does not have",
    needs: ["write"],
    async check(context) {
      expectProblem(await put(context, "no-such", '"0"', {}), "not-found");
      expectProblem(await remove(context, "no-such"), "not-found");
    },
  },
  {
    id: "if-match-needed",
    title: "A grant and a refusal need If-Match",
    needs: ["write"],
    check: (context) =>
      everyPurpose(context, async (id, attempt) => {
        await requireUnlocked(context, id);
        const { grant, refusal } = await prepare(context, id);
        await attempt(put(context, id, null, grant), "precondition-required");
        await attempt(put(context, id, null, refusal), "precondition-required");
      }),
  },
  {
    id: "stale-if-match",
    title: "A grant and a refusal of another decision than the last are stale",
    needs: ["write"],
    check: (context) =>
      everyPurpose(context, async (id, attempt) => {
        await requireUnlocked(context, id);
        const { decision, grant, refusal } = await prepare(context, id);
        const other = decisionTag(decision.sequence + 1);
        for (const tag of ['"stale"', "*", other]) {
          await attempt(put(context, id, tag, grant), "decision-changed");
          await attempt(put(context, id, tag, refusal), "decision-changed");
        }
      }),
  },
  {
    id: "text-must-be-current",
    title: "A grant for another revision or another text is not taken",
    needs: ["write"],
    check: (context) =>
      everyPurpose(context, async (id, attempt) => {
        await requireUnlocked(context, id);
        const { etag, grant } = await prepare(context, id);
        const language = languages.find((one) => one !== grant.language);
        for (const change of [
          { textDigest: otherDigest },
          { revision: "no-such" },
          { language },
        ]) {
          await attempt(
            put(context, id, etag, { ...grant, ...change }),
            "policy-changed",
          );
        }
      }),
  },
  {
    id: "payload-must-be-current",
    title: "A grant for another payload than the panel's is not taken",
    needs: ["write"],
    check: (context) =>
      everyPurpose(context, async (id, attempt) => {
        await requireUnlocked(context, id);
        const { etag, grant } = await prepare(context, id);
        const other = { ...grant, payloadDigest: otherDigest };
        await attempt(put(context, id, etag, other), "payload-changed");
      }),
  },
];

/** Sends what must be answered with this problem. */
export type Attempt = (sent: Promise<Exchange>, problem: ProblemCode) => Promise<void>;

/** Attempts that must be answered with a problem and change nothing, for every purpose. */
export async function everyPurpose(
  context: SuiteContext,
  check: (id: string, attempt: Attempt) => Promise<void>,
): Promise<void> {
  await eachPurpose(context, async ({ id }) => {
    const { etag } = await readDecision(context, id);
    await check(id, async (sent, problem) => {
      const exchange = await sent;
      expectProblem(exchange, problem);
      await expectUnchanged(context, id, etag, exchange);
    });
  });
}

function decideWith(context: SuiteContext, options: SendOptions, problem: ProblemCode) {
  return everyPurpose(context, async (id, attempt) => {
    const { etag, grant, refusal } = await prepare(context, id);
    await attempt(put(context, id, etag, grant, options), problem);
    await attempt(put(context, id, etag, refusal, options), problem);
    await attempt(remove(context, id, options), problem);
  });
}
