import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { otherPolicy, updateCheck } from "../../test/fixtures/otherPolicy.ts";
import { definePolicy, PolicyError } from "./definePolicy.ts";
import { diagnosePolicy } from "./diagnose/diagnosePolicy.ts";
import { diagnosticLevels } from "./diagnose/diagnostic.ts";
import { item } from "./item.ts";
import {
  type ConsentActivity,
  consentActivities,
  type Policy,
  type PolicyTexts,
} from "./policy.ts";

function withActivity(change: Partial<ConsentActivity>): Policy {
  return {
    ...otherPolicy,
    activities: consentActivities(otherPolicy).map((it) => ({ ...it, ...change })),
  };
}

function withDate(date: string): Policy {
  return { ...otherPolicy, revision: { ...otherPolicy.revision, date } };
}

function withSentence(id: string, text: string): Policy {
  const { de, en } = otherPolicy.texts;
  return { ...otherPolicy, texts: { en, de: { ...de, general: { [id]: text } } } };
}

function withTexts(change: Partial<PolicyTexts>): Policy {
  const { de, en } = otherPolicy.texts;
  return { ...otherPolicy, texts: { de, en: { ...en, ...change } } };
}

function withSection(id: string): Policy {
  const blocks = [{ type: "paragraph", sentences: ["place"] }] as const;
  return { ...otherPolicy, sections: [{ id, blocks }] };
}

function withSample(schedule: object): Policy {
  const whole = { days: [1], note: null, ...schedule };
  return withActivity({ sample: { edition: "free", schedule: whole } });
}

function withSentences(id: string): Policy {
  const blocks = activity?.blocks ?? [];
  return withActivity({ blocks: [...blocks, { type: "paragraph", sentences: [id] }] });
}

function withRevision(id: string): Policy {
  return { ...otherPolicy, revision: { ...otherPolicy.revision, id } };
}

const { rows } = otherPolicy.texts.en;
const { shape } = updateCheck._zod.def;
const [activity] = consentActivities(otherPolicy);

/** One broken definition for each way to tell less than is collected. */
const broken: readonly (readonly [code: string, subject: string, policy: Policy])[] = [
  [
    "leaf-without-item",
    "update-check.host",
    withActivity({ schema: z.strictObject({ ...shape, host: z.string() }) }),
  ],
  [
    "leaf-without-item",
    "update-check.files.*.path",
    withActivity({
      schema: z.strictObject({
        ...shape,
        files: z.array(z.strictObject({ path: z.string() })),
      }),
    }),
  ],
  ["open-object", "update-check", withActivity({ schema: z.object(shape) })],
  [
    "open-object",
    "update-check.extra",
    withActivity({
      schema: z.strictObject({
        ...shape,
        extra: item(z.looseObject({ a: z.string() }), "edition"),
      }),
    }),
  ],
  [
    "unsupported-schema",
    "update-check.extra",
    withActivity({
      schema: z.strictObject({
        ...shape,
        extra: item(z.record(z.string(), z.string()), "edition"),
      }),
    }),
  ],
  [
    "item-not-declared",
    "update-check.host: host",
    withActivity({
      schema: z.strictObject({ ...shape, host: item(z.string(), "host") }),
    }),
  ],
  [
    "item-not-declared",
    "update-check.host: toString",
    withActivity({
      schema: z.strictObject({ ...shape, host: item(z.string(), "toString") }),
    }),
  ],
  [
    "item-not-used",
    "update-check.edition",
    withActivity({ schema: z.strictObject({ schedule: shape.schedule }) }),
  ],
  [
    "item-not-told",
    "update-check.edition",
    withActivity({ blocks: activity?.blocks.slice(1) ?? [] }),
  ],
  [
    "item-not-told",
    "update-check.schedule",
    withActivity({ blocks: activity?.blocks.slice(0, 1) ?? [] }),
  ],
  ["text-missing", "de.general.scope", withSentence("another", "Satz.")],
  ["text-missing", "de.general.scope", withSentence("scope", " \n")],
  [
    "text-missing",
    "en.activities.update-check.sentences.toString",
    withActivity({ exclusions: "toString" }),
  ],
  ["text-missing", "en.title", withTexts({ title: " " })],
  ["text-missing", "en.rows.purpose", withTexts({ rows: { ...rows, purpose: "" } })],
  [
    "text-missing",
    "en.day.months.2",
    withTexts({ day: { format: "", months: ["", ""] } }),
  ],
  ["text-missing", "de.sections.backups.heading", withSection("backups")],
  ["text-missing", "de.sections.backups.sentences.place", withSection("backups")],
  ["place-unknown", "en.title: {{prodcut}}", withTexts({ title: "Of {{prodcut}}" })],
  ["place-unknown", "en.title: {{ product }}", withTexts({ title: "{{ product }}" })],
  ["place-unknown", "en.title: {{date}}", withTexts({ title: "{{date}}" })],
  [
    "place-unknown",
    "en.rows.items: {{product}}",
    withTexts({ rows: { ...rows, items: "Data of {{product}}" } }),
  ],
  [
    "place-unknown",
    "en.status.sentence: {{product}}",
    withTexts({ status: { heading: "Status", sentence: "{{product}}, {{date}}" } }),
  ],
  [
    "date-not-told",
    "en.status.sentence",
    withTexts({ status: { heading: "Status", sentence: "Of spring." } }),
  ],
  [
    "date-not-told",
    "en.status.sentence",
    withTexts({ status: { heading: "Status", sentence: "{{date}}, {{date}}" } }),
  ],
  [
    "sentence-not-told",
    "update-check.summary.retention: nowhere",
    withActivity({ summary: { retention: ["occasion", "nowhere"] } }),
  ],
  ["sample-invalid", "update-check.schedule.days.0", withSample({ days: ["1"] })],
  ["sample-invalid", "update-check", withSample({ note: "a\u202eb" })],
  ["id-invalid", "update-check.a b", withSentences("a b")],
  ["id-invalid", "a.b", withSection("a.b")],
  ["id-invalid", "revision.a b", withRevision("a b")],
  ["id-taken", "update-check", withSection("update-check")],
  ["id-taken", "status", withSection("status")],
  ["id-taken", "summary", withSection("summary")],
  ["id-taken", "update-check.edition", withSentences("edition")],
  ["id-taken", "update-check.purpose", withSentences("purpose")],
  ["id-taken", "update-check.card", withSentences("card")],
  ["id-taken", "update-check.occasion", withSentences("occasion")],
  ["revision-date-invalid", "24.07.2025", withDate("24.07.2025")],
  ["revision-date-invalid", "2025-7-24", withDate("2025-7-24")],
  ["revision-date-invalid", "2025-13-01", withDate("2025-13-01")],
  ["revision-date-invalid", "2025-07-24T00:00", withDate("2025-07-24T00:00")],
];

