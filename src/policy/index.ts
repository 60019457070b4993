export { buildDocument } from "./buildDocument.ts";
export { buildPage } from "./buildPage.ts";
export { buildRevisions } from "./buildRevisions.ts";
export { type CrashReport, crashReport } from "./builtIn/crashReport.ts";
export { facts } from "./builtIn/facts.ts";
export type { HostParagraph, HostSection } from "./builtIn/hostTexts.ts";
export {
  type LiveConfigOptions,
  type LiveConfigTexts,
  liveConfigPolicy,
} from "./builtIn/liveConfigPolicy.ts";
export { crashReportSample, serverStatisticsSample } from "./builtIn/samples.ts";
export { type ServerStatistics, serverStatistics } from "./builtIn/serverStatistics.ts";
export { definePolicy, type PolicyDefinition, PolicyError } from "./definePolicy.ts";
export { diagnosePolicy } from "./diagnose/diagnosePolicy.ts";
export type { Diagnostic, DiagnosticCode } from "./diagnose/diagnostic.ts";
export { type Change, difference } from "./difference.ts";
export {
  type Block,
  type Card,
  type CardItem,
  type Inline,
  type OlderRevision,
  type PolicyDocument,
  type PolicyPage,
  plainText,
  type Renderable,
  type Row,
  type Sample,
  type Section,
  type Sentence,
  type Summary,
  type SummaryRow,
} from "./document.ts";
export { item, itemOf } from "./item.ts";
export { type Language, type Localized, languages } from "./language.ts";
export { nilUuid } from "./nilUuid.ts";
export {
  type Activity,
  type AddedSection,
  type ConsentActivity,
  type ContractActivity,
  consentActivities,
  type Policy,
  type PolicyTexts,
  type Revision,
  type Settings,
  type SummarySentences,
} from "./policy.ts";
export { policyText } from "./policyText.ts";
export type { FrontMatter } from "./render/frontMatter.ts";
export type { PageOptions } from "./render/pageOptions.ts";
export { type AtomOptions, renderAtom } from "./render/renderAtom.ts";
export { type HtmlOptions, renderHtml } from "./render/renderHtml.ts";
export { type JsonLdOptions, renderJsonLd } from "./render/renderJsonLd.ts";
export { type MarkdownOptions, renderMarkdown } from "./render/renderMarkdown.ts";
export { coversRevision, findRevision, revisionChain } from "./revisions.ts";
