import { stateRule } from "../../defineRules.ts";

export const personIdAndName = stateRule(
  {
    id: "person-id-and-name",
    title: "Of a person nothing is told but id and name",
    section: "docs/panel-api.md#what-to-store",
    remedy: "Keep no address, no user agent and nothing else of her.",
    occasion: "an entry of the history or a decision that can be read",
  },
  ({ purposes, history, decisions }, expect) => {
    const more =
      /"(ip|ips|address|remoteAddr|remote_addr|userAgent|user_agent|email|mail)":"/i;
    for (const { exchange, value } of [history]) {
      for (const entry of JSON.parse(value ? exchange.text : '{"entries":[]}').entries) {
        expect(
          exchange,
          Object.keys(entry.by ?? { id: 1, name: 1 })
            .toSorted()
            .join() === "id,name",
          "by with id and name alone.",
        );
        expect(
          exchange,
          !more.test(JSON.stringify({ ...entry, signed: undefined })),
          "Nothing else of a person.",
        );
      }
    }
    for (const exchange of decisions.values())
      expect(exchange, !more.test(exchange.text), "Nothing else of a person.");
    expect(
      purposes.exchange,
      !/"(userAgent|user_agent|remoteAddr|remote_addr)":/i.test(purposes.exchange.text),
      "Nothing else of a person.",
    );
  },
);