describe("definePolicy", () => {
  test.each(broken)("refuses %s at %s", (code, subject, policy) => {
    const define = () => definePolicy(policy);

    expect(define).toThrow(PolicyError);
    expect(define).toThrow(`${code}: ${subject}`);
    expect(diagnosePolicy(policy)).toContainEqual({ code, level: "error", subject });
  });

  test("has a broken definition here for every error", () => {
    const errors = Object.entries(diagnosticLevels).filter(([, it]) => it === "error");

    const replaced = "text-unknown";

    expect(new Set([...broken.map(([code]) => code), replaced])).toEqual(
      new Set(errors.map(([code]) => code)),
    );
  });

  test("hands over every error with the exception, and no notice", () => {
    const policy = { ...withDate("soon"), general: [] };

    expect(() => definePolicy(policy)).toThrow(
      expect.objectContaining({
        name: "PolicyError",
        diagnostics: [{ code: "revision-date-invalid", level: "error", subject: "soon" }],
      }),
    );
  });

  test("tells in its message what to do", () => {
    expect(() => definePolicy(withDate("soon"))).toThrow(/Mend what each line names/);
  });

  test("accepts a policy of another product, with its notices", () => {
    expect(definePolicy(otherPolicy)).toBe(otherPolicy);
    expect(diagnosePolicy(otherPolicy).map(({ level }) => level)).toEqual(
      Array.from({ length: 6 }, () => "notice"),
    );
  });

  test.each([
    "heading",
    "sentences.contents",
    "sentences.occasion",
    "sentences.exclusions",
    "items.edition.label",
    "items.edition.bullet",
    "items.schedule.label",
    "card.label",
    "card.recipient",
    "card.identification",
    "card.frequency",
    "card.voluntary",
    "card.withdrawal",
  ])("misses the text %s when it is blank", (path) => {
    const texts = structuredClone(otherPolicy.texts);
    const keys = path.split(".");
    const parent = keys
      .slice(0, -1)
      .reduce<object>(
        (at, key) => Reflect.get(at, key),
        texts.en.activities["update-check"] ?? {},
      );
    Reflect.set(parent, keys.at(-1) ?? "", "  ");
    const errors = diagnosePolicy({ ...otherPolicy, texts }).filter(
      ({ level }) => level === "error",
    );

    expect(new Set(errors.map(({ code, subject }) => `${code} ${subject}`))).toEqual(
      new Set([`text-missing en.activities.update-check.${path}`]),
    );
  });
});
