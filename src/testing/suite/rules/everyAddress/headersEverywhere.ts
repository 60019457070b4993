import { requestRule } from "../../defineRules.ts";
import { type Address, isBytes, readAddresses } from "../../snapshot/addresses.ts";

const types: Readonly<Partial<Record<Address["endpoint"], string>>> = {
  getPolicyText: "text/markdown",
  getReceipt: "application/ld+json",
};

export const headersEverywhere = requestRule(
  {
    id: "headers-everywhere",
    title:
      "Every answer says its media type, that it is stored nowhere, and has no coding",
    section: "docs/panel-api.md#live-pages",
    remedy: "Cache-Control: no-store on all but the texts, with no-transform on bytes.",
    occasion: "an address that can be read",
  },
  ["read"],
  async (context, expect) => {
    const all = await readAddresses(context);
    for (const address of all) {
      const { exchange, endpoint, path } = address;
      const caching = (exchange.headers.get("Cache-Control") ?? "").split(/\s*,\s*/);
      const isText = endpoint === "getPolicyText";
      expect(
        exchange,
        isText || caching.includes("no-store"),
        "Cache-Control: no-store.",
        "Cache-Control",
      );
      if (exchange.status !== 200) continue;
      const isRight = !isBytes(address) || caching.includes("no-transform");
      expect(
        exchange,
        isRight,
        "Cache-Control: no-store, no-transform.",
        "Cache-Control",
      );
      const [type = "", ...rest] = (exchange.headers.get("Content-Type") ?? "")
        .toLowerCase()
        .split(/\s*;\s*/);
      const expected = types[endpoint] ?? "application/json";
      expect(exchange, type === expected, `Content-Type ${expected}.`, "Content-Type");
      const charset = rest.find((one) => one.startsWith("charset="));
      expect(
        exchange,
        charset === undefined || /utf-?8/.test(charset),
        "charset=utf-8 or none.",
        "Content-Type",
      );
      const coding = exchange.headers.get("Content-Encoding");
      expect(
        exchange,
        coding === null,
        `No Content-Encoding; it is ${coding}.`,
        "Content-Encoding",
      );
      const tag = exchange.headers.get("ETag");
      const known = tag
        ? await context.get(path, { headers: { "If-None-Match": tag } })
        : undefined;
      const stored = known?.headers.get("Cache-Control") ?? "no-store";
      expect(
        exchange,
        isText || stored.includes("no-store"),
        "Cache-Control: no-store with 304.",
        "Cache-Control",
      );
    }
    const missing = await context.get("/no-such-thing");
    expect(
      missing,
      (missing.headers.get("Cache-Control") ?? "no-store").includes("no-store"),
      "Cache-Control: no-store on a problem.",
      "Cache-Control",
    );
  },
);
