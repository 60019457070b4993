import { writeFile } from "node:fs/promises";
import {
  contractRules,
  createSuiteContext,
  type Finding,
  preflight,
  runSuite,
  type SuiteOptions,
} from "../testing/suite/index.ts";
import { confirmWriting } from "./confirmWriting.ts";
import { type ExitStatus, exitStatus } from "./exitStatus.ts";
import { fetchAnyHost } from "./fetchAnyHost.ts";
import { readConfig } from "./readConfig.ts";
import {
  readTestPanelArguments,
  type TestPanelArguments,
} from "./readTestPanelArguments.ts";
import { openWireTest, type WireTest } from "./receiver/openWireTest.ts";
import { createPanelWatch } from "./receiver/watchPanel.ts";
import { formatJunit } from "./report/formatJunit.ts";
import { formatReport } from "./report/formatReport.ts";
import { createRedact, type Redact } from "./report/redaction.ts";
import { shownReport } from "./report/shownReport.ts";
import { statusOfReport } from "./report/statusOfReport.ts";
import { insertWireRules, selectRules } from "./selectRules.ts";
import { type Terminal, UsageError } from "./terminal.ts";
import { testPanelHelp } from "./testPanelHelp.ts";

/**
 * The command `klartext test-panel`: runs the contract suite over a panel at a URL, and is
 * its vendor if it is told to.
 */
export async function testPanel(
  args: readonly string[],
  given: Terminal,
): Promise<ExitStatus> {
  const options = readTestPanelArguments(args);
  if (options.help) {
    given.print(testPanelHelp);
    return exitStatus.done;
  }
  const { url, headers, readOnlyHeaders, config, receiving } = options;
  const watch = createPanelWatch();
  const redact = createRedact([headers, readOnlyHeaders], () => watch.pseudonyms);
  const terminal = { ...given, tell: (line: string) => given.tell(redact(line)) };
  const suite: SuiteOptions = {
    baseUrl: url,
    policy: await readConfig(config),
    headers,
    fetch: watch.wrap((input, init) => globalThis.fetch(input, init)),
    fetchAnyHost: watch.wrap(fetchAnyHost),
    ...(readOnlyHeaders ? { readOnlyHeaders } : {}),
  };
  const wire = await openWireTest({ receiving, suite, watch, terminal });
  try {
    return await run({ options, suite, wire, terminal, redact });
  } finally {
    await wire.close();
  }
}

interface Run {
  readonly options: TestPanelArguments;
  readonly suite: SuiteOptions;
  readonly wire: WireTest;
  readonly terminal: Terminal;
  readonly redact: Redact;
}

async function run({ options, suite, wire, terminal, redact }: Run): Promise<ExitStatus> {
  const { write, json, junit, only, maxTime } = options;
  if (wire.obstacle !== undefined) {
    terminal.tell(`Nothing was tested. ${wire.obstacle}`);
    return exitStatus.personNeeded;
  }
  const rules = selectRules(insertWireRules(contractRules, wire.rules), only);
  const tellFinding = ({ title }: Finding) => terminal.tell(`Found: ${title}.`);
  const findings = await preflight(createSuiteContext(suite));
  findings.forEach(tellFinding);
  const isHindered = findings.some(({ effect }) => hinderDeciding.includes(effect));
  const leave =
    write && !isHindered ? await confirmWriting(suite, options, terminal) : { write };
  if ("refusal" in leave) {
    terminal.tell(`Nothing was tested. ${leave.refusal}`);
    return leave.status;
  }
  const report = await runSuite({
    ...{ ...suite, ...leave, rules, findings, maxTime },
    onFinding: tellFinding,
    signal: terminal.signal,
    onResult: (result, index, count) => {
      const isSaid = result.outcome === "not-tried" && result.cause !== null;
      if (!isSaid) terminal.tell(`${index + 1}/${count} ${result.id}: ${result.outcome}`);
    },
  });
  const openDeletions = leave.write ? await wire.openDeletions() : 0;
  if (openDeletions > 0) {
    terminal.tell(
      `Deletions that the panel still asks for: ${openDeletions}. They go to the receiver, which ends now.`,
    );
  }
  const shown = shownReport(report, options, redact);
  terminal.print(json ? JSON.stringify(shown, null, 2) : formatReport(shown, options));
  if (junit !== undefined) await writeJunit(junit, formatJunit(shown));
  return statusOfReport(report, openDeletions);
}

async function writeJunit(file: string, xml: string): Promise<void> {
  try {
    await writeFile(file, xml);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`The report cannot be written to ${file}: ${reason}.`);
  }
}

const hinderDeciding: readonly Finding["effect"][] = ["stops", "forbids-deciding"];
