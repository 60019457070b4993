import { nilUuid } from "../../../policy/nilUuid.ts";
import { type ContractPromise, NotTried } from "../contractPromise.ts";
import { eachPurpose } from "../eachPurpose.ts";
import { expectThat } from "../expectations.ts";
import { readPayloadBytes, readPurpose, uuid4, uuidsIn } from "../panelReading.ts";
import type { SuiteContext } from "../suiteContext.ts";
import { ensureGranted, grant, withdraw } from "./acts.ts";

/** The UUID: made with consent, gone with it. */
export const pseudonymPromises: readonly ContractPromise[] = [
  {
    id: "pseudonym-made-by-grant",
    title: "Consent makes a random UUID, and the payload holds it from then on",
    needs: ["write"],
    async check(context) {
      await eachPurpose(pseudonymous(context), async ({ id }) => {
        await ensureGranted(context, id);
        const { exchange, activity } = await readPurpose(context, id);
        const pseudonym = activity.pseudonym ?? "";
        expectThat(exchange, uuid4.test(pseudonym), `${id}: a UUID of version 4.`);
        const payload = await readPayloadBytes(context, id);
        const found = uuidsIn(payload.text).join(", ");
        expectThat(payload, found === pseudonym, `${id}: the UUID ${pseudonym}.`);
      });
    },
  },
  {
    id: "pseudonym-gone-after-withdrawal",
    title: "Withdrawing takes the UUID away at once, from the payload too",
    needs: ["write"],
    async check(context) {
      await eachPurpose(pseudonymous(context), async ({ id }) => {
        await ensureGranted(context, id);
        await withdraw(context, id);
        const { exchange, activity } = await readPurpose(context, id);
        expectThat(exchange, activity.pseudonym === null, `${id}: no pseudonym.`);
        const payload = await readPayloadBytes(context, id);
        const found = uuidsIn(payload.text).join(", ");
        expectThat(payload, found === nilUuid, `${id}: the nil UUID.`);
      });
    },
  },
  {
    id: "pseudonym-new-after-withdrawal",
    title: "Consent given after a withdrawal makes another UUID",
    needs: ["write"],
    async check(context) {
      await eachPurpose(pseudonymous(context), async ({ id }) => {
        await ensureGranted(context, id);
        const before = (await readPurpose(context, id)).activity.pseudonym;
        await withdraw(context, id);
        await grant(context, id);
        const { exchange, activity } = await readPurpose(context, id);
        const isNew = activity.pseudonym !== before && activity.pseudonym !== null;
        expectThat(exchange, isNew, `${id}: a UUID other than ${before}.`);
      });
    },
  },
];

function pseudonymous(context: SuiteContext): Pick<SuiteContext, "activities"> {
  const activities = context.activities.filter(
    ({ identification }) => identification === "pseudonym",
  );
  if (activities.length === 0) throw new NotTried("No purpose works under a pseudonym.");
  return { activities };
}
