import { requestRule } from "../../defineRules.ts";
import { expectProblem } from "../../expectations.ts";

export const hosts = requestRule(
  {
    id: "hosts",
    title:
      "Only the panel's own host with its port is served, for every method and route",
    section: "docs/panel-api.md#other-sites",
    remedy:
      "Compare Host whole, in lower case, with the names that you are served under; 421 to all else, before anything else.",
    occasion:
      "a client that can name another host, and nothing before the panel that answers in its place",
  },
  ["read"],
  async (context, expect) => {
    if (!context.canNameHost) return;
    const url = new URL((await context.get("/policy")).request.url);
    const port = url.protocol === "https:" ? "443" : "80";
    const foreign = [
      `${url.hostname}.attacker.invalid`,
      `attacker${url.hostname}`,
      `${url.hostname}:${Number(url.port || port) + 1}`,
      "attacker.invalid",
    ];
    const probe = "/purposes/no-such/decision";
    const first = await context.get("/purposes", { host: "attacker.invalid" });
    if (
      first.status !== 421 &&
      !(first.headers.get("Content-Type") ?? "").startsWith("application/")
    )
      return;
    for (const host of foreign) {
      for (const [method, path] of [
        ["GET", "/purposes"],
        ["GET", "/policy"],
        ["HEAD", "/decisions"],
        ...(context.write ? ([["DELETE", probe]] as const) : []),
      ] as const) {
        const exchange = await context.send(method, path, { host });
        expect(exchange, true, "421");
        expectProblem(exchange, "host-not-served");
      }
      if (!context.write) continue;
      const both = await context.send("DELETE", probe, {
        host,
        headers: { "Sec-Fetch-Site": "cross-site" },
      });
      expectProblem(both, "host-not-served");
    }
    for (const host of [
      url.host.toUpperCase(),
      ...(url.port === "" ? [`${url.hostname}:${port}`] : []),
    ]) {
      const exchange = await context.get("/policy", { host });
      expect(exchange, exchange.status === 200, `200, for ${host} is the panel's own.`);
    }
    const forwarded = await context.get("/policy", {
      headers: { "X-Forwarded-Host": "attacker.invalid" },
    });
    expect(forwarded, forwarded.status === 200, "200, for Host alone counts.");
  },
);
