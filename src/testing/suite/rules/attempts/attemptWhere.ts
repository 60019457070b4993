import { stateRule } from "../../defineRules.ts";

export const attemptWhere = stateRule(
  {
    id: "attempt-where",
    title: "The newest report went where, and how, the transport says",
    section: "docs/panel-api.md#what-to-store",
    remedy: "Write the method and address down that you connect with.",
    occasion: "a report in the log: set up a vendor, or use --receive",
  },
  ({ purposes, log }, expect) => {
    for (const [id, { transport }] of Object.entries(purposes.value?.purposes ?? {})) {
      const own = log.value?.entries.filter((one) => one.purpose === id) ?? [];
      const report = own.find(({ kind }) => kind === "report");
      if (!report) continue;
      const same =
        !transport ||
        (transport.url === report.url && transport.method === report.method);
      expect(log.exchange, same, `${id}: ${transport?.method} ${transport?.url}.`);
    }
  },
);
