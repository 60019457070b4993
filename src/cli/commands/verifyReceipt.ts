import { createPublicKey } from "node:crypto";
import * as z from "zod/mini";
import { receipt } from "../../contract/receipt.ts";
import { formatMoment, formatNumber } from "../../i18n/formatMoment.ts";
import { checkSignedAnswer, type SignedAnswerFinding } from "../../signature/index.ts";
import { exitStatus } from "../exitStatus.ts";
import { type FileTask, fileCommand, readJson } from "../fileCommand.ts";
import { readTextFile } from "../readTextFile.ts";
import { UsageError } from "../terminal.ts";

const deletedCount = z.object({ deleted: z.int() });

/**
 * The command `klartext verify-receipt`: whether the holder of a key has signed the answer
 * that the receipt of a deletion carries, and what that proves.
 */
export const verifyReceipt = fileCommand({
  name: "verify-receipt",
  flags: ["json"],
  texts: ["key"],
  run: async (task) => {
    const { file, words, terminal, flag } = task;
    const key = await readKey(task);
    const read = await readJson(file, receipt, words, words("usage.receipt", { file }));
    const answer = read["kt:signedAnswer"];
    const finding: SignedAnswerFinding | undefined =
      answer &&
      (await checkSignedAnswer(
        {
          ...{ body: answer["kt:body"], base: answer["kt:signatureBase"] },
          signature: answer["kt:signatureValue"],
        },
        [{ publicKey: key }],
      ));
    if (flag("json")) {
      terminal.print(JSON.stringify(finding ?? { state: "not-signed" }));
    } else {
      for (const line of linesOf(finding, answer?.["kt:body"], task))
        terminal.print(line);
    }
    return finding?.state === "signed" ? exitStatus.done : exitStatus.failed;
  },
});

function linesOf(
  finding: SignedAnswerFinding | undefined,
  body: string | undefined,
  { words, language }: FileTask,
): readonly string[] {
  if (!finding) return [words("verify.receipt.not-signed")];
  if (finding.state !== "signed") return [words(`verify.receipt.${finding.state}`)];
  const deleted = z.safeParse(deletedCount, parsed(body));
  const time = formatMoment(new Date(finding.claimedAt), language);
  return [
    words("verify.receipt.signed", { time }),
    ...(deleted.success
      ? [
          words("verify.receipt.deleted", {
            deleted: formatNumber(deleted.data.deleted, language),
          }),
        ]
      : []),
    words("verify.receipt.not-proven"),
  ];
}

async function readKey({
  text,
  words,
}: Pick<FileTask<"json", "key">, "text" | "words">): Promise<string> {
  const file = text("key");
  if (file === undefined) throw new UsageError(words("usage.key-missing"));
  const pem = await readTextFile(file, words);
  try {
    const key = pem.includes("PRIVATE KEY-----") ? undefined : createPublicKey(pem);
    if (key?.asymmetricKeyType === "ed25519") {
      return String(key.export({ type: "spki", format: "pem" }));
    }
  } catch {
    // Said below, as of a key of another kind.
  }
  throw new UsageError(words("usage.key", { file }));
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
