import type { ContractRule } from "../../contractRule.ts";
import { expectThat } from "../../expectations.ts";
import { purposePath, readPayloadBytes, readPurposes } from "../../panelReading.ts";
import type { SuiteContext } from "../../suiteContext.ts";

function paths({ activities }: SuiteContext): readonly string[] {
  return activities.flatMap(({ id }) => [
    purposePath(id, "decision"),
    purposePath(id, "payload"),
  ]);
}

/** All that a reader could have changed, by purpose. */
async function snapshot(context: SuiteContext) {
  const { exchange, purposes } = await readPurposes(context);
  const values = new Map<string, string>();
  for (const { id } of context.activities) {
    const payload = await readPayloadBytes(context, id).catch(() => undefined);
    const state = purposes[id];
    values.set(
      id,
      `${state?.decision.status} ${state?.etag}, pseudonym ${state?.activity.pseudonym}, payload ${payload?.digest}`,
    );
  }
  return { exchange, values };
}

export const readingChangesNothing: ContractRule = {
  id: "reading-changes-nothing",
  title: "GET and HEAD change no decision, make no UUID and leave the payload as it is",
  section: "docs/panel-api.md#the-requests",
  remedy: "Make a UUID when consent is given, and write nothing for GET and HEAD.",
  needs: ["read"],
  async check(context) {
    const before = await snapshot(context);
    for (const path of ["/policy", "/purposes", "/decisions", ...paths(context)]) {
      await context.get(path);
      await context.send("HEAD", path);
    }
    const after = await snapshot(context);
    for (const [id, was] of before.values) {
      const is = after.values.get(id);
      expectThat(after.exchange, is === was, `${id} as before: ${was}. Now: ${is}.`);
    }
  },
};
