import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { otherPolicy } from "../../../test/fixtures/otherPolicy.ts";
import { irisOf, isKnownIri } from "../../../test/support/irisOf.ts";
import { sectionOf, sentencesOf } from "../../../test/support/sentences.ts";
import { buildDocument } from "../buildDocument.ts";
import { liveConfigPolicy } from "../builtIn/liveConfigPolicy.ts";
import { policyInForce } from "../demo/referencePolicy.ts";
import { plainText } from "../document.ts";
import { languages } from "../language.ts";
import { consentActivities } from "../policy.ts";
import { renderJsonLd } from "./renderJsonLd.ts";

const policies = [
  ["LiveConfig", liveConfigPolicy()],
  ["LiveConfig with settings", policyInForce("2026-04-01")],
  ["Acme Backup", otherPolicy],
] as const;

const cases = policies.flatMap(([name, policy]) =>
  languages.map((language) => ({ name, language, policy })),
);

describe.each(cases)("the JSON-LD of $name in $language", ({ language, policy }) => {
  const text = renderJsonLd(policy, language);
  const notice = JSON.parse(text);
  const document = buildDocument(policy, language);

  test("uses terms of DPV 2.3, of Dublin Core and of its own alone", () => {
    const iris = irisOf(notice);

    expect(iris.length).toBeGreaterThan(20);
    expect(iris.filter((iri) => !isKnownIri(iri))).toEqual([]);
  });

  test("is of the revision, language and title of the visible text", () => {
    expect(notice).toMatchObject({
      "@type": "dpv:PrivacyNotice",
      "kt:revision": document.revision,
      "dct:language": language,
      "dct:title": document.title,
      "dct:issued": policy.revision.date,
    });
  });

  test("tells each activity in the words of its section", () => {
    expect(
      notice["dpv:hasProcess"].map((it: Record<string, unknown>) => [
        it["dpv:hasIdentifier"],
        it["dct:title"],
        it["dct:description"],
      ]),
    ).toEqual(
      policy.activities.map(({ id }) => {
        const { heading, blocks } = sectionOf(document, id);
        const told = blocks.filter(({ type }) => type !== "rows");
        return [id, heading, sentencesOf(told).map(plainText).join(" ")];
      }),
    );
  });

  test("tells every disclosed item, and that consent is voluntary", () => {
    for (const { id, items } of consentActivities(policy)) {
      const process = notice["dpv:hasProcess"].find(
        (it: Record<string, unknown>) => it["dpv:hasIdentifier"] === id,
      );

      expect(process).toMatchObject({
        "dpv:hasLegalBasis": { "@id": "dpv:Consent" },
        "dpv:hasNecessity": { "@id": "dpv:Optional" },
      });
      expect(
        process["dpv:hasData"]["dct:hasPart"].map(
          (it: Record<string, unknown>) => it["dpv:hasIdentifier"],
        ),
      ).toEqual(Object.keys(items));
    }
  });
});

test("statistics are pseudonymous, crash reports anonymous, a licence is contract", () => {
  const { "dpv:hasProcess": processes } = JSON.parse(
    renderJsonLd(liveConfigPolicy(), "en"),
  );

  expect(
    processes.map((it: Record<string, Record<string, unknown>>) => [
      it["dpv:hasLegalBasis"]?.["@id"],
      it["dpv:hasData"]?.["@type"],
    ]),
  ).toEqual([
    ["dpv:Contract", undefined],
    ["dpv:Consent", "dpv:AnonymisedData"],
    ["dpv:Consent", "dpv:PseudonymisedData"],
  ]);
});

test("what the vendor has not stated is not there, and what it has is", () => {
  const told = JSON.parse(renderJsonLd(policyInForce("2025-07-24"), "en"));
  const untold = JSON.parse(renderJsonLd(liveConfigPolicy(), "en"));
  const terms = {
    "dpv:hasDataController": "Example Ltd, 1 Sample Street, 12345 Sampletown",
    "dpv:hasEntity": "privacy@telemetry.example",
    "dpv:hasAuthority": "Data protection authority of Sampleland",
    "kt:logRetention": "7 days",
  };

  for (const [term, stated] of Object.entries(terms)) {
    expect(untold).not.toHaveProperty([term]);
    expect(JSON.stringify(told[term])).toContain(stated);
  }
  expect(untold["dpv:hasProcess"][1]).not.toHaveProperty(["dpv:hasPurpose"]);
  expect(told["dpv:hasProcess"][1]["dpv:hasPurpose"]).toEqual({
    "@type": "dpv:Purpose",
    "dct:description": "To find and fix bugs",
  });
});

test("carries the digest of the text where it is given", () => {
  const digest = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";

  expect(JSON.parse(renderJsonLd(otherPolicy, "en", { digest }))).toMatchObject({
    "kt:digest": digest,
  });
  expect(renderJsonLd(otherPolicy, "en")).not.toContain("kt:digest");
});

test("says any name unchanged, and never ends a script", () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom("<", "/", "script>", "<!--", "&", '"', "\u2028"),
      }),
      (name) => {
        const text = renderJsonLd(
          { ...otherPolicy, vendor: { de: name, en: name } },
          "en",
        );

        expect(text).not.toMatch(/[<>&\u2028]/);
        expect(JSON.parse(text)["dpv:hasProcess"][0]["dpv:hasRecipient"]).toEqual({
          "@type": "dpv:Recipient",
          "dpv:hasName": name,
        });
      },
    ),
  );
});
