export {
  eventDigest,
  eventOf,
  firstHead,
  nextHead,
} from "./chainEvent.ts";
export {
  type CheckedExport,
  checkExport,
  type ExportFinding,
  type HeadFinding,
  type KeptHead,
} from "./checkExport.ts";
export { type ChainLink, extendChain } from "./extendChain.ts";
export { linksOf } from "./linksOf.ts";
