import {
  announceWrites,
  BrokenPromise,
  createSuiteContext,
  type Finding,
  preflight,
  runSuite,
  type SuiteOptions,
  writeObstacle,
} from "../testing/suite/index.ts";
import { type ExitStatus, exitStatus } from "./exitStatus.ts";
import { fetchAnyHost } from "./fetchAnyHost.ts";
import { formatReport } from "./formatReport.ts";
import { readConfig } from "./readConfig.ts";
import {
  readTestPanelArguments,
  type TestPanelArguments,
  testPanelHelp,
} from "./readTestPanelArguments.ts";
import { statusOfReport } from "./statusOfReport.ts";
import type { Terminal } from "./terminal.ts";

/** The command `klartext test-panel`: runs the contract suite over a panel at a URL. */
export async function testPanel(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitStatus> {
  const given = readTestPanelArguments(args);
  if (given.help) {
    terminal.print(testPanelHelp);
    return exitStatus.done;
  }
  const { url, headers, readOnlyHeaders, config, write, json, maxTime } = given;
  const options: SuiteOptions = {
    baseUrl: url,
    policy: await readConfig(config),
    headers,
    fetchAnyHost,
    ...(readOnlyHeaders ? { readOnlyHeaders } : {}),
  };
  const tellFinding = ({ title }: Finding) => terminal.tell(`Found: ${title}.`);
  const findings = await preflight(createSuiteContext(options));
  findings.forEach(tellFinding);
  const isHindered = findings.some(({ effect }) => hinderDeciding.includes(effect));
  const leave =
    write && !isHindered ? await askLeave(options, given, terminal) : { write };
  if ("refusal" in leave) {
    terminal.tell(`Nothing was tested. ${leave.refusal}`);
    return exitStatus.usage;
  }

  let started = "";
  const report = await runSuite({
    ...options,
    ...leave,
    findings,
    maxTime,
    onFinding: tellFinding,
    signal: terminal.signal,
    onStart: ({ id }, index, count) => {
      started = `${index + 1}/${count} ${id}`;
    },
    onResult: (result) => {
      const isSaid = result.outcome === "not-tried" && result.cause !== null;
      if (!isSaid) terminal.tell(`${started}: ${result.outcome}`);
    },
  });
  terminal.print(json ? JSON.stringify(report, null, 2) : formatReport(report));
  return statusOfReport(report);
}

const hinderDeciding: readonly Finding["effect"][] = ["stops", "forbids-deciding"];

/** Whether the suite may decide, once the person has been told what it will. */
async function askLeave(
  options: SuiteOptions,
  { yes }: TestPanelArguments,
  { tell, confirm }: Terminal,
): Promise<{ readonly write: boolean } | { readonly refusal: string }> {
  const context = createSuiteContext(options);
  try {
    const obstacle = await writeObstacle(context);
    if (obstacle !== undefined) return { refusal: obstacle };
    tell(await announceWrites(context));
  } catch (error) {
    if (!(error instanceof BrokenPromise)) throw error;
    tell("The purposes cannot be read, so nothing will be decided.");
    return { write: false };
  }
  if (yes) return { write: true };
  if (!confirm) return { refusal: "Nobody can be asked here: add --yes to go on." };
  return (await confirm("Go on?"))
    ? { write: true }
    : { refusal: "You chose not to go on." };
}
