import { digestText } from "../payload/index.ts";
import {
  buildPage,
  buildRevisions,
  type Policy,
  policyText,
  renderAtom,
  renderHtml,
  renderJsonLd,
  renderMarkdown,
} from "../policy/index.ts";
import { commandWords } from "./commandLanguage.ts";
import { type ExitStatus, exitStatus } from "./exitStatus.ts";
import { readConfig } from "./readConfig.ts";
import {
  type PolicyArguments,
  policyHelp,
  readPolicyArguments,
} from "./readPolicyArguments.ts";
import { recordOfProcessing } from "./recordOfProcessing.ts";
import type { Terminal } from "./terminal.ts";

/** The command `klartext policy`: writes the policy for a documentation site. */
export async function policyCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitStatus> {
  const given = readPolicyArguments(args);
  if (given === "help") {
    terminal.print(policyHelp);
    return exitStatus.done;
  }
  const text = await write(await readConfig(given.config), given);
  terminal.print(text.replace(/\r?\n$/, ""));
  return exitStatus.done;
}

async function write(
  policy: Policy,
  { language, output, page, feed }: PolicyArguments,
): Promise<string> {
  const agreed = policyText(policy, language);
  const digest = await digestText(agreed);
  switch (output) {
    case "digest":
      return digest;
    case "text":
      return agreed;
    case "jsonld":
      return renderJsonLd(policy, language, { digest });
    case "record":
      return recordOfProcessing(policy, language, commandWords(language));
    case "revisions":
      return renderMarkdown(buildRevisions(policy, language), page);
    case "atom":
      return renderAtom(policy, language, feed);
    case "html":
      return renderHtml(buildPage(policy, language), page);
    case "markdown":
      return renderMarkdown(buildPage(policy, language), page);
  }
}
