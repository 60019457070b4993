import { languages } from "../../../../policy/language.ts";
import type { ContractRule } from "../../contractRule.ts";
import { readPolicy } from "../../panelReading.ts";
import { checkRevalidation } from "./checkRevalidation.ts";

export const tagsOnTexts: ContractRule = {
  id: "tags-on-texts",
  title: "The policy's texts answer If-None-Match with 304",
  section: "docs/panel-api.md#live-pages",
  remedy:
    "Send a strong ETag with each text, and answer 304 without a body to If-None-Match with it.",
  needs: ["read"],
  async check(context) {
    const { policy } = await readPolicy(context);
    for (const language of languages) {
      await checkRevalidation(context, policy.texts[language].href);
    }
  },
};
