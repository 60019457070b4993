import { readPurposes } from "./panelReading.ts";
import type { SuiteContext } from "./suiteContext.ts";

/** Says, before anything is decided, what will be recorded and what will be sent. */
export async function announceWrites(context: SuiteContext): Promise<string> {
  const { viewer, purposes } = await readPurposes(context);
  const told = context.activities.map(({ id, identification, schedule }) => {
    const purpose = purposes[id];
    const what =
      schedule === "monthly"
        ? "each consent may send a report at once"
        : "a report is sent only if something happens meanwhile";
    const erasure =
      identification === "pseudonym"
        ? ", each consent makes a UUID and each withdrawal asks the vendor to erase it"
        : "";
    const target = purpose?.transport
      ? `to ${purpose.transport.url}`
      : "the panel states no address";
    return `  ${id} (${purpose?.decision.status}): ${what}${erasure}; ${target}.`;
  });
  return [
    `The test gives, refuses and withdraws consent several times for each purpose, as ${viewer.name} (${viewer.id}).`,
    "Recorded, and not taken back: every decision stays in the panel's history under that name, every attempt to send in its log.",
    "Sent, if this panel sends:",
    ...told,
    "When it is over everything is withdrawn: what is undecided now cannot be undecided again.",
  ].join("\n");
}
