import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, inject, test } from "vitest";

const folder = inject("packageFolder");
const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

interface Entry {
  readonly types: string;
  readonly default: string;
}

function entry(name: string): Entry {
  return manifest.exports[name];
}

/** The names that an entry's declarations export, types marked as such. */
function declared(name: string): readonly string[] {
  const text = readFileSync(join(folder, entry(name).types), "utf8");
  expect(text, "every export is named").not.toMatch(/export \*|export (declare )?\w+ \w/);
  return [...text.matchAll(/export (type )?\{([^}]*)\}/g)]
    .flatMap(([, type = "", names = ""]) =>
      names.split(",").map((exported) => type + exported.trim()),
    )
    .filter((exported) => exported !== "")
    .toSorted();
}

async function valuesOf(name: string): Promise<readonly string[]> {
  const url = pathToFileURL(join(folder, entry(name).default)).href;
  return Object.keys(await import(/* @vite-ignore */ url)).toSorted();
}

const values = (exported: readonly string[]) =>
  exported.filter((one) => !one.startsWith("type "));

describe("the entries of the package", () => {
  test("are these", () => {
    expect(Object.keys(manifest.exports)).toMatchInlineSnapshot(`
      [
        ".",
        "./policy",
        "./policy/react",
        "./contract",
        "./panel",
        "./panel/node",
        "./panel/postgres",
        "./panel/sqlite",
        "./testing",
        "./elements",
        "./styles.css",
        "./static/*",
        "./custom-elements.json",
        "./package.json",
      ]
    `);
    expect(manifest.bin).toEqual({ klartext: "dist/cli/klartext.mjs" });
  });

  test("klartext exports these", async () => {
    expect(declared(".")).toMatchInlineSnapshot(`
      [
        "ConfigError",
        "ForeignAnswer",
        "KlartextError",
        "OutsideContract",
        "PanelProblem",
        "PanelUnreachable",
        "PartFailed",
        "PrivacyCenter",
        "PrivacyPolicy",
        "createClient",
        "createContract",
        "definePolicy",
        "liveConfigPolicy",
        "type ClientOptions",
        "type ConfirmedDecision",
        "type Language",
        "type PanelClient",
        "type Policy",
        "type PrivacyCenterProps",
        "type PrivacyPolicyProps",
      ]
    `);
    expect(await valuesOf(".")).toEqual(values(declared(".")));
  });

  test("klartext/policy exports these", async () => {
    expect(declared("./policy")).toMatchInlineSnapshot(`
      [
        "PolicyError",
        "buildDocument",
        "buildPage",
        "buildRevisions",
        "consentActivities",
        "coversRevision",
        "crashReport",
        "crashReportSample",
        "definePolicy",
        "diagnosePolicy",
        "difference",
        "facts",
        "findRevision",
        "item",
        "itemOf",
        "languages",
        "liveConfigPolicy",
        "nilUuid",
        "plainText",
        "policyText",
        "renderAtom",
        "renderHtml",
        "renderJsonLd",
        "renderMarkdown",
        "revisionChain",
        "serverStatistics",
        "serverStatisticsSample",
        "type Activity",
        "type AddedSection",
        "type AtomOptions",
        "type Block",
        "type Card",
        "type CardItem",
        "type Change",
        "type ConsentActivity",
        "type ContractActivity",
        "type CrashReport",
        "type Diagnostic",
        "type DiagnosticCode",
        "type FrontMatter",
        "type HostParagraph",
        "type HostSection",
        "type HtmlOptions",
        "type Inline",
        "type JsonLdOptions",
        "type Language",
        "type LiveConfigOptions",
        "type LiveConfigTexts",
        "type Localized",
        "type MarkdownOptions",
        "type OlderRevision",
        "type PageOptions",
        "type Policy",
        "type PolicyDefinition",
        "type PolicyDocument",
        "type PolicyPage",
        "type PolicyTexts",
        "type Renderable",
        "type Revision",
        "type Row",
        "type Sample",
        "type Section",
        "type Sentence",
        "type ServerStatistics",
        "type Settings",
        "type Summary",
        "type SummaryRow",
        "type SummarySentences",
      ]
    `);
    expect(await valuesOf("./policy")).toEqual(values(declared("./policy")));
  });

  test("klartext/contract exports these", async () => {
    expect(declared("./contract")).toMatchInlineSnapshot(`
      [
        "buildProblem",
        "buildReceipt",
        "createContract",
        "decision",
        "decisionEvents",
        "decisionRecord",
        "decisionRequest",
        "decisionStatuses",
        "decisionTag",
        "decisionWays",
        "endpointPath",
        "endpoints",
        "erasures",
        "knownOf",
        "knownStatus",
        "openApi",
        "pageSize",
        "parsePayloadKind",
        "payloadKindHeader",
        "payloadKinds",
        "policyResource",
        "preloadLinks",
        "privacyExport",
        "problemCode",
        "problemCodes",
        "problemDocument",
        "problemType",
        "problems",
        "purposeState",
        "receipt",
        "receiptContext",
        "receiptEvent",
        "receiptEvents",
        "recordedEvents",
        "signatureStates",
        "transitions",
        "transmission",
        "transmissionOutcomes",
        "transport",
        "type Contract",
        "type Decision",
        "type DecisionEvent",
        "type DecisionRecord",
        "type DecisionRequest",
        "type DecisionStatus",
        "type Deletion",
        "type Endpoint",
        "type EndpointId",
        "type PayloadKind",
        "type Person",
        "type PolicyResource",
        "type PreloadOptions",
        "type PrivacyExport",
        "type ProblemCode",
        "type ProblemDocument",
        "type PurposeState",
        "type Purposes",
        "type Receipt",
        "type ReceiptEvent",
        "type ReceiptParts",
        "type Transition",
        "type Transmission",
        "type Transport",
        "type Viewer",
        "viaHeader",
      ]
    `);
    expect(await valuesOf("./contract")).toEqual(values(declared("./contract")));
  });

  test("klartext/elements exports these", async () => {
    expect(declared("./elements")).toMatchInlineSnapshot(`
      [
        "KlartextPolicyElement",
        "KlartextPrivacyElement",
        "type ConfirmedDecision",
        "type ReportedError",
      ]
    `);
    expect(await valuesOf("./elements")).toEqual(values(declared("./elements")));
  });

  test("klartext/policy/react exports these", async () => {
    expect(declared("./policy/react")).toEqual([
      "StaticPolicy",
      "type StaticPolicyProps",
    ]);
    expect(await valuesOf("./policy/react")).toEqual(["StaticPolicy"]);
  });

  test.each(["panel", "panel/node", "panel/postgres", "panel/sqlite"])(
    "klartext/%s exports at run time what it declares, and can be imported",
    async (name) => {
      expect(await valuesOf(`./${name}`)).toEqual(values(declared(`./${name}`)));
    },
  );

  test("klartext/panel exports these", () => {
    expect(declared("./panel")).toMatchInlineSnapshot(`
      [
        "LaneTaken",
        "NotAvailableHere",
        "StoreError",
        "createMemoryStore",
        "createPanel",
        "type Change",
        "type Enqueued",
        "type Entry",
        "type Item",
        "type Log",
        "type MemoryStore",
        "type MemoryStoreOptions",
        "type Name",
        "type OpenSend",
        "type Panel",
        "type PanelOptions",
        "type PanelRequest",
        "type PanelStore",
        "type PayloadValue",
        "type Payloads",
        "type PurposeReading",
        "type SendingFacts",
        "type Snapshot",
        "type StoreErrorParts",
        "type StoreFailure",
        "type StoreReading",
        "type StoreRow",
        "type StoredEntry",
      ]
    `);
  });

  test("klartext/panel/node exports these", () => {
    expect(declared("./panel/node")).toMatchInlineSnapshot(`
      [
        "createNodeListener",
        "createSender",
        "type NodeListenerOptions",
        "type ProxySetting",
        "type Sender",
        "type SenderOptions",
      ]
    `);
  });

  test("klartext/panel/postgres exports these", () => {
    expect(declared("./panel/postgres")).toMatchInlineSnapshot(`
      [
        "StoreError",
        "openPostgresStore",
        "type PostgresStoreOptions",
        "type StoreFailure",
      ]
    `);
  });

  test("klartext/panel/sqlite exports these", () => {
    expect(declared("./panel/sqlite")).toMatchInlineSnapshot(`
      [
        "StoreError",
        "openSqliteStore",
        "type SqliteStoreOptions",
        "type StoreFailure",
      ]
    `);
  });

  test("load a driver and Node's modules in the entries for Node alone", () => {
    const files = globSync("dist/**/*.js", { cwd: folder });
    const loading = (module: RegExp) =>
      files.filter((file) => module.test(readFileSync(join(folder, file), "utf8")));
    const ofNode = /^dist\/(cli|sending|stores|panel\/(node|postgres|sqlite)\.js)/;

    expect(loading(/from "(better-sqlite3|pg)"/)).toEqual([]);
    expect(loading(/"(better-sqlite3|pg)@/).toSorted()).toEqual([
      "dist/stores/postgres/connection.js",
      "dist/stores/sqlite/requireDriver.js",
    ]);
    expect(loading(/from "node:/).filter((file) => !ofNode.test(file))).toEqual([]);
    expect(loading(/from "node:/)).not.toEqual([]);
  });

  test("klartext/testing exports these", async () => {
    expect(declared("./testing")).toMatchInlineSnapshot(`
      [
        "contractPromises",
        "crashSample",
        "createFakePanel",
        "people",
        "runSuite",
        "sessionHeader",
        "statistics",
        "transport",
        "type ",
        "type ContractPromise",
        "type DeletionOutcome",
        "type FakePanel",
        "type FakePanelOptions",
        "type FakePayload",
        "type FakeState",
        "type Fault",
        "type FaultHandle",
        "type FaultKind",
        "type Finding",
        "type FindingKind",
        "type KeptTransmission",
        "type LoggedRequest",
        "type PersonalAct",
        "type PromiseResult",
        "type PurposeSetUp",
        "type RunOptions",
        "type SuiteReport",
      ]
    `);
    expect(await valuesOf("./testing")).toEqual(values(declared("./testing")));
  });
});
