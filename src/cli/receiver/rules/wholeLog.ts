import { digest } from "../../../payload/digest.ts";
import { withdrawAndSettle } from "../consentAndReceive.ts";
import { expectReceived } from "../expectReceived.ts";
import { readLog } from "../readLog.ts";
import type { WireRule } from "../wireRule.ts";

/** What the log tells of the whole run. */
export const logRules: readonly WireRule[] = [
  {
    id: "wire-log-complete",
    title: "The log tells every request that arrived, and none that did not",
    section: "docs/test-panel.md#the-log",
    remedy:
      "Write each attempt down before you connect, and its outcome when it has ended.",
    async check(wire, context) {
      for (const { id } of context.activities) await withdrawAndSettle(wire, context, id);
      const log = (await readLog(context)).filter(
        ({ id, url }) => !wire.loggedBefore.has(id) && url.startsWith(wire.receiver.url),
      );
      const came = await Promise.all(
        wire.receiver.arrivals.map(async (arrival) => ({
          key: `${wire.receiver.url}${arrival.target} ${await digest(new Uint8Array(arrival.body))}`,
          status: arrival.status(),
        })),
      );
      const logged = log.map(({ url, digest: own, status }) => ({
        key: `${url} ${own}`,
        status,
      }));
      for (const key of new Set(came.map((one) => one.key))) {
        const counts = [came, logged].map(
          (list) => list.filter((one) => one.key === key).length,
        );
        const [arrived = 0, told = 0] = counts;
        expectReceived(
          told >= arrived,
          `${arrived} entries of ${key}; there are ${told}.`,
        );
      }
      const left = came.map((one) => `${one.key} ${one.status}`);
      for (const { key, status } of logged) {
        if (status === null) continue;
        const index = left.indexOf(`${key} ${status}`);
        expectReceived(
          index !== -1,
          `Entries with a status of what the vendor answered alone; it never answered ${status} to ${key}.`,
        );
        left.splice(index, 1);
      }
    },
  },
];
