import { isKeptConsent, isKeptReport } from "../client/keptEntries.ts";
import { formatMoment } from "../i18n/formatMoment.ts";
import {
  type Comparison,
  comparePayloads,
  type ReadBySchema,
} from "../payload/comparePayloads.ts";
import { readPayload } from "../payload/readPayload.ts";
import { consentActivities, findRevision } from "../policy/index.ts";
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
  { client, ...task }: Reader,
  purpose: string,
  now: ReadBySchema,
): Promise<ComparisonWithEarlier | undefined> {
  const isOwn = (one: Parameters<typeof isKeptReport>[0]) =>
    one.purpose === purpose && isKeptReport(one);
  const read = (after: string | undefined) =>
    client.getTransmissions(after, task.terminal.signal);
  const sent = (await readWholeList(read, task, isOwn)).find(isOwn);
  if (!sent) return undefined;
  const { bytes } = await client.getTransmissionBody(sent.id);
  const before = { reading: readPayload(bytes, now.schema), schema: now.schema };
  const time = formatMoment(new Date(sent.at), task.language);
  return {
    since: "report",
    at: sent.at,
    title: task.words("changes.sentAt", { time }),
    comparison: comparePayloads(before, now),
  };
}

/** Compares with the bytes that the last consent was given to; undefined where none are kept. */
export async function compareWithConsent(
  { client, policy, ...task }: Reader,
  purpose: string,
  now: ReadBySchema,
): Promise<ComparisonWithEarlier | undefined> {
  const isOwn = (one: Parameters<typeof isKeptConsent>[0]) =>
    one.purpose === purpose && isKeptConsent(one);
  const read = (after: string | undefined) =>
    client.getDecisions(after, task.terminal.signal);
  const agreed = (await readWholeList(read, task, isOwn)).find(isOwn);
  if (!agreed) return undefined;
  const { bytes } = await client.getDecisionPayload(agreed.id);
  const revision =
    agreed.revision === null ? undefined : findRevision(policy, agreed.revision);
  const activity =
    revision && consentActivities(revision).find(({ id }) => id === purpose);
  const schema = activity?.schema ?? now.schema;
  const time = formatMoment(new Date(agreed.at), task.language);
  return {
    since: "consent",
    at: agreed.at,
    title: task.words("changes.agreedAt", { time }),
    comparison: comparePayloads({ reading: readPayload(bytes, schema), schema }, now),
  };
}
