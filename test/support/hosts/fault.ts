/**
 * What is wrong with a centre in a host. *weight*: the refusal looks otherwise than the grant.
 * *contrast*: something is too pale to be seen. *target*: something is too small to be pressed.
 * *width*: something has none. *cut*: something is cut off or leaves the page. *scheme*: it is
 * light in a dark page, or dark in a light one.
 */
export const faultKinds = [
  "weight",
  "contrast",
  "target",
  "width",
  "cut",
  "scheme",
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  readonly kind: FaultKind;
  /** In a sentence. */
  readonly says: string;
}
