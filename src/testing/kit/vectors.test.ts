import { describe, expect, test } from "vitest";
import { faults, kitJson, kitPolicy, schemaOf } from "../../../test/support/builtKit.ts";
import { problemCodes, problemType, transitions } from "../../contract/index.ts";
import type { Json } from "../../payload/serializePayload.ts";
import { createFakePanel, people, runSuite, sessionHeader } from "../index.ts";
import { createKitPanel } from "./kitPanel.ts";
import type { ReceiptTable } from "./receiptTable.ts";
import type { SerializerVector } from "./serializerVectors.ts";
import { type Exchanged, exchange, reviseMaterially, type Vector } from "./vectors.ts";

const vectors = kitJson<readonly Vector[]>("vectors.json");

describe("the vectors", () => {
  test("are what the core answers", async () => {
    for (const vector of vectors) {
      const sample = kitJson<never>(`samples/${vector.purpose}.json`);
      const panel = await createKitPanel({
        ...{ policy: kitPolicy, lock: vector.lock ?? null },
        payloads: vector.payload ? {} : { [vector.purpose]: sample },
      });
      for (const step of vector.before) {
        if (typeof step === "string") reviseMaterially(panel, vector.purpose);
        else expect(await exchange(panel, step.request)).toEqual(step);
      }
      expect(panel.row(vector.purpose)).toEqual(vector.state);
      expect((await exchange(panel, vector.request)).answer).toEqual(vector.answer);
      expect(panel.row(vector.purpose)).toEqual(vector.stateAfter);
    }
  });

  test("have every status with every way to decide, and almost every problem", () => {
    const types = new Set(
      vectors.map(({ answer }) => (answer.json as { type?: string } | undefined)?.type),
    );
    const missing = problemCodes.filter((code) => !types.has(problemType(code)));

    expect(missing).toEqual([
      "policy-superseded",
      "payload-undisclosed",
      "store-unavailable",
      "internal-error",
    ]);
    for (const status of Object.keys(transitions)) {
      const found = vectors.filter(({ id }) => id.startsWith(`crash-reports/${status}/`));
      expect(found.length).toBe(7);
    }
  });

  test("have answers that the schemas take, and requests of which the same is true", () => {
    const all: readonly Exchanged[] = vectors.flatMap(({ before, request, answer }) => [
      ...before.filter((step) => typeof step !== "string"),
      { request, answer },
    ]);
    for (const { request, answer } of all) {
      const { method, path, body } = request;
      const schema = schemaOf(
        method,
        path.replace(/\?.*/, ""),
        answer.headers["content-type"] ?? null,
      );
      const value = answer.json ?? (answer.text === undefined ? undefined : answer.text);
      if (schema && value !== undefined) {
        const read = typeof value === "string" ? JSON.parse(value) : value;
        expect([request.path, faults(schema, read)]).toEqual([request.path, []]);
      }
      if (body !== null && answer.status === 200) {
        const name = method === "PUT" ? "decisionRequest" : "postedDecision";
        expect(faults(`requests/${name}`, JSON.parse(body))).toEqual([]);
      }
    }
  });

  test("of the serializer have bytes that stand for their values", () => {
    const { escaped, vectors: found } = kitJson<{
      escaped: readonly (readonly [number, number])[];
      vectors: readonly SerializerVector[];
    }>("serializer.json");
    const isEscaped = (point: number) =>
      escaped.some(([from, to]) => from <= point && point <= to);

    for (const { value, pseudonym, bytes } of found) {
      const visible = [...bytes].every(
        (one) => one === "\n" || !isEscaped(one.codePointAt(0) ?? 0),
      );
      expect([bytes, visible]).toEqual([bytes, true]);
      if (pseudonym === null) expect(JSON.parse(bytes)).toEqual(value);
    }
    expect(isEscaped(0x20)).toBe(false);
    expect(isEscaped(0x202e)).toBe(true);
  });
});

