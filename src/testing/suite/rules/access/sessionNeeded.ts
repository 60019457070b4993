import type { ContractRule } from "../../contractRule.ts";
import { expectProblem } from "../../expectations.ts";
import { purposePath } from "../../panelReading.ts";

export const sessionNeeded: ContractRule = {
  id: "session-needed",
  title: "Everything but the policy needs a session",
  section: "docs/panel-api.md#the-requests",
  remedy:
    "Ask for the session before anything else, also at addresses that there are not; answer 401 not-signed-in.",
  needs: ["read"],
  async check({ get, activities }) {
    const own = activities.flatMap(({ id }) => [
      purposePath(id, "decision"),
      purposePath(id, "payload"),
    ]);
    for (const path of ["/purposes", "/decisions", "/no-such-thing", ...own]) {
      expectProblem(await get(path, { session: "none" }), "not-signed-in");
    }
  },
};
