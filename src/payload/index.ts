export { checkDigest, type DigestCheck } from "./checkDigest.ts";
export { digest, digestPath, digestText, parseReprDigest } from "./digest.ts";
export { explainPayload, type Path, type Place } from "./explainPayload.ts";
export { type ReadPayload, readPayload } from "./readPayload.ts";
export { type Json, serializePayload } from "./serializePayload.ts";
