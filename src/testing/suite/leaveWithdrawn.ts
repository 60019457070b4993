import { type ContractPromise, NotTried } from "./contractPromise.ts";
import { broken } from "./exchange.ts";
import { readPurposes } from "./panelReading.ts";
import { remove } from "./writing/acts.ts";

/** The last promise: whatever failed before, no consent is left behind. */
export const leaveWithdrawn: ContractPromise = {
  id: "left-withdrawn",
  title: "When all is over everything is withdrawn",
  needs: ["write"],
  isAskedOnce: true,
  async check(context) {
    const ids = context.activities.map(({ id }) => id);
    const failures: unknown[] = [];
    for (const id of ids) {
      await remove(context, id).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
    const { exchange, purposes } = await readPurposes(context);
    const statusOf = (id: string) => purposes[id]?.decision.status ?? "missing";
    const left = ids.filter((id) => statusOf(id) !== "withdrawn");
    const states = left.map((id) => `${id} is ${statusOf(id)}`).join(", ");
    const given = left.some((id) => !["undecided", "refused"].includes(statusOf(id)));
    if (given) throw broken(exchange, `The status withdrawn; ${states}.`);
    if (states) throw new NotTried(`No consent could be given: ${states}.`);
  },
};
