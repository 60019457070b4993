import type { ContractRule } from "../../contractRule.ts";
import { deleteDecision, putDecision } from "../../deciding/decisionRequests.ts";
import { expectRefusals } from "../../deciding/expectRefusals.ts";
import { prepareDecision } from "../../deciding/prepareDecision.ts";

/** How an unsafe request looks that no page of the panel sent. */
const foreignHeaders: readonly Readonly<Record<string, string | null>>[] = [
  { "Sec-Fetch-Site": "cross-site" },
  { "Sec-Fetch-Site": "same-site" },
  { "Sec-Fetch-Site": "none" },
  { "Sec-Fetch-Site": "cross-site", Origin: "https://attacker.invalid" },
  { Origin: "https://attacker.invalid" },
  { Origin: "null" },
  { Origin: null },
];

export const crossSite: ContractRule = {
  id: "cross-site",
  title: "A decision from another site, or from nowhere, is not taken",
  section: "docs/panel-api.md#other-sites",
  remedy:
    "Take a PUT or DELETE only with Sec-Fetch-Site: same-origin, or where there is none with an Origin that is exactly yours.",
  needs: ["write"],
  check: (context) =>
    expectRefusals(context, async (id, attempt) => {
      const { etag, grant } = await prepareDecision(context, id);
      for (const headers of foreignHeaders) {
        await attempt(putDecision(context, id, etag, grant, { headers }), "cross-site");
        await attempt(deleteDecision(context, id, { headers }), "cross-site");
      }
    }),
};
