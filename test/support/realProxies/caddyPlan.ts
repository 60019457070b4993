import type { ProxyPlan } from "./startProxy.ts";

/** Caddy with this Caddyfile; it listens nowhere but there. */
export function caddyPlan(caddyfile: string): ProxyPlan {
  return {
    program: "caddy",
    args: () => ["run", "--config", "Caddyfile", "--adapter", "caddyfile"],
    files: () => ({
      Caddyfile: `{
	admin off
	auto_https off
}

${caddyfile}`,
    }),
  };
}