describe("the schemas", () => {
  test("take every answer that the core gives to the contract suite", async () => {
    const panel = createFakePanel({ transport: null });
    const seen = new Set<string>();
    const against: unknown[] = [];
    const report = await runSuite({
      baseUrl: panel.baseUrl,
      policy: kitPolicy,
      write: true,
      headers: { Cookie: sessionHeader(people.admin) },
      readOnlyHeaders: { Cookie: sessionHeader(people.auditor) },
      fetch: async (input, init) => {
        const answer = await panel.serve(input, init);
        const path = new URL(String(input)).pathname.slice("/api/privacy".length);
        const type = answer.headers.get("Content-Type");
        const text = await answer.clone().text();
        const schema = schemaOf(init?.method ?? "GET", path, type);
        if (schema && text !== "") {
          seen.add(schema);
          const found = faults(schema, JSON.parse(text));
          if (JSON.stringify(found) !== "[]") against.push([path, found]);
        }
        return answer;
      },
    });

    expect(report.results.filter(({ outcome }) => outcome === "fail")).toEqual([]);
    expect(against).toEqual([]);
    expect(seen).toContain("answers/purposes");
    expect(seen).toContain("payloads/server-statistics");
  }, 60_000);

  test.each([
    ["requests/decisionRequest", {}, "nothing at all"],
    ["requests/decisionRequest", { payloadDigest: undefined }, "a grant of nothing seen"],
    ["requests/decisionRequest", { seen: "kinds" }, "a grant of both"],
    ["requests/decisionRequest", { by: "somebody" }, "an unknown member"],
    ["requests/decisionRequest", { decision: "withdrawn" }, "a withdrawal by PUT"],
  ] as const)("%s does not take %j: %s", (schema, change, _) => {
    const grant = vectors.find(({ id }) => id === "crash-reports/undecided/grant");
    const body = JSON.parse(grant?.request.body ?? "");
    const changed = Object.keys(change).length === 0 ? {} : { ...body, ...change };

    expect(faults(schema, body)).toEqual([]);
    expect(faults(schema, JSON.parse(JSON.stringify(changed)))).not.toEqual([]);
  });
});

/** Fills a receipt of the kit in, as its README says. */
function filled(
  template: Json,
  values: Readonly<Record<string, Json>>,
): Json | undefined {
  if (typeof template === "string") {
    const [start = "", name] = template.split("$");
    const found = name === undefined ? "" : values[name.replace("?", "")];
    return found === null || found === undefined ? undefined : `${start}${found}`;
  }
  const members = Object.entries(template as Readonly<Record<string, Json>>).map(
    ([name, value]) => [name, value, filled(value, values)] as const,
  );
  const isMissing = members.some(
    ([, value, found]) =>
      found === undefined && typeof value === "string" && !value.endsWith("?"),
  );
  if (isMissing) return undefined;
  return Object.fromEntries(members.map(([name, , found]) => [name, found]));
}

test.each([
  ["refused", "refused"],
  ["granted", "granted"],
  ["withdrawn", "withdrawn"],
])("the receipt of a purpose that is %s, filled in, is the core's", (status, event) => {
  for (const purpose of ["crash-reports", "server-statistics"]) {
    const answerTo = (name: string) =>
      vectors.find(({ id }) => id === `${purpose}/reading/${status}/${name}`)?.answer
        .json;
    const { entries } = answerTo("decisions") as {
      entries: readonly Readonly<Record<string, Json>>[];
    };
    const [entry = {}] = entries;
    const seen = status === "withdrawn" ? (entries[1] ?? {}) : entry;
    const { "kt:chain": _chain, ...receipt } = answerTo("receipt") as Record<
      string,
      Json
    >;
    const by = entry.by as Readonly<Record<string, Json>> | null;
    const notice = receipt["dpv:hasNotice"] as Readonly<Record<string, Json>>;
    const heading = kitJson<readonly { id: string; heading: { en: string } }[]>(
      "purposes.json",
    ).find(({ id }) => id === purpose)?.heading.en;

    expect(
      JSON.parse(
        JSON.stringify(
          filled(kitJson<ReceiptTable>("receipts.json")[purpose]?.[event] ?? null, {
            "entry.id": entry.id ?? null,
            "entry.at": entry.at ?? null,
            "entry.by_id": by?.id ?? null,
            "entry.by_name": by?.name ?? null,
            "entry.via": entry.via ?? null,
            "seen.id": seen.id ?? null,
            "seen.revision": seen.revision ?? null,
            "seen.language": seen.language ?? null,
            "seen.text_digest": seen.textDigest ?? null,
            "seen.payload_digest": seen.payloadDigest ?? null,
            "seen.seen": seen.seen ?? null,
            "seen.text": notice["kt:text"] ?? null,
            "seen.heading": heading ?? null,
          }),
        ),
      ),
    ).toEqual(receipt);
  }
});
