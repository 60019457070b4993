import { isKeptConsent, isKeptReport } from "../client/keptEntries.ts";
import type { ReadPage } from "../client/queries.ts";
import { formatMoment } from "../i18n/formatMoment.ts";
import {
  type Comparison,
  comparePayloads,
  type ReadBySchema,
} from "../payload/comparePayloads.ts";
import { readPayload } from "../payload/readPayload.ts";
import { schemaInRevision } from "../policy/revisions.ts";
import type { Schema } from "../policy/schemaNode.ts";
import type { Task } from "./panelCommand.ts";
import { readWholeList } from "./readWholeList.ts";

/** With which kept bytes those of now were compared, and what was found. */
export interface ComparisonWithEarlier {
  readonly since: "report" | "consent";
  /** When those bytes were sent or agreed to. */
  readonly at: string;
  readonly title: string;
  readonly comparison: Comparison;
}

type Reader = Pick<Task, "client" | "policy" | "words" | "language" | "terminal">;

/** Compares with the last report that arrived; undefined where none is kept. */
export async function compareWithReport(
  task: Reader,
  purpose: string,
  now: ReadBySchema,
): Promise<ComparisonWithEarlier | undefined> {
  const { client } = task;
  const sent = await findNewest(task, client.getTransmissions, purpose, isKeptReport);
  if (!sent) return undefined;
  const { bytes } = await client.getTransmissionBody(sent.id);
  return {
    since: "report",
    at: sent.at,
    title: task.words("changes.sentAt", { time: timeOf(sent, task) }),
    comparison: compare(bytes, now.schema, now),
  };
}

/** Compares with the bytes that the last consent was given to; undefined where none are kept. */
export async function compareWithConsent(
  task: Reader,
  purpose: string,
  now: ReadBySchema,
): Promise<ComparisonWithEarlier | undefined> {
  const { client, policy } = task;
  const agreed = await findNewest(task, client.getDecisions, purpose, isKeptConsent);
  if (!agreed) return undefined;
  const { bytes } = await client.getDecisionPayload(agreed.id);
  const schema = schemaInRevision(policy, agreed.revision, purpose) ?? now.schema;
  return {
    since: "consent",
    at: agreed.at,
    title: task.words("changes.agreedAt", { time: timeOf(agreed, task) }),
    comparison: compare(bytes, schema, now),
  };
}

async function findNewest<
  Entry extends { readonly id: string; readonly purpose: string },
>(
  task: Reader,
  readPage: ReadPage<Entry>,
  purpose: string,
  isKept: (entry: Entry) => boolean,
): Promise<Entry | undefined> {
  const isOwn = (one: Entry) => one.purpose === purpose && isKept(one);
  const read = (after: string | undefined) => readPage(after, task.terminal.signal);
  return (await readWholeList(read, task, isOwn)).find(isOwn);
}

function timeOf({ at }: { readonly at: string }, { language }: Reader): string {
  return formatMoment(new Date(at), language);
}

function compare(bytes: Uint8Array, schema: Schema, now: ReadBySchema): Comparison {
  return comparePayloads({ reading: readPayload(bytes, schema), schema }, now);
}
