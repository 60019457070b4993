import type { ContractRule } from "../../contractRule.ts";
import { expectProblem } from "../../expectations.ts";
import { NotTried } from "../../notTried.ts";
import { parseBody } from "../../parseBody.ts";

export const ownHost: ContractRule = {
  id: "own-host",
  title: "A host that is not the panel's is not served (DNS rebinding)",
  section: "docs/panel-api.md#other-sites",
  remedy: "Answer 421 host-not-served to every Host that is not the panel's own.",
  needs: ["read"],
  async check({ get, canNameHost }) {
    if (!canNameHost)
      throw new NotTried(
        "Not tried, because it needs a fetch that can name another host (fetchAnyHost).",
      );
    const exchange = await get("/purposes", { host: "attacker.invalid" });
    const type = exchange.headers.get("Content-Type") ?? "";
    const isTold = exchange.status < 300 && parseBody(exchange) !== undefined;
    if (!isTold && !type.startsWith("application/problem+json")) {
      throw new NotTried(
        `Something before the panel answered ${exchange.status} to another host.`,
      );
    }
    expectProblem(exchange, "host-not-served");
  },
};
