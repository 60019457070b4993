import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { makeFolder } from "../support/folder.ts";
import { freePort } from "../support/freePort.ts";
import { apachePlan } from "../support/realProxies/apachePlan.ts";
import { nginxPlan } from "../support/realProxies/nginxPlan.ts";
import { proxyExample } from "../support/realProxies/proxyExample.ts";
import type { ProxyPlace } from "../support/realProxies/startBehind.ts";
import { type ProxyPlan, startProxy } from "../support/realProxies/startProxy.ts";
import { send } from "../support/startTestPanel.ts";

const script = "console.log('of the page');\n".repeat(40);

/** The documented files, in a server that compresses by itself elsewhere. */
const servers: Readonly<
  Record<"nginx" | "Apache", (place: ProxyPlace, folder: string) => ProxyPlan>
> = {
  nginx: (place, folder) =>
    nginxPlan(place, {
      http: `
types { text/html html; text/javascript js; }
gzip on;
gzip_types text/javascript;`,
      server: proxyExample("nginx-files.conf", place).replaceAll("/srv/page", folder),
      elsewhere: "return 404;",
    }),
  Apache: (place, folder) =>
    apachePlan(place, {
      modules: ["deflate", "dir", "headers", "mime", "rewrite"],
      server: `
TypesConfig /dev/null
AddType text/html .html
AddOutputFilterByType DEFLATE text/javascript
ProxyPass /assets/ !
ProxyPass /index.html !
ProxyPassMatch ^/$ !
${proxyExample("apache-files.conf", place).replaceAll("/srv/page", folder)}`,
    }),
};

/** A built page behind a server, until the test is over. */
async function serve(name: keyof typeof servers) {
  const folder = await makeFolder({
    "index.html": "<title>Privacy</title>",
    "assets/main-3f9a.js": script,
  });
  await chmod(folder, 0o755);
  const file = join(folder, "assets/main-3f9a.js");
  await writeFile(`${file}.gz`, gzipSync(script));
  await writeFile(`${file}.br`, brotliCompressSync(script));
  const port = await freePort();
  await startProxy(servers[name]({ port, panelPort: port }, folder), port);
  return (path: string, accepted = "identity") =>
    send(`http://127.0.0.1:${port}`, "GET", path, {
      headers: { "Accept-Encoding": accepted },
    });
}

describe.each([
  ["nginx", "gzip", gzipSync(script).length],
  ["Apache", "br", brotliCompressSync(script).length],
] as const)("behind the documented %s", (name, coding, size) => {
  test("a hashed file comes as it was compressed, and is kept for ever", async () => {
    const get = await serve(name);
    const coded = await get("/assets/main-3f9a.js", "gzip, br");
    const plain = await get("/assets/main-3f9a.js");

    expect(coded.headers["content-encoding"]).toBe(coding);
    expect(coded.bytes.length).toBe(size);
    expect([plain.headers["content-encoding"], plain.text]).toEqual([undefined, script]);
    for (const { headers } of [coded, plain]) {
      expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
      expect(headers.vary).toBe("Accept-Encoding");
      expect(headers["content-type"]).toMatch(/^text\/javascript/);
    }
  });

  test("a missing file is kept by nobody, and the page is asked for each time", async () => {
    const get = await serve(name);
    const [page, missing] = [await get("/"), await get("/assets/missing.js")];

    expect(page.headers["cache-control"]).toBe("no-cache");
    expect(page.text).toContain("Privacy");
    expect([missing.status, missing.headers["cache-control"]]).toEqual([404, undefined]);
  });
});
