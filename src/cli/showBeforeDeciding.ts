import { KlartextError } from "../client/errors.ts";
import { showDigest } from "../payload/showDigest.ts";
import { hindranceLines, payloadLines } from "./payloadLines.ts";
import { policyLines } from "./policyLines.ts";
import { purposeLines, type Speech } from "./purposeLines.ts";
import type { PanelReading } from "./readPanel.ts";
import type { Terminal } from "./terminal.ts";
import { createStyle } from "./terminalStyle.ts";

/** Shows what a person sees before deciding: the text once, then each purpose. */
export function showBeforeDeciding(
  { inForce, purposes }: PanelReading,
  speech: Speech & { readonly terminal: Terminal },
): void {
  const { terminal, words } = speech;
  const { heading } = createStyle(terminal.screen);
  terminal.print(policyLines(inForce.text, terminal.screen?.columns ?? Infinity));
  terminal.print(`\n${words("receipt.textDigest")}: ${showDigest(inForce.textDigest)}`);
  for (const purpose of purposes) {
    terminal.print(["", ...purposeLines(purpose, speech), ""].join("\n"));
    const { payload } = purpose;
    if (!(payload instanceof KlartextError)) {
      terminal.print(payloadLines(purpose, payload, speech).join("\n"));
      terminal.print(["", heading(words("show.digests"))].join("\n"));
      terminal.print(`  --text ${showDigest(inForce.textDigest)}`);
      terminal.print(`  --payload ${showDigest(payload.check.digest)}`);
    }
    for (const line of hindranceLines(purpose, speech)) terminal.print(line);
  }
}
