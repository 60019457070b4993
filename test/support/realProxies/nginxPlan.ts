import type { ProxyPlace } from "./startBehind.ts";
import type { ProxyPlan } from "./startProxy.ts";

interface NginxOptions {
  /** Directives of `http`. */
  readonly http?: string;
  /** Directives of `server`. */
  readonly server?: string;
  /** Directives of the location of everything else, where it is not the panel's too. */
  readonly elsewhere?: string;
  /** What the socket speaks: `ssl http2`. */
  readonly listen?: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** nginx before the whole panel. */
export function nginxPlan(
  { port, panelPort }: ProxyPlace,
  { http = "", server = "", listen = "", files = {}, ...options }: NginxOptions = {},
): ProxyPlan {
  const {
    elsewhere = `proxy_pass http://127.0.0.1:${panelPort};
      proxy_set_header Host $http_host;`,
  } = options;
  return {
    program: "nginx",
    args: (folder) => ["-p", folder, "-e", "stderr", "-c", "nginx.conf"],
    files: (folder) => ({
      ...files,
      "nginx.conf": `
daemon off;
user root;
worker_processes 1;
pid nginx.pid;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  proxy_cache_path ${folder}/cache keys_zone=everything:1m;
  ${http}
  server {
    listen 127.0.0.1:${port} ${listen};
    ${server}
    location / {
      ${elsewhere}
    }
  }
}
`,
    }),
  };
}
