import type { SuiteContext } from "../../../testing/suite/index.ts";
import { giveConsentShown, untilState, withdrawAndSettle } from "../consentAndReceive.ts";
import { expectReceived } from "../expectReceived.ts";
import { readLog } from "../readLog.ts";
import type { Certification } from "../receiverIdentities.ts";
import { eachSending } from "../sendingPurposes.ts";
import type { Wire } from "../wire.ts";
import type { WireRule } from "../wireRule.ts";

const section = "docs/test-panel.md#who-may-receive";

/** Nothing is told to anybody but the vendor. */
export const certificateRules: readonly WireRule[] = [
  {
    id: "wire-another-authority",
    title: "A server of another authority gets no byte, and the page says so",
    section,
    remedy:
      "Trust the vendor's own authority and no other, not even those of the system, and check before the first byte is written.",
    check: (wire, context) => getsNothing(wire, context, "another-authority"),
  },
  {
    id: "wire-another-host",
    title: "A server with a certificate for another host gets no byte",
    section,
    remedy:
      "Compare the name or address in the certificate with that of the vendor's URL.",
    check: (wire, context) => getsNothing(wire, context, "another-host"),
  },
];

async function getsNothing(
  wire: Wire,
  context: SuiteContext,
  certification: Certification,
): Promise<void> {
  for (const { id } of context.activities) await withdrawAndSettle(wire, context, id);
  const before = wire.receiver.connections.length;
  const known = new Set((await readLog(context, () => true)).map(({ id }) => id));
  wire.receiver.certify(certification);
  await eachSending(wire, context, async (activity) => {
    const { id } = activity;
    await giveConsentShown(wire, context, activity);
    const met = () => wire.receiver.connections.slice(before);
    await wire.waitFor(`${id}: an attempt to send.`, () => met()[0]);
    await wire.waitFor(
      `${id}: an entry of the log with the outcome tls-pin-mismatch.`,
      async () => {
        const bytes = met().reduce((sum, connection) => sum + connection.bytes(), 0);
        expectReceived(
          bytes === 0,
          `${id}: no byte to a server with the certificate of ${told[certification]}; ${bytes} came.`,
        );
        const log = await readLog(context, () => true);
        return log.find(
          (one) =>
            one.purpose === id &&
            one.outcome === "tls-pin-mismatch" &&
            !known.has(one.id),
        );
      },
    );
    await untilState(
      wire,
      context,
      id,
      "transport.lastAttempt with tls-pin-mismatch.",
      ({ transport }) => transport?.lastAttempt?.tls === "tls-pin-mismatch",
    );
  });
}

const told: Readonly<Record<Certification, string>> = {
  own: "its own authority",
  "another-authority": "another authority",
  "another-host": "another host",
};
