import { stateRule } from "../../defineRules.ts";

export const transport = stateRule(
  {
    id: "transport",
    title:
      "Reports go over https to an address without a password, under named authorities",
    section: "docs/panel-api.md#what-to-store",
    remedy:
      "Send over https alone; name the SHA-256 fingerprint of each authority as AA:BB:….",
    occasion: "a purpose",
  },
  ({ purposes: { exchange, value } }, expect) => {
    for (const [id, { transport, resultsUrl }] of Object.entries(value?.purposes ?? {})) {
      const results = resultsUrl === null || /^https?:\/\//.test(resultsUrl);
      expect(exchange, results, `${id}: resultsUrl with https, or null.`);
      if (!transport) continue;
      const url = new URL(transport.url);
      expect(exchange, url.protocol === "https:", `${id}: transport.url with https.`);
      expect(
        exchange,
        !url.username && !url.password,
        `${id}: no password in transport.url.`,
      );
      const pinned = transport.caFingerprints;
      const right =
        pinned.length > 0 &&
        pinned.every((one) => /^([0-9A-F]{2}:){31}[0-9A-F]{2}$/.test(one));
      expect(exchange, right, `${id}: caFingerprints, SHA-256 as AA:BB:….`);
    }
  },
);
