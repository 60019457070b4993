import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

/** A `fetch` that can name another `Host` than the URL's, which Node's cannot. */
export const fetchAnyHost: typeof globalThis.fetch = (input, init = {}) =>
  new Promise((resolve, reject) => {
    const url = new URL(String(input));
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const options = {
      method: init.method ?? "GET",
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(init.signal ? { signal: init.signal } : {}),
    };
    const request = send(url, options, (incoming) => {
      const chunks: Uint8Array[] = [];
      incoming.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const status = incoming.statusCode ?? 0;
        const body = [204, 304].includes(status) ? null : Buffer.concat(chunks);
        const headers = Object.entries(incoming.headersDistinct).flatMap(
          ([name, values = []]) => values.map((value): [string, string] => [name, value]),
        );
        resolve(new Response(body, { status, headers }));
      });
    });
    request.on("error", reject);
    request.end();
  });
