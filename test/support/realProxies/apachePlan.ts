import { userInfo } from "node:os";
import type { ProxyPlace } from "./startBehind.ts";
import type { ProxyPlan } from "./startProxy.ts";

interface ApacheOptions {
  /** Directives of the server, after the modules. */
  readonly server?: string;
  /** Modules beside those of every proxy. */
  readonly modules?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

const always = ["mpm_event", "authz_core", "env", "filter", "proxy", "proxy_http"];
const modulesFolder = "/usr/lib/apache2/modules";

/** Apache before the whole panel. */
export function apachePlan(
  { port, panelPort }: ProxyPlace,
  { server = "ProxyPreserveHost On", modules = [], files = {} }: ApacheOptions = {},
): ProxyPlan {
  const load = [...always, ...modules].map(
    (name) => `LoadModule ${name}_module ${modulesFolder}/mod_${name}.so`,
  );
  const user = userInfo().uid === 0 ? "User www-data\nGroup www-data" : "";
  return {
    program: "apache2",
    args: (folder) => ["-d", folder, "-f", "apache.conf", "-DFOREGROUND"],
    files: (folder) => ({
      ...files,
      "apache.conf": `
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
DefaultRuntimeDir ${folder}
PidFile ${folder}/apache.pid
ErrorLog /dev/stderr
${user}
${load.join("\n")}
${server.replaceAll("$folder", folder)}
ProxyPass / http://127.0.0.1:${panelPort}/
`,
    }),
  };
}
