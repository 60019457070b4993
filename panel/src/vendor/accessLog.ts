import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

/**
 * The vendor's access log (fact C7): minutes and IP addresses, no path. An address stands
 * once a minute and a minute's addresses are sorted, so that neither number nor order of
 * the requests can be matched with the store. Lines older than the days given are dropped.
 */
export function createAccessLog(file: string, days: number) {
  return {
    record(address: string, at: Date): void {
      const oldest = new Date(at.getTime() - days * 86_400_000).toISOString();
      const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
      const minute = `${at.toISOString().slice(0, 16)}Z`;
      const kept = new Set(lines.filter((line) => line >= oldest));
      if (kept.has(`${minute} ${address}`)) return;
      kept.add(`${minute} ${address}`);
      writeFileSync(`${file}.new`, `${[...kept].toSorted().join("\n")}\n`, {
        mode: 0o600,
      });
      renameSync(`${file}.new`, file);
    },
  };
}
