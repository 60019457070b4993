/** The status that a command ends with; `docs/command.md` says when. */
export const exitStatus = {
  done: 0,
  failed: 1,
  usage: 2,
  refused: 3,
  personNeeded: 4,
  notReached: 5,
  notSignedIn: 6,
  deletionOpen: 7,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** The status of several things in a row: the first failure, else what is still open. */
export function worstStatus(statuses: readonly ExitStatus[]): ExitStatus {
  const isFailure = (status: ExitStatus) =>
    status !== exitStatus.done && status !== exitStatus.deletionOpen;
  return (
    statuses.find(isFailure) ??
    statuses.find((status) => status !== exitStatus.done) ??
    exitStatus.done
  );
}
