import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { decisionEvents } from "../src/contract/index.ts";
import { type ContractSubject, contractSubjects } from "./support/contractSubjects.ts";

const act = fc.record({
  purpose: fc.constantFrom("crash-reports", "server-statistics"),
  event: fc.constantFrom(...decisionEvents.filter((event) => event !== "revise")),
});

/** All that a panel tells of its decisions, without what differs by nature. */
async function told(panel: ContractSubject) {
  const { contract, get } = panel.context();
  const purposes = await Promise.all(
    contract.purposeIds.map(async (id) => {
      const { decision, etag, pseudonym } = await panel.read(id);
      const { at, payloadDigest, by, ...rest } = decision;
      return {
        ...rest,
        etag,
        by: by?.id,
        dated: at !== null,
        pseudonym: pseudonym !== null,
      };
    }),
  );
  const page = z.parse(contract.decisions, JSON.parse((await get("/decisions")).text));
  // The reference panel sends, so it also asks for deletions, in its own time.
  const decided = page.entries.filter(({ event }) => !event.startsWith("deletion"));
  const history = await Promise.all(
    decided.map(
      async ({ id, at, by, payloadDigest, receipt, number, head, ...entry }) => ({
        ...entry,
        isLinked: number !== null && head !== null,
        by: by?.id,
        agreed: payloadDigest !== null,
        hasReceipt: receipt !== null,
        status: (await get(`/decisions/${id}/payload`)).status,
      }),
    ),
  );
  return { purposes, history };
}

const isDeep = process.env.KLARTEXT_DEEP === "1";
/** The panels of a batch run until it has ended, and each has connections to its database. */
const batches = Array.from({ length: isDeep ? 10 : 1 }, (_, index) => index + 1);

test.each(batches)(
  "the fake and the panels on every store tell the same after the same acts, batch %i",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 10 }), async (acts) => {
        const [fake, ...others] = await Promise.all(
          Object.values(contractSubjects).map((start) => start()),
        );
        if (!fake || others.length !== 2) throw new Error("There are three panels.");
        for (const { purpose, event } of acts) {
          const answer = await fake.decide(purpose, event);
          for (const other of others)
            expect(await other.decide(purpose, event)).toBe(answer);
        }
        const expected = await told(fake);
        for (const other of others) expect(await told(other)).toEqual(expected);
      }),
      { numRuns: isDeep ? 10 : 6 },
    );
  },
  60_000,
);
