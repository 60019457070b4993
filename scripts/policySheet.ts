import { readFile } from "node:fs/promises";
import { join } from "node:path";

const styles = join(import.meta.dirname, "../src/styles");

/** The sheet of the ready-made pages, `policy.css`, in one. */
export async function policySheet(): Promise<string> {
  const names = ["policy.css", "policyText.css", "policyPrint.css"];
  const sheets = await Promise.all(
    names.map((name) => readFile(join(styles, name), "utf8")),
  );
  return sheets.join("\n");
}
