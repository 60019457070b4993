import { prepareDecision } from "../../deciding/prepareDecision.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { requestRule } from "../../defineRules.ts";
import { purposePath, readDecision } from "../../panelReading.ts";
import { readAddresses } from "../../snapshot/addresses.ts";

export const writeHeaders = requestRule(
  {
    id: "write-headers",
    title: "The answer to a write is JSON that nobody stores, with the decision's tag",
    section: "docs/panel-api.md#live-pages",
    remedy: "Send Cache-Control: no-store and the ETag with PUT, POST and DELETE too.",
    occasion: "a purpose that can be decided",
  },
  ["write"],
  async (context, expect) => {
    for (const { id } of context.activities) {
      const { etag, refusal } = await prepareDecision(context, id);
      const path = purposePath(id, "decision");
      const posted = (body: unknown, tag: string) =>
        context.send("POST", path, {
          body: JSON.stringify(body),
          headers: { "If-Match": tag },
        });
      await withdrawConsent(context, id);
      const stale = await posted(refusal, etag);
      const answers = [
        await context.send("DELETE", path),
        await posted({ decision: "withdrawn" }, etag),
      ];
      const now = await prepareDecision(context, id);
      answers.push(
        await context.send("PUT", path, {
          body: JSON.stringify(now.refusal),
          headers: { "If-Match": now.etag },
        }),
      );
      answers.push(await posted(now.refusal, (await readDecision(context, id)).etag));
      for (const exchange of answers) {
        expect(
          exchange,
          exchange.status === 200 || exchange.status === 202,
          "Status 200.",
        );
        expect(
          exchange,
          (exchange.headers.get("Cache-Control") ?? "").includes("no-store"),
          "Cache-Control: no-store.",
          "Cache-Control",
        );
        const [type] = (exchange.headers.get("Content-Type") ?? "").split(";");
        expect(
          exchange,
          type === "application/json",
          "Content-Type application/json.",
          "Content-Type",
        );
        const { sequence } = JSON.parse(exchange.text || "{}");
        expect(
          exchange,
          exchange.headers.get("ETag") === `"${sequence}"`,
          `ETag "${sequence}".`,
          "ETag",
        );
      }
      expect(
        stale,
        stale.status === 412 || stale.status === 403,
        "412 to a POST that a withdrawal overtook.",
      );
      await withdrawConsent(context, id);
    }
    for (const { exchange } of await readAddresses(context)) expect(exchange, true, "");
  },
);
