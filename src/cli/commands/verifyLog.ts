import type { PrivacyExport } from "../../contract/privacyExport.ts";
import { privacyExport } from "../../contract/privacyExport.ts";
import { receipt } from "../../contract/receipt.ts";
import { formatNumber } from "../../i18n/formatMoment.ts";
import {
  type CheckedExport,
  checkExport,
  type ExportFinding,
  type KeptHead,
} from "../../panel/chain/index.ts";
import { exitStatus } from "../exitStatus.ts";
import { type FileTask, fileCommand, readJson } from "../fileCommand.ts";
import { UsageError } from "../terminal.ts";

/** How many findings are told one by one. */
const maxFindings = 20;

/**
 * The command `klartext verify-log`: whether an export fits the chain of digests in it, and
 * whether that goes on from a head that a receipt carries.
 */
export const verifyLog = fileCommand({
  name: "verify-log",
  flags: ["json"],
  texts: ["head"],
  run: async (task) => {
    const { file, words, terminal, flag } = task;
    const kept = await readHead(task);
    const otherwise = words("usage.export", { file });
    const read: PrivacyExport = await readJson(file, privacyExport, words, otherwise);
    const checked = checkExport(read, kept);
    if (flag("json")) terminal.print(JSON.stringify(checked ?? { events: null }));
    else for (const line of linesOf(checked, kept, task)) terminal.print(line);
    const isWhole =
      checked?.findings.length === 0 && (checked.head ?? "goes-on") === "goes-on";
    return isWhole ? exitStatus.done : exitStatus.failed;
  },
});

function linesOf(
  checked: CheckedExport | undefined,
  kept: KeptHead | undefined,
  { words, language }: FileTask,
): readonly string[] {
  if (!checked) return [words("verify.log.no-chain")];
  const { events, migrated, findings, head } = checked;
  const number = (value: number) => formatNumber(value, language);
  const rest = findings.length - maxFindings;
  return [
    words("verify.log.events", { count: events, events: number(events) }),
    ...(migrated > 0
      ? [words("verify.log.migrated", { count: migrated, migrated: number(migrated) })]
      : []),
    ...findings.slice(0, maxFindings).map((finding) => sentenceOf(finding, words)),
    ...(rest > 0 ? [words("verify.log.more", { count: rest, more: number(rest) })] : []),
    ...(findings.length === 0 ? [words("verify.log.fits")] : []),
    ...(head && kept ? [words(`verify.log.head.${head}`, { number: kept.number })] : []),
    ...(head ? [] : [words("verify.log.no-head")]),
  ];
}

function sentenceOf(finding: ExportFinding, words: FileTask["words"]): string {
  const { kind, ...values } = finding;
  return words(`verify.log.${kind}`, values);
}

async function readHead({
  text,
  words,
}: Pick<FileTask<"json", "head">, "text" | "words">): Promise<KeptHead | undefined> {
  const file = text("head");
  if (file === undefined) return undefined;
  const read = await readJson(file, receipt, words, words("usage.receipt", { file }));
  const chain = read["kt:chain"];
  if (!chain) throw new UsageError(words("usage.head", { file }));
  return {
    ...{ number: chain["kt:number"], head: chain["kt:head"], epoch: chain["kt:epoch"] },
  };
}
