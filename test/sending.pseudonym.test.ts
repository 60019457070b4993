import { request } from "node:https";
import { describe, expect, test } from "vitest";
import { startTestVendor } from "../panel/src/vendor/testing/startTestVendor.ts";
import { serializePayload } from "../src/payload/index.ts";

const id = "8c0f6c1e-1111-4111-8111-123456789abc";
const erasure = serializePayload({ id });
const report = serializePayload({
  id,
  distribution: { name: "Debian GNU/Linux", version: "12" },
  version: "0.1.0",
  services: [{ name: "nginx", version: "1.22.1" }],
});

/** The status and the body of what the vendor answers. */
function ask(url: string, ca: string, method: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, ca, agent: false }, (incoming) => {
      let text = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (chunk: string) => {
        text += chunk;
      });
      incoming.on("end", () => resolve(`${incoming.statusCode} ${text}`));
    });
    outgoing.setHeader("Content-Type", "application/json");
    outgoing.on("error", reject);
    const body = method === "GET" ? "" : erasure;
    outgoing.setHeader("Content-Length", Buffer.byteLength(body));
    outgoing.end(body);
  });
}

// See docs/decisions/0003-erasure-by-pseudonym-alone.md.
describe("the pseudonym alone", () => {
  test.each(["GET", "PUT", "PATCH", "DELETE", "QUERY"])(
    "reads nothing at the vendor with %s",
    async (method) => {
      const vendor = await startTestVendor();
      await vendor.send("/v1/server-statistics", report);
      for (const path of ["server-statistics", "erasures", "crash-reports", ""]) {
        for (const tail of ["", `/${id}`, `?id=${id}`]) {
          const answer = await ask(
            `${vendor.url}/v1/${path}${tail}`,
            vendor.caPem,
            method,
          );
          expect([path, tail, answer]).toEqual([path, tail, "404 "]);
        }
      }
    },
  );

  test("tells how many reports it erased and when, and nothing of them", async () => {
    const vendor = await startTestVendor();
    const taken = await vendor.send("/v1/server-statistics", report);
    const erased = await vendor.send("/v1/erasures", erasure);
    const late = await vendor.send("/v1/server-statistics", report);

    expect([taken, late]).toEqual([
      { status: 202, json: null },
      { status: 410, json: null },
    ]);
    expect(erased).toEqual({
      status: 200,
      json: {
        deleted: 1,
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/),
      },
    });
  });
});
