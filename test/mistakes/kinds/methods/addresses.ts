import { undecided } from "../../../fixtures/purposeStates.ts";
import { front, problem, says, takes } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";

/** An address is answered that there is not. */
export const addresses: readonly Mistake[] = [
  {
    id: "final-slash",
    sentence: "An address with a final slash is the same",
    plant: takes(
      ({ path }) => path.endsWith("/"),
      ({ path }) => ({ path: path.replace(/\/+$/, "") }),
    ),
  },
  {
    id: "any-case",
    sentence: "A purpose is found in any case",
    plant: takes(
      ({ path }) => /^\/purposes\/[A-Z]/.test(path),
      ({ path }) => ({ path: path.toLowerCase() }),
    ),
  },
  {
    id: "below-decision",
    sentence: "What lies below a decision is the decision",
    plant: takes(
      ({ path }) => /\/decision\/./.test(path),
      ({ path }) => ({ path: path.replace(/\/decision\/.*/, "/decision") }),
    ),
  },
  {
    id: "unknown-purpose-undecided",
    sentence: "A purpose that there is not is undecided",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      return is.decision(hop) && is.get(hop) && answer.status === 404
        ? new Response(JSON.stringify(undecided), {
            headers: { "Content-Type": "application/json", ETag: '"0"' },
          })
        : answer;
    }),
  },
  {
    id: "purpose-of-prototype",
    sentence: "A purpose named constructor fails with 500",
    plant: says(
      ({ path }) => /\/purposes\/(constructor|__proto__|toString)\//.test(path),
      () => problem("internal-error"),
    ),
  },
  {
    id: "malformed-path",
    sentence: "An address with a broken escape fails with 500",
    plant: says(
      ({ path }) => /%(?![0-9a-fA-F]{2})/.test(path),
      () => problem("internal-error"),
    ),
  },
  {
    id: "entry-of-prototype",
    sentence: "An entry named by something else than a UUID fails with 500",
    plant: says(
      ({ path }) => /^\/(decisions|transmissions|receipts)\/no-such/.test(path),
      () => problem("internal-error"),
    ),
  },
  {
    id: "license-is-purpose",
    sentence: "What needs no consent has a decision",
    plant: takes(
      ({ path }) => path.startsWith("/purposes/license/"),
      ({ path }) => ({ path: path.replace("license", "crash-reports") }),
    ),
  },
];
