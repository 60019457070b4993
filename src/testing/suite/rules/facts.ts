import { digestText } from "../../../payload/digest.ts";
import { languages } from "../../../policy/language.ts";
import { policyText } from "../../../policy/policyText.ts";
import { NotTried } from "../contractPromise.ts";
import { stateRule } from "./rule.ts";

/** What is known of people, and what kind of bytes a payload is. */
export const factRules = [
  stateRule(
    {
      id: "person-id-and-name",
      title: "Of a person nothing is told but id and name",
      section: "docs/panel-api.md#what-to-store",
      remedy: "Keep no address, no user agent and nothing else of her.",
    },
    ({ purposes, history, decisions }, that) => {
      const more =
        /"(ip|ips|address|remoteAddr|remote_addr|userAgent|user_agent|email|mail)":"/i;
      for (const { exchange, value } of [history]) {
        for (const entry of JSON.parse(value ? exchange.text : '{"entries":[]}')
          .entries) {
          that(
            exchange,
            Object.keys(entry.by ?? { id: 1, name: 1 })
              .toSorted()
              .join() === "id,name",
            "by with id and name alone.",
          );
          that(
            exchange,
            !more.test(JSON.stringify({ ...entry, signed: undefined })),
            "Nothing else of a person.",
          );
        }
      }
      for (const exchange of decisions.values())
        that(exchange, !more.test(exchange.text), "Nothing else of a person.");
      that(
        purposes.exchange,
        !/"(userAgent|user_agent|remoteAddr|remote_addr)":/i.test(purposes.exchange.text),
        "Nothing else of a person.",
      );
    },
  ),
  stateRule(
    {
      id: "payload-kind",
      title:
        "A payload says queued only while something waits, next or sample by its schedule",
      section: "docs/panel-api.md#the-payload",
      remedy:
        "queued for a body in the queue; else next for what is monthly, sample for events.",
    },
    ({ purposes, payloads }, that, { activities }) => {
      for (const { id, schedule } of activities) {
        const exchange = payloads.get(id);
        const purpose = purposes.value?.purposes[id];
        if (exchange?.status !== 200 || !purpose) continue;
        const kind = exchange.headers.get("Klartext-Payload");
        const other = schedule === "monthly" ? "next" : "sample";
        that(
          exchange,
          kind === "queued" || kind === other,
          `Klartext-Payload: ${other}.`,
          "Klartext-Payload",
        );
        const { nextAt } = purpose.activity;
        const waits =
          purpose.decision.status === "granted" &&
          (nextAt === null || Date.parse(nextAt) < Date.now() + 2 * 3_600_000);
        that(
          exchange,
          kind !== "queued" || waits,
          `Klartext-Payload: ${other}, for nothing waits.`,
          "Klartext-Payload",
        );
      }
    },
  ),
  stateRule(
    {
      id: "text-of-the-policy",
      title: "The texts are those of the policy that is tested with, to the byte",
      section: "docs/panel-api.md#texts-and-digests",
      remedy:
        "Ship the bytes that policyText makes; test with your own policy by --config.",
    },
    async ({ policy: { exchange, value } }, that, { contract }) => {
      if (!value) return;
      const made = await Promise.all(
        languages.map((language) => digestText(policyText(contract.policy, language))),
      );
      const told = languages.map((language) => value.texts[language].digest);
      if (told.every((digest, at) => digest !== made[at])) {
        // Another name of a vendor is another text of the same revision.
        throw new NotTried(
          "The panel's texts are not those of the policy that is tested with; give yours by --config.",
        );
      }
      that(exchange, told.join() === made.join(), `The digests ${made.join(" and ")}.`);
    },
  ),
];
