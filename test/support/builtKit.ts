import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { endpoints } from "../../src/contract/index.ts";
import { problemSentences } from "../../src/i18n/problemSentences.ts";
import { liveConfigPolicy } from "../../src/policy/index.ts";
import { buildKit } from "../../src/testing/kit/buildKit.ts";

export const kitPolicy = liveConfigPolicy();

const made = await buildKit({
  policy: kitPolicy,
  version: "1.2.3",
  sentences: problemSentences(),
});

/** The files of the kit of the built-in policy, by their paths. */
export const kitFiles: ReadonlyMap<string, string> = new Map(
  made.map(({ path, content }) => [path, content]),
);

export function kitText(path: string): string {
  const content = kitFiles.get(path);
  if (content === undefined) throw new Error(`The kit has no ${path}.`);
  return content;
}

export function kitJson<Value>(path: string): Value {
  return JSON.parse(kitText(path));
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
  [...kitFiles.keys()]
    .filter((path) => path.startsWith("schemas/"))
    .map((path) => [
      path.slice("schemas/".length, -".json".length),
      ajv.compile(kitJson(path)),
    ]),
);

/** What a schema has against a value. */
export function faults(schema: string, value: unknown): unknown {
  const validate = validators.get(schema);
  if (!validate) throw new Error(`The kit has no schema ${schema}.`);
  return validate(value) ? [] : validate.errors;
}

/** Which schema the answer to a request has. */
export function schemaOf(
  method: string,
  path: string,
  type: string | null,
): string | undefined {
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
