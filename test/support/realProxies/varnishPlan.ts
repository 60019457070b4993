import type { ProxyPlace } from "./startBehind.ts";
import type { ProxyPlan } from "./startProxy.ts";

/** Varnish with this VCL. */
export function varnishPlan({ port }: ProxyPlace, vcl: string): ProxyPlan {
  return {
    program: "varnishd",
    args: (folder) => [
      ...["-F", "-j", "none", "-n", `${folder}/work`],
      ...["-f", `${folder}/default.vcl`],
      ...["-a", `127.0.0.1:${port}`, "-T", "none", "-s", "malloc,16m"],
    ],
    files: () => ({ "default.vcl": vcl }),
  };
}
