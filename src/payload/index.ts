export { checkDigest, type DigestCheck } from "./checkDigest.ts";
export {
  differencePayloads,
  type PayloadDifference,
} from "./differencePayloads.ts";
export { digest, digestPath, digestText, parseReprDigest } from "./digest.ts";
export { explainPayload, type Path, type Place } from "./explainPayload.ts";
export { type ExplainedText, explainText } from "./explainText.ts";
export { largestShown, type ReadPayload, readPayload } from "./readPayload.ts";
export { type Json, serializePayload } from "./serializePayload.ts";
export {
  pathOf,
  type TextValue,
  type Token,
  type TokenizedJson,
  tokenize,
} from "./tokenize.ts";
