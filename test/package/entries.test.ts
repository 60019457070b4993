import { describe, expect, test } from "vitest";
import { declared, manifest, values, valuesOf } from "../support/packageEntries.ts";

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
        "./tokens.json",
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

  test("klartext/testing exports these", async () => {
    expect(declared("./testing")).toMatchInlineSnapshot(`
      [
        "contractRules",
        "crashSample",
        "createFakePanel",
        "people",
        "runSuite",
        "sessionHeader",
        "statistics",
        "transport",
        "transportOf",
        "type ",
        "type ContractRule",
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
        "type PurposeSetUp",
        "type RuleResult",
        "type RunOptions",
        "type SuiteReport",
      ]
    `);
    expect(await valuesOf("./testing")).toEqual(values(declared("./testing")));
  });
});
