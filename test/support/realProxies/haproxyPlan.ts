import type { ProxyPlan } from "./startProxy.ts";

/** HAProxy with this configuration, and a process of its own. */
export function haproxyPlan(config: string): ProxyPlan {
  return {
    program: "haproxy",
    args: () => ["-db", "-f", "haproxy.cfg"],
    files: () => ({
      "haproxy.cfg": `
defaults
  mode http
  timeout connect 5s
  timeout client 30s
  timeout server 30s

${config}
`,
    }),
  };
}
