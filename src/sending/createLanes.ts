import { type BegunSend, beginSend } from "../panel/rules/beginSend.ts";
import type { SendResult } from "../panel/rules/endSend.ts";
import { readPurposeData } from "../panel/rules/purposeData.ts";
import { sha256Digest } from "../panel/sha256.ts";
import { LaneTaken, type StoreReading } from "../panel/store/panelStore.ts";
import { checkAnswer } from "./checkAnswer.ts";
import { erasedCount } from "./erasedCount.ts";
import type { OutcomeWriter } from "./outcomeWriter.ts";
import { isAllowed, type PlannedSend, plannedSends } from "./plannedSends.ts";
import { post } from "./post.ts";
import type { SenderContext } from "./senderContext.ts";

interface LaneParts {
  readonly context: SenderContext;
  readonly outcomeWriter: OutcomeWriter;
  readonly report: (error: unknown) => void;
  /** Whether this process is the one that sends. */
  readonly leads: () => boolean;
  /** Called after each send that ended and is written down. */
  readonly onSettled: () => Promise<void>;
}

interface OwnSend {
  readonly purpose: string;
  readonly begun: BegunSend;
  readonly controller: AbortController;
}

/**
 * One lane for each pseudonym, and one for each purpose that has none: in a lane only one
 * request is open at a time, so an erasure leaves when nothing of its UUID is open.
 */
export function createLanes({
  context,
  outcomeWriter,
  report,
  leads,
  onSettled,
}: LaneParts) {
  const { store, lockOf, revision, vendor, uuid, attempt } = context;
  const lanes = new Map<string, Promise<void>>();
  const open = new Set<OwnSend>();
  let isClosed = false;

  const due = (reading: StoreReading) =>
    plannedSends(reading, context).filter(({ at }) => at <= reading.now);

  const begin = async ({
    purpose,
    item,
  }: PlannedSend): Promise<BegunSend | undefined> => {
    try {
      return await store.change(purpose, (snapshot) =>
        beginSend(snapshot, {
          ...{ purpose, item, uuid, revision, vendor: vendor.id },
          lock: lockOf(purpose, snapshot),
          urlOf: (kind) => vendor.urlOf(purpose, kind),
        }),
      );
    } catch (error) {
      if (error instanceof LaneTaken) return undefined;
      throw error;
    }
  };
  /** @param spentMs How much of the time that a send may take has gone. */
  const send = async (
    { begun, controller }: OwnSend,
    spentMs: number,
  ): Promise<SendResult> => {
    const { url, item, kind } = begun;
    const { signal } = controller;
    try {
      const { answer, refusal, ...result } = await post({
        url,
        body: item.bytes,
        ca: vendor.ca,
        proxy: vendor.proxy,
        signal,
        timeoutMs: Math.max(0, store.sendLimitMs - spentMs),
        writeWithinMs: store.sendLimitMs / 2 - spentMs,
      });
      if (refusal) report(refusal);
      const { state, signed } =
        result.status === null
          ? { state: null, signed: undefined }
          : await checkAnswer({
              request: {
                ...{ method: "POST", targetUri: url },
                contentDigest: sha256Digest(item.bytes),
              },
              ...{ answer, keys: vendor.keys },
            });
      const ended = { ...result, signature: state };
      if (kind === "report") return ended;
      return { ...ended, erased: erasedCount(answer?.body), signed };
    } catch (error) {
      report(error);
      return {
        outcome: "unreachable",
        status: null,
        tls: "not-reached",
        signature: null,
      };
    }
  };
  /** Resolves whether the lane goes on. */
  const deliver = async (planned: PlannedSend): Promise<boolean> => {
    const { purpose } = planned;
    const since = performance.now();
    const begun = await begin(planned);
    if (!begun) return false;
    const own: OwnSend = { purpose, begun, controller: new AbortController() };
    open.add(own);
    try {
      // A decision that came between the beginning and here was told to nobody.
      await stop(purpose);
      const result = await send(own, performance.now() - since);
      if (!(await outcomeWriter.add(purpose, begun.entry, result))) return false;
    } finally {
      open.delete(own);
    }
    await onSettled();
    return true;
  };
  const run = async (lane: string): Promise<void> => {
    while (!isClosed && leads()) {
      const next = due(await store.read()).find((planned) => planned.lane === lane);
      if (!next || !(await deliver(next))) return;
    }
  };

  /** Aborts what may not leave any more; all of a purpose that cannot be read. */
  const stop = async (purpose: string): Promise<void> => {
    const ofPurpose = () => [...open].filter((own) => own.purpose === purpose);
    if (isClosed) return abort(ofPurpose());
    if (ofPurpose().length === 0) return;
    const isRead = await attempt(async () => abortForbidden(await store.read()));
    if (!isRead) abort(ofPurpose());
  };
  const abort = (sends: Iterable<OwnSend>): void => {
    for (const { controller } of sends) controller.abort();
  };
  const abortForbidden = ({ purposes, standings }: StoreReading): void =>
    abort(
      [...open].filter(({ purpose, begun: { item } }) => {
        const reading = purposes[purpose];
        return (
          !reading ||
          !isAllowed(purpose, item, readPurposeData(reading.state), context, {
            standings,
          })
        );
      }),
    );

  return {
    /** Starts a lane for whatever is due and has none. */
    start(reading: StoreReading): void {
      if (isClosed) return;
      for (const { lane } of due(reading)) {
        if (lanes.has(lane)) continue;
        const ended = attempt(() => run(lane)).then(() => void lanes.delete(lane));
        lanes.set(lane, ended);
      }
    },
    /** Resolves when every lane has ended. */
    ended: async (): Promise<void> => void (await Promise.all(lanes.values())),
    /** Aborts what may not leave any more after a change of a purpose. */
    stop,
    /** Aborts whatever is open. */
    abortAll: () => abort(open),
    /** Aborts whatever is open; no lane starts any more. */
    close(): void {
      isClosed = true;
      abort(open);
    },
  };
}
