import { type Loose, type Plant, tells } from "../../world/faults.ts";
import { is } from "../../world/hop.ts";

export const policy = (to: (policy: Loose) => Loose): Plant =>
  tells(is.policy, (one) => ({ ...one, ...to(one) }));
