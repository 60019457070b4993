import { putDecision } from "../../deciding/decisionRequests.ts";
import { prepareDecision } from "../../deciding/prepareDecision.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { requestRule } from "../../defineRules.ts";
import { purposePath, readPurposes } from "../../panelReading.ts";
import { readAddresses } from "../../snapshot/addresses.ts";

export const tagsChange = requestRule(
  {
    id: "tags-change",
    title:
      "A tag changes with whatever is told: after a decision no address answers 304 to the tag of before",
    section: "docs/panel-api.md#live-pages",
    remedy: "Make the tag from the whole answer.",
    occasion: "an answer that a decision changes",
  },
  ["write"],
  async (context, expect) => {
    const [first] = context.activities;
    if (!first) return;
    const addresses = (await readAddresses(context)).map(({ path }) => path);
    const own = context.activities.flatMap(({ id }) => [
      purposePath(id, "decision"),
      purposePath(id, "payload"),
    ]);
    const paths = [
      ...new Set([
        "/purposes",
        "/decisions",
        "/transmissions",
        "/log",
        ...own,
        ...addresses,
      ]),
    ];
    for (const { id } of context.activities) {
      const { purposes } = await readPurposes(context);
      const isLocked = purposes[id]?.activity.lock !== null;
      for (const act of isLocked ? ["withdraw"] : ["grant", "withdraw", "refuse"]) {
        const before = await Promise.all(paths.map((path) => context.get(path)));
        const { etag, grant, refusal } = await prepareDecision(context, id);
        if (act === "grant") await putDecision(context, id, etag, grant);
        else if (act === "refuse") await putDecision(context, id, etag, refusal);
        else await withdrawConsent(context, id);
        await new Promise((resolve) => setTimeout(resolve, 20));
        for (const [at, path] of paths.entries()) {
          const was = before[at];
          const tag = was?.headers.get("ETag");
          if (!was || !tag) continue;
          const is = await context.get(path);
          if (is.text === was.text || is.status !== 200) continue;
          const known = await context.get(path, { headers: { "If-None-Match": tag } });
          expect(
            known,
            known.status !== 304,
            `200, for the answer is another than that of ${tag}.`,
            "ETag",
          );
        }
      }
      await withdrawConsent(context, id);
    }
  },
);
