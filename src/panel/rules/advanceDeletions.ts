import type { Change, PurposeReading, Snapshot } from "../store/panelStore.ts";
import { newDecisionEntry } from "./newDecisionEntry.ts";
import { type PurposeData, readPurposeData } from "./purposeData.ts";

/** The deletions that the vendor has answered and that are not confirmed yet, by id. */
export function answeredDeletions({
  state,
}: Pick<PurposeReading, "state">): readonly string[] {
  return readPurposeData(state)
    .deletions.filter(isAnswered)
    .map(({ id }) => id);
}

/**
 * Confirms these deletions, which the vendor has answered, once the UUID is gone from this
 * panel's own files too: "deleted" is said of both.
 */
export function advanceDeletions(
  snapshot: Snapshot,
  ids: readonly string[],
  uuid: () => string,
): Change<boolean> {
  const data = readPurposeData(snapshot.state);
  const at = snapshot.now.toISOString();
  const { erasure } = snapshot.store;
  const told = erasure === undefined ? {} : { erasure };
  const isMeant = (one: Deletion) => isAnswered(one) && ids.includes(one.id);
  const meant = data.deletions.filter(isMeant);
  if (meant.length === 0) return { result: false };
  const state: PurposeData = {
    ...data,
    deletions: data.deletions.map((one) => {
      if (!isMeant(one)) return one;
      const { signed: _signed, ...confirmed } = one;
      return { ...confirmed, confirmedAt: at };
    }),
  };
  return {
    result: true,
    state,
    append: meant.map(({ grant, signature, signed }) =>
      newDecisionEntry(uuid(), {
        ...{ event: "deletion-confirmed", at, ended: grant, signature, ...told },
        ...(signed && { signed }),
      }),
    ),
  };
}

type Deletion = PurposeData["deletions"][number];

function isAnswered({ answeredAt, confirmedAt }: Deletion): boolean {
  return answeredAt !== null && confirmedAt === null;
}
