import { digest, digestPath } from "../../../payload/digest.ts";
import { languages } from "../../../policy/language.ts";
import type { ContractPromise } from "../contractPromise.ts";
import {
  expectJson,
  expectMediaType,
  expectStatus,
  expectThat,
} from "../expectations.ts";
import { readPolicy } from "../panelReading.ts";

export const policyPromises: readonly ContractPromise[] = [
  {
    id: "policy-open",
    title: "The policy is told to everybody, signed in or not",
    needs: ["read"],
    async check({ get, contract }) {
      const exchange = await get("/policy", { session: "none" });
      expectJson(exchange, contract.policyResource);
    },
  },
  {
    id: "policy-revision",
    title: "The revision in force is the one of the policy that is tested with",
    needs: ["read"],
    async check(context) {
      const { exchange, policy } = await readPolicy(context);
      const { id } = context.contract.policy.revision;
      expectThat(exchange, policy.revision === id, `The revision ${id}.`);
    },
  },
  {
    id: "policy-text-digests",
    title: "Each text lies at its address, open to all, and hashes to the stated digest",
    needs: ["read"],
    async check(context) {
      const { exchange, policy } = await readPolicy(context);
      for (const language of languages) {
        const { digest: stated, href } = policy.texts[language];
        const expected = `policy/texts/${digestPath(stated)}`;
        expectThat(exchange, href === expected, `${language}: href ${expected}.`);
        const text = await context.get(href, { session: "none" });
        expectStatus(text, 200);
        expectMediaType(text, "text/markdown");
        const found = await digest(text.bytes);
        expectThat(text, found === stated, `A text whose SHA-256 is ${stated}.`);
      }
    },
  },
  {
    id: "policy-text-form",
    title: "A text is UTF-8 in NFC with LF and one final newline",
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
  },
];
