import { KlartextError } from "../../client/errors.ts";
import type { GrantObstacle } from "../../client/grantObstacle.ts";
import type { Language } from "../../policy/index.ts";
import { decideOnPanel } from "../decideOnPanel.ts";
import { type ExitStatus, exitStatus } from "../exitStatus.ts";
import { panelCommand, type Task } from "../panelCommand.ts";
import { hindranceLines } from "../payloadLines.ts";
import { type PanelReading, readPanel, type ShownPurpose } from "../readPanel.ts";
import { reportPurposes } from "../reportPurposes.ts";
import { languageOfText, readSeenDigests, type SeenDigests } from "../seenDigests.ts";
import { selectOnePurpose } from "../selectPurposes.ts";
import { shellLine } from "../shellLine.ts";
import { showBeforeDeciding } from "../showBeforeDeciding.ts";
import { statusOfError } from "../statusOfError.ts";
import { tellError } from "../tellError.ts";
import { readMaxTime, timeLimit } from "../timeLimit.ts";

/**
 * The command `klartext grant`: gives consent to what was seen, and to nothing else. A person
 * at a terminal sees all of it and is asked; without one it needs the digests of both.
 */
export const grant = panelCommand({
  name: "grant",
  maxOperands: 1,
  flags: ["json"],
  texts: ["text", "payload", "max-time"],
  run: async (task) => {
    const { policy, words, language, operands, terminal, flag, text } = task;
    const id = selectOnePurpose(operands, policy, words);
    const seconds = readMaxTime(text("max-time"), words);
    const named = readSeenDigests(text("text"), text("payload"), words);
    const isAsked = named === undefined && terminal.confirm && terminal.screen;
    if (named === "partly" || (named === undefined && !isAsked)) {
      terminal.tell(words("grant.person-needed"));
      terminal.tell(`  ${showLine(task, id)}`);
      return exitStatus.personNeeded;
    }
    const read = (spoken: Language) => readPanel(task, [id], spoken, terminal.signal);
    const own = await read(language);
    const seen = named && (await languageOfText(named.text, own.inForce.policy));
    const panel = seen === undefined || seen === language ? own : await read(seen);
    const [purpose] = panel.purposes;
    if (!purpose) return exitStatus.failed;
    if (!named) showBeforeDeciding(panel, task);
    const hindered = tellHindrance(purpose, task);
    if (hindered !== undefined) return hindered;
    const agreed = named
      ? compare(named, panel, purpose, task)
      : await ask(purpose, task);
    if (agreed !== exitStatus.done) return agreed;
    // Not before: a person reads for as long as it takes.
    const limit = timeLimit(seconds, terminal);
    const asked = { ...task, language: seen ?? language };
    const status = await decide(asked, panel, purpose, limit);
    if (status === exitStatus.done) await reportPurposes(task, [id], flag("json"));
    return status;
  },
});

type GrantTask = Task<"json", "text" | "payload" | "max-time">;

/** The command that shows what has to be seen; it holds no secret. */
function showLine({ client, text }: GrantTask, id: string): string {
  const files = (["token-file", "header-file", "config", "language"] as const).flatMap(
    (name) => {
      const value = text(name);
      return value === undefined ? [] : [`--${name}`, value];
    },
  );
  return shellLine(["klartext", "show", client.baseUrl, id, ...files]);
}

/** Says why consent cannot be given, in the page's own sentences. */
function tellHindrance(
  purpose: ShownPurpose,
  task: Pick<Task, "words" | "language" | "terminal">,
): ExitStatus | undefined {
  const { payload, obstacle } = purpose;
  if (obstacle === undefined) return undefined;
  for (const line of hindranceLines(purpose, task)) task.terminal.tell(line);
  if (obstacle !== "payload-missing" || !(payload instanceof KlartextError)) {
    return statusOfObstacle(obstacle);
  }
  tellError(payload, task.words, task.terminal);
  return statusOfError(payload);
}

function statusOfObstacle(obstacle: GrantObstacle): ExitStatus {
  return obstacle === "not-permitted" ? exitStatus.notSignedIn : exitStatus.refused;
}

/** Whether what was named is what there is now. */
function compare(
  named: SeenDigests,
  { inForce }: PanelReading,
  { payload }: ShownPurpose,
  { words, terminal }: Pick<Task, "words" | "terminal">,
): ExitStatus {
  const changed =
    named.text !== inForce.textDigest
      ? "policy-changed"
      : payload instanceof KlartextError || named.payload !== payload.check.digest
        ? "payload-changed"
        : undefined;
  if (changed === undefined) return exitStatus.done;
  terminal.tell(words(`problem.${changed}`));
  return exitStatus.refused;
}

async function ask(
  { card }: ShownPurpose,
  { words, terminal }: Pick<Task, "words" | "terminal">,
): Promise<ExitStatus> {
  const question = words("grant.question", { label: card.label });
  if (await terminal.confirm?.(question, words("grant.choice"))) return exitStatus.done;
  terminal.tell(words("grant.declined"));
  return exitStatus.failed;
}

function decide(
  task: GrantTask,
  { inForce }: PanelReading,
  { activity, state, payload }: ShownPurpose,
  limit: AbortSignal,
): Promise<ExitStatus> {
  if (payload instanceof KlartextError) throw payload;
  const request = {
    decision: "granted",
    revision: inForce.policy.revision.id,
    language: task.language,
    textDigest: inForce.textDigest,
    payloadDigest: payload.check.digest,
  } as const;
  const { sequence } = state.decision;
  return decideOnPanel(task, activity.id, (one) => one.decide(sequence, request), limit);
}
