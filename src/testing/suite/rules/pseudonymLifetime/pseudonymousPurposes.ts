import { NotTried } from "../../notTried.ts";
import type { SuiteContext } from "../../suiteContext.ts";

export function pseudonymousPurposes(
  context: SuiteContext,
): Pick<SuiteContext, "activities"> {
  const activities = context.activities.filter(
    ({ identification }) => identification === "pseudonym",
  );
  if (activities.length === 0)
    throw new NotTried(
      "Not tried, because it needs a purpose that works under a pseudonym.",
    );
  return { activities };
}
