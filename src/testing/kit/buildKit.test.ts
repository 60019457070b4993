import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { otherPolicy } from "../../../test/fixtures/otherPolicy.ts";
import {
  endpoints,
  problemCodes,
  problems,
  problemType,
  transitions,
} from "../../contract/index.ts";
import { problemSentences } from "../../i18n/problemSentences.ts";
import { digest, digestPath } from "../../payload/index.ts";
import { liveConfigPolicy, nilUuid, policyText } from "../../policy/index.ts";
import { createFakePanel, people, runSuite, sessionHeader } from "../index.ts";
import { buildKit } from "./buildKit.ts";
import { createKitPanel } from "./kitPanel.ts";
import type { SendingRows } from "./sendingTable.ts";
import type { SerializerVector } from "./serializerVectors.ts";
import type { TransitionTable } from "./transitionTable.ts";
import { type Exchanged, exchange, reviseMaterially, type Vector } from "./vectors.ts";

const policy = liveConfigPolicy();
const sentences = problemSentences();
const files = new Map(
  (await buildKit({ policy, version: "1.2.3", sentences })).map(({ path, content }) => [
    path,
    content,
  ]),
);

function fileText(path: string): string {
  const content = files.get(path);
  if (content === undefined) throw new Error(`The kit has no ${path}.`);
  return content;
}

function json<Value>(path: string): Value {
  return JSON.parse(fileText(path));
}

const ajv = new Ajv2020({
  unicodeRegExp: true,
  strict: true,
  allErrors: true,
  formats: {
    "date-time": (text) => !Number.isNaN(Date.parse(text)) && text.endsWith("Z"),
    uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    uri: (text) => URL.canParse(text),
  },
});
const validators = new Map<string, ValidateFunction>(
  [...files.keys()]
    .filter((path) => path.startsWith("schemas/"))
    .map((path) => [
      path.slice("schemas/".length, -".json".length),
      ajv.compile(json(path)),
    ]),
);

/** What a schema has against a value. */
function faults(schema: string, value: unknown): unknown {
  const validate = validators.get(schema);
  if (!validate) throw new Error(`The kit has no schema ${schema}.`);
  return validate(value) ? [] : validate.errors;
}

