export { causeOf } from "./causeOf.ts";
export { type Finding, finding } from "./finding.ts";
export type { FindingKind } from "./findingWords.ts";
export { preflight } from "./preflight.ts";
