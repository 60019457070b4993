import { languages } from "../../../../policy/language.ts";
import type { ContractRule } from "../../contractRule.ts";
import { expectThat } from "../../expectations.ts";
import { readPolicy } from "../../panelReading.ts";

export const policyTextForm: ContractRule = {
  id: "policy-text-form",
  title: "A text is UTF-8 in NFC with LF and one final newline",
  section: "docs/panel-api.md#texts-and-digests",
  remedy:
    "Serve the texts that klartext policy --format text prints, and change no byte of them.",
  needs: ["read"],
  async check(context) {
    const { policy } = await readPolicy(context);
    for (const language of languages) {
      const exchange = await context.get(policy.texts[language].href);
      const { text } = exchange;
      expectThat(exchange, !text.includes("\uFFFD"), "UTF-8.");
      expectThat(exchange, text === text.normalize("NFC"), "Unicode NFC.");
      expectThat(exchange, !text.includes("\r"), "Lines that end with LF.");
      expectThat(exchange, /[^\n]\n$/.test(text), "One final newline.");
    }
  },
};
