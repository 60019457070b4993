import { logPageSize } from "../contract/logPage.ts";
import type { PrivacyExport } from "../contract/privacyExport.ts";
import type { PanelClient } from "./createClient.ts";
import { type Page, withNewest, withOlder } from "./entryList.ts";
import { OutsideContract, PanelProblem } from "./errors.ts";

/** How far the reading has got. `total` grows while it is found what there is to read. */
export interface ExportProgress {
  readonly read: number;
  readonly total: number;
}

interface ExportOptions {
  readonly now: () => Date;
  readonly onProgress: (progress: ExportProgress) => void;
  readonly signal: AbortSignal;
}

/**
 * Reads all that a panel can tell a data protection officer. Rejects with a `KlartextError`
 * when anything of it cannot be read: half an export would pass for a whole one.
 */
export async function collectExport(
  client: PanelClient,
  { now, onProgress, signal }: ExportOptions,
): Promise<PrivacyExport> {
  let progress: ExportProgress = { read: 0, total: 4 };
  const expect = (more: number) => {
    progress = { ...progress, total: progress.total + more };
  };
  const read = async <T>(answer: Promise<T>): Promise<T> => {
    const value = await answer;
    progress = { ...progress, read: progress.read + 1 };
    onProgress(progress);
    return value;
  };

  const readList = async <Entry extends { readonly id: string }>(
    readPage: (after: string | undefined) => Promise<Page<Entry>>,
  ): Promise<Entry[]> => {
    let list = withNewest(await read(readPage(undefined)), undefined);
    while (list.next !== null) {
      expect(1);
      list = withOlder(list, await read(readPage(list.next)));
    }
    if (list.repeats) throw new OutsideContract(200, "a list gives the same part again.");
    return [...list.entries];
  };

  const readLog = async (): Promise<PrivacyExport["log"]> => {
    const first = await read(
      orIfMissing(client.getLog(undefined, undefined, signal), null),
    );
    if (!first) return null;
    const { store } = await client.getPurposes(signal);
    const events = [...first.events];
    expect(Math.max(0, Math.ceil(first.upTo / logPageSize) - 1));
    for (let { next } = first; next !== null; ) {
      const page = await read(client.getLog(next, first.upTo, signal));
      events.push(...page.events);
      next = page.next;
    }
    return { epoch: store.epoch, events };
  };

  onProgress(progress);
  // First, so that whatever it names is in the lists that follow.
  const log = await readLog();
  const isOfThen = isWithin(log?.events.at(-1)?.number);
  const policy = await read(client.getPolicy(signal));
  const history = await readList((after) => client.getDecisions(after, signal));
  const decisions = history.filter(isOfThen);
  const transmissions = await readList((after) =>
    orIfMissing(client.getTransmissions(after, signal), { entries: [], next: null }),
  );
  const digests = new Set(decisions.flatMap(({ textDigest }) => textDigest ?? []));
  const numbers = decisions.flatMap(({ receipt }) => receipt ?? []);
  expect(digests.size + numbers.length);

  const texts: PrivacyExport["texts"] = [];
  for (const digest of digests) {
    const text = await read(orIfMissing(client.getPolicyText(digest, signal), null));
    texts.push({ digest, text });
  }
  const receipts: PrivacyExport["receipts"] = [];
  for (const number of numbers)
    receipts.push(await read(client.getReceipt(number, signal)));

  return {
    format: "klartext-export",
    version: 2,
    exportedAt: now().toISOString(),
    policy,
    decisions,
    texts,
    receipts,
    transmissions: transmissions.filter(isOfThen),
    log,
  };
}

/** Whether an entry was there when the chain ended with that number. */
function isWithin(last: number | undefined) {
  return ({ number }: { readonly number: number | null }): boolean =>
    number === null || last === undefined || number <= last;
}

/** What a panel does not have is told as missing; any other problem ends the export. */
async function orIfMissing<T, Fallback>(
  answer: Promise<T>,
  fallback: Fallback,
): Promise<T | Fallback> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof PanelProblem && error.code === "not-found") return fallback;
    throw error;
  }
}
