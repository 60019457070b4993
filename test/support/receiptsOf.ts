import * as z from "zod/mini";
import { type DecisionRecord, type Receipt, receipt } from "../../src/contract/index.ts";
import type { TestPerson } from "./startTestPanel.ts";

/** The newest page of a panel's history. */
export async function history(person: TestPerson): Promise<readonly DecisionRecord[]> {
  return JSON.parse((await person.send("GET", "/decisions")).text).entries;
}

/** The receipts of a kind of event, newest first. */
export async function receiptsOf(
  person: TestPerson,
  event: DecisionRecord["event"],
): Promise<readonly Receipt[]> {
  const entries = (await history(person)).filter((entry) => entry.event === event);
  return Promise.all(
    entries.map(async (entry) => {
      const answer = await person.send("GET", `/receipts/${entry.receipt}`);
      return z.parse(receipt, JSON.parse(answer.text));
    }),
  );
}
