import * as z from "zod/mini";
import type { Exchange } from "../exchange.ts";
import { parseBody } from "../parseBody.ts";
import { type Finding, finding } from "./finding.ts";
import { formatExchange } from "./formatExchange.ts";

const numbered = z.object({ contract: z.number() });
const listed = z.object({ purposes: z.record(z.string(), z.unknown()) });

/** Whether `GET /policy` names a contract that is not the one checked here. */
export function findOtherContract(policy: Exchange): Finding | undefined {
  const { data } = z.safeParse(numbered, parseBody(policy));
  if (!data || data.contract === 1) return undefined;
  return finding("other-contract", [
    formatExchange(policy, `with contract ${data.contract}`),
  ]);
}

/**
 * Whether `GET /purposes` tells no purpose of the policy that was given. Where it tells some,
 * the others are for the rules.
 */
export function findOtherPolicy(
  purposes: Exchange,
  expected: readonly string[],
): Finding | undefined {
  const { data } = z.safeParse(listed, parseBody(purposes));
  if (!data) return undefined;
  const told = Object.keys(data.purposes);
  const names = (ids: readonly string[]) => ids.join(", ") || "none";
  return told.some((id) => expected.includes(id))
    ? undefined
    : finding("other-policy", [
        formatExchange(
          purposes,
          `with ${names(told)}; the policy has ${names(expected)}`,
        ),
      ]);
}
