export { changesByItem, type EntryChange, type ItemChange } from "./changesByItem.ts";
export { checkDigest, type DigestCheck } from "./checkDigest.ts";
export { type BrokenBytes, decodeUtf8 } from "./decodeUtf8.ts";
export {
  diffPayloads,
  type PayloadDifference,
} from "./diffPayloads.ts";
export { digest, digestPath, digestText, parseReprDigest } from "./digest.ts";
export { explainPayload, type Path, type Place } from "./explainPayload.ts";
export { type ExplainedText, explainText } from "./explainText.ts";
export {
  type LocatedValue,
  locateValues,
  valueAt,
  valuesWithin,
} from "./locateValues.ts";
export { maxShownBytes, type ReadPayload, readPayload } from "./readPayload.ts";
export { type Json, serializePayload } from "./serializePayload.ts";
export { showDigest } from "./showDigest.ts";
export {
  pathOf,
  type TextValue,
  type Token,
  type TokenizedJson,
  tokenize,
} from "./tokenize.ts";