/** Which schema the answer to a request has. */
function schemaOf(method: string, path: string, type: string | null): string | undefined {
  if (type?.startsWith("application/problem+json")) return "answers/problem";
  const row = Object.values(endpoints).find(
    (endpoint) =>
      endpoint.method === (method === "HEAD" ? "GET" : method) &&
      new RegExp(`^${endpoint.path.replace(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );
  const purpose = /^\/purposes\/([^/]+)\/payload$/.exec(path)?.[1];
  if (purpose !== undefined) return `payloads/${purpose}`;
  return row && ["text", "payload", "nothing"].includes(row.answer)
    ? undefined
    : row && `answers/${row.answer}`;
}

const vectors = json<readonly Vector[]>("vectors.json");

describe("the kit", () => {
  test("has the texts that a person agrees to, under their digests", async () => {
    for (const language of ["de", "en"] as const) {
      const text = policyText(policy, language);
      const path = digestPath(await digest(new TextEncoder().encode(text)));
      expect(fileText(`texts/${path}.md`)).toBe(text);
      expect(fileText("policy.json")).toContain(path);
    }
  });

  test("has samples that its schemas take, with the nil UUID", () => {
    for (const purpose of ["crash-reports", "server-statistics"]) {
      expect(faults(`payloads/${purpose}`, json(`samples/${purpose}.json`))).toEqual([]);
    }
    expect(json("samples/server-statistics.json")).toMatchObject({ id: nilUuid });
  });

  test("tells every problem in order, with what a page says of it in both languages", () => {
    expect(json("problems.json")).toEqual(
      problemCodes.map((code) => ({
        ...{ code, type: problemType(code), ...problems[code] },
        sentence: { de: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) },
      })),
    );
  });

  test("names every one of its files in its README", () => {
    const named = [...fileText("README.md").matchAll(/`([\w<>./-]+)`/g)].map(
      ([, name = ""]) => name.replace("<digest>", ""),
    );
    const unnamed = [...files.keys()].filter(
      (path) =>
        path !== "README.md" &&
        !named.some((name) => path === name || path.startsWith(name.replace(".md", ""))),
    );

    expect(unnamed).toEqual([]);
  });

  test("of another product has that product's texts and purposes, and says what is missing", async () => {
    const kit = await buildKit({ policy: otherPolicy, version: "1.2.3", sentences });
    const whole = kit.map(({ content }) => content).join("\n");

    expect(whole).toContain("update-check");
    expect(whole).not.toContain("crash-reports");
  });
});

describe("the table of transitions", () => {
  const table = json<TransitionTable>("transitions.json");
  const rows = Object.values(table).flat();

  test("has every status and command of each purpose, as the contract has it", () => {
    for (const found of Object.values(table)) {
      for (const [from, events] of Object.entries(transitions)) {
        for (const [command, next] of Object.entries(events)) {
          const told = found
            .filter((row) => row.from === from && row.command === command)
            .map((row) => ("problem" in row ? row.problem : row.to));
          expect([...new Set(told)]).toEqual([next]);
        }
      }
    }
  });

  test("writes columns alone that the tables have", () => {
    const store = new Database(":memory:");
    store.exec(fileText("store.sql"));
    const columnsOf = (name: string) =>
      (store.pragma(`table_info(${name})`) as { name: string }[]).map((row) => row.name);
    const sending = Object.values(json<Record<string, SendingRows>>("sending.json"));
    const changes = [
      ...rows.flatMap((row) => ("problem" in row ? [] : [row])),
      ...sending.flatMap(({ begin, end, confirm }) => [
        ...Object.values(begin),
        ...end.map(({ change }) => change),
        ...(confirm ? [confirm] : []),
      ]),
    ];
    const used = (part: "decision_log" | "outbox" | "deletion" | "transmission") =>
      new Set(changes.flatMap((change) => (change[part] ?? []).flatMap(Object.keys)));

    expect(columnsOf("purpose")).toEqual(
      expect.arrayContaining(changes.flatMap(({ purpose = {} }) => Object.keys(purpose))),
    );
    for (const part of ["decision_log", "outbox", "deletion", "transmission"] as const) {
      expect(columnsOf(part)).toEqual(expect.arrayContaining([...used(part)]));
    }
    store.close();
  });

  test("asks for an erasure where a send was begun under the UUID, and else forgets it", () => {
    const of = (attempted: boolean) =>
      table["server-statistics"]?.find(
        ({ from, command, when }) =>
          from === "granted" &&
          command === "withdraw" &&
          when?.some((one) => one.attempted === attempted && one.suspended === null),
      );

    expect(of(false)).not.toHaveProperty("outbox");
    expect(of(false)).toMatchObject({ forget: ["$before.pseudonym"] });
    expect(of(true)).toMatchObject({
      outbox: [{ kind: "erasure", pseudonym: "$before.pseudonym", body: "$erasure" }],
      deletion: [{ id: "$uuid.2", consent: "$before.consent", state: "under-way" }],
      forget: ["$before.pseudonym"],
    });
  });

  test("says where each value comes from, and holds none of those it was made with", () => {
    expect(fileText("transitions.json")).not.toMatch(/viewer"|Viewer"|2026|[0-9a-f]{8}-/);
    expect(fileText("sending.json")).not.toMatch(/2026|[0-9a-f]{8}-|sha-256/);
  });
});

describe("the vectors", () => {
  test("are what the core answers", async () => {
    for (const vector of vectors) {
      const sample = json<never>(`samples/${vector.purpose}.json`);
      const panel = await createKitPanel({
        ...{ policy, lock: vector.lock ?? null },
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
    const { escaped, vectors: found } = json<{
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
    const panel = createFakePanel();
    const seen = new Set<string>();
    const against: unknown[] = [];
    const report = await runSuite({
      baseUrl: panel.baseUrl,
      policy,
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
