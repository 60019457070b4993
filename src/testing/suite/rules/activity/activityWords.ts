import { deletionStates, locks, suspensions } from "../../../../contract/purposeState.ts";
import { tlsResults } from "../../../../contract/transport.ts";
import { stateRule } from "../../defineRules.ts";

const known = (values: readonly string[], value: string | null) =>
  value === null || values.includes(value);

export const activityWords = stateRule(
  {
    id: "activity-words",
    title: "Locks, suspensions, deletions and what TLS found are words of the contract",
    section: "docs/panel-api.md#the-states",
    remedy: "Tell the words that the schema of GET /purposes has, or null.",
    occasion: "a purpose",
  },
  ({ purposes: { exchange, value } }, expect) => {
    for (const [id, { activity, transport }] of Object.entries(value?.purposes ?? {})) {
      const states = activity.deletions.map(({ state }) => state);
      const right =
        known(locks, activity.lock) &&
        known(suspensions, activity.suspended) &&
        states.every((state) => known(deletionStates, state)) &&
        known(tlsResults, transport?.lastAttempt?.tls ?? null);
      expect(exchange, right, `${id}: words of contract 1 in its activity.`);
    }
  },
);
