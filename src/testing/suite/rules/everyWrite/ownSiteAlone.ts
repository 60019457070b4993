import { prepareDecision } from "../../deciding/prepareDecision.ts";
import { purposePath } from "../../panelReading.ts";
import { refusalRule } from "./refusalRule.ts";

export const ownSiteAlone = refusalRule(
  {
    id: "own-site-alone",
    title:
      "A write comes from the panel's own page: no origin that resembles it, by any method",
    section: "docs/panel-api.md#other-sites",
    remedy:
      "Take Sec-Fetch-Site: same-origin, or where there is none an Origin that is exactly yours.",
    occasion: "a purpose that can be decided",
  },
  async (id, send, attempt, context) => {
    const { etag, grant } = await prepareDecision(context, id);
    const { origin, protocol, hostname, port } = new URL(
      (await context.get("/policy")).request.url,
    );
    const other = protocol === "https:" ? "http:" : "https:";
    const origins = [
      `${origin}.attacker.invalid`,
      `${protocol}//attacker${hostname}`,
      `${protocol}//a.${hostname}${port && `:${port}`}`,
      `${protocol}//${hostname}:${Number(port || 80) + 1}`,
      `${other}//${hostname}${port && `:${port}`}`,
      "null",
      null,
    ];
    const ways: readonly Readonly<Record<string, string | null>>[] = [
      ...origins.map((one) => ({ Origin: one })),
      { Origin: null, Referer: `${origin}/` },
      ...["cross-site", "same-site", "none", "other", "same-origin, cross-site"].map(
        (one) => ({ "Sec-Fetch-Site": one }),
      ),
    ];
    for (const way of ways) {
      const headers = { "If-Match": etag, ...way };
      await attempt(send(grant, { headers }), "cross-site");
      await attempt(send({ decision: "withdrawn" }, { headers }), "cross-site");
      await attempt(
        context.send("DELETE", purposePath(id, "decision"), { headers: way }),
        "cross-site",
      );
      await attempt(
        context.send("DELETE", "/people/nobody-of-this-name/name", { headers: way }),
        "cross-site",
      );
      await attempt(
        context.send("DELETE", purposePath("no-such", "decision"), {
          session: "none",
          headers: way,
        }),
        "cross-site",
      );
    }
  },
);
