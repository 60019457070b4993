import { type Loose, type Plant, tells } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";

export const policy = (to: (policy: Loose) => Loose): Plant =>
  tells(is.policy, (one) => ({ ...one, ...to(one) }));
