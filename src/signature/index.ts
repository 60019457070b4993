export { checkSignedAnswer, type SignedAnswerFinding } from "./checkSignedAnswer.ts";
export { CannotCheck, isSigned, keyIdOf } from "./ed25519.ts";
export { isWithin } from "./isWithin.ts";
export {
  areCovered,
  coveredComponents,
  type SignedExchange,
  signatureBase,
} from "./signatureBase.ts";
export type { SignedAnswer } from "./signedAnswer.ts";
