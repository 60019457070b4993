import { digestText } from "../payload/index.ts";
import {
  buildPage,
  type Policy,
  policyText,
  renderHtml,
  renderJsonLd,
  renderMarkdown,
} from "../policy/index.ts";
import { type ExitStatus, exitStatus } from "./exitStatus.ts";
import { readConfig } from "./readConfig.ts";
import {
  type PolicyArguments,
  policyHelp,
  readPolicyArguments,
} from "./readPolicyArguments.ts";
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
  terminal.print(text.replace(/\n$/, ""));
  return exitStatus.done;
}

async function write(
  policy: Policy,
  { language, output, page }: PolicyArguments,
): Promise<string> {
  const digest = await digestText(policyText(policy, language));
  switch (output) {
    case "digest":
      return digest;
    case "jsonld":
      return renderJsonLd(policy, language, { digest });
    case "html":
      return renderHtml(buildPage(policy, language), page);
    case "markdown":
      return renderMarkdown(buildPage(policy, language), page);
  }
}
