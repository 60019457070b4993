import { comparedRevision } from "../client/comparedRevision.ts";
import { difference } from "../policy/index.ts";
import type { Speech } from "./purposeLines.ts";
import type { PolicyInForce, ShownPurpose } from "./readPanel.ts";

/** What a later revision says otherwise than the one that was decided on; nothing where none does. */
export function policyChangeLines(
  { policy }: PolicyInForce,
  { activity, state }: ShownPurpose,
  { words, language }: Pick<Speech, "words" | "language">,
): readonly string[] {
  const compared = comparedRevision(state.decision, policy, undefined);
  if (!compared) return [];
  const changes = difference(compared.before, policy, language).filter(({ scope }) =>
    ["general", activity.id].includes(scope),
  );
  const revisions = {
    before: compared.before.revision.id,
    after: policy.revision.id,
  };
  const lines = changes.flatMap(({ before, after }) => {
    if (before === undefined) return [`  ${words("difference.added")}: ${after}`];
    if (after === undefined) return [`  ${words("difference.removed")}: ${before}`];
    return [
      `  ${words("difference.reworded")}`,
      `    ${words("difference.before")} ${before}`,
      `    ${words("difference.after")} ${after}`,
    ];
  });
  return [
    words(`difference.${compared.since}`),
    `  ${words("difference.revisions", revisions)}`,
    ...(lines.length > 0 ? lines : [`  ${words("difference.none")}`]),
  ];
}
