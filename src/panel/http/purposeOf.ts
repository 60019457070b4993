import type { ConsentActivity } from "../../policy/policy.ts";
import type { Problem } from "../rules/problem.ts";
import type { PanelContext } from "./panelContext.ts";

/** The purpose that a path names. */
export function purposeOf(
  { activities, contract }: PanelContext,
  { purpose = "" }: Readonly<Record<string, string>>,
): ConsentActivity | Problem {
  return (
    activities.find(({ id }) => id === purpose) ?? {
      problem: "not-found",
      detail: `There is no purpose "${purpose}". Use one of: ${contract.purposeIds.join(", ")}.`,
    }
  );
}
