import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { otherPolicy } from "../../../test/fixtures/otherPolicy.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { createContract } from "../createContract.ts";
import { endpoints } from "../endpoints.ts";
import { problemCodes, problemType } from "../problem.ts";
import { openApi } from "./openApi.ts";

const document = openApi(createContract(liveConfigPolicy()), "0.1.0");

interface Finding {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
}

/** Lints a document as `redocly lint` does, without a word to its maker. */
async function lint(value: unknown): Promise<readonly Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), "klartext-openapi-"));
  try {
    await writeFile(join(folder, "openapi.json"), JSON.stringify(value));
    return await runRedocly(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function runRedocly(cwd: string): Promise<readonly Finding[]> {
  const { resolve } = createRequire(import.meta.url);
  const command = join(resolve("@redocly/cli/package.json"), "../bin/cli.js");
  const words = ["lint", "--extends=recommended", "--format=json", "openapi.json"];
  const env = {
    ...process.env,
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  };
  return new Promise((done, fail) => {
    execFile(
      process.execPath,
      [command, ...words],
      { cwd, env },
      (error, stdout, stderr) => {
        try {
          done(JSON.parse(stdout.slice(stdout.indexOf("{"))).problems);
        } catch {
          fail(new Error(`${error?.message ?? ""}\n${stdout}\n${stderr}`));
        }
      },
    );
  });
}

interface DescribedOperation {
  readonly parameters?: readonly object[];
  readonly responses: Readonly<Record<string, object>>;
}

function operation(method: string, path: string): DescribedOperation {
  const found = document.paths[path]?.[method];
  if (!found) throw new Error(`The document has no ${method} ${path}.`);
  return found as DescribedOperation;
}

describe("the OpenAPI document", () => {
  test("is found faultless by a linter, in errors and in warnings", async () => {
    expect(await lint(document)).toEqual([]);
  }, 60_000);

  test("of another product names that product's purposes", () => {
    const text = JSON.stringify(openApi(createContract(otherPolicy), "1.2.3", "/other"));

    expect(text).toContain('"enum":["update-check"]');
    expect(text).toContain('"url":"/other"');
    expect(text).toContain('"version":"1.2.3"');
    expect(text).not.toContain("crash-reports");
  });

  test("names the order in which problems are looked for", () => {
    expect(document["x-problem-order"]).toEqual(problemCodes);
  });

  test("has every route of the table, and no other", () => {
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = Object.values(endpoints).map(
      ({ method, path }) => `${method} ${path}`,
    );

    expect(described.toSorted()).toEqual(routes.toSorted());
  });

  test("asks for If-Match where consent is given, and for nothing to withdraw", () => {
    expect(operation("put", "/purposes/{purpose}/decision").parameters).toContainEqual(
      expect.objectContaining({ name: "If-Match", in: "header", required: true }),
    );
    const withdrawal = operation("delete", "/purposes/{purpose}/decision");
    expect(withdrawal.parameters).not.toContainEqual(
      expect.objectContaining({ name: "If-Match" }),
    );
    expect(withdrawal).not.toHaveProperty("requestBody");
  });

  test("tells the payload's leaves, and takes no other", () => {
    const { responses } = operation("get", "/purposes/{purpose}/payload");
    const schemas = JSON.stringify(responses["200"]);

    for (const leaf of ["stackTrace", "services", "distribution", "libraries"]) {
      expect(schemas).toContain(`"${leaf}"`);
    }
    expect(schemas).toContain('"additionalProperties":false');
  });

  test("answers If-None-Match with 304 wherever something is read", () => {
    for (const [path, { get }] of Object.entries(document.paths)) {
      if (!get) continue;
      const { parameters, responses } = operation("get", path);
      expect(parameters).toContainEqual(
        expect.objectContaining({ name: "If-None-Match", in: "header" }),
      );
      expect(responses).toHaveProperty("304");
      expect(responses["200"]).toMatchObject({
        headers: { ETag: {}, "Cache-Control": {} },
      });
    }
  });

  test("lets nobody but signed-in people in, save for the policy", () => {
    const open = Object.entries(document.paths).filter(([, { get }]) =>
      Array.isArray(Reflect.get(get ?? {}, "security")),
    );

    expect(document.security).toEqual([{ session: [] }]);
    expect(open.map(([path]) => path)).toEqual(["/policy", "/policy/texts/{digest}"]);
  });

  test.each([
    ["421", ["host-not-served"]],
    ["401", ["not-signed-in"]],
    ["403", ["cross-site", "not-permitted", "locked", "payload-not-seen"]],
    ["404", ["not-found"]],
    ["413", ["body-too-large"]],
    ["415", ["media-type-not-supported"]],
    ["400", ["malformed-body"]],
    ["428", ["precondition-required"]],
    ["412", ["decision-changed"]],
    [
      "409",
      ["policy-changed", "payload-changed", "payload-undisclosed", "withdraw-instead"],
    ],
    ["503", ["policy-superseded", "not-available-here", "store-unavailable"]],
  ] as const)("answers a PUT with %s by %s", (status, codes) => {
    const { responses } = operation("put", "/purposes/{purpose}/decision");

    expect(Reflect.get(responses, status)).toMatchObject({
      content: {
        "application/problem+json": {
          schema: {
            allOf: [
              { $ref: "#/components/schemas/Problem" },
              { properties: { type: { enum: codes.map(problemType) } } },
            ],
          },
        },
      },
    });
  });

  test("has no word in its paths that ad blockers hide", () => {
    expect(Object.keys(document.paths).join()).not.toMatch(/cookie|consent|banner/i);
  });
});
