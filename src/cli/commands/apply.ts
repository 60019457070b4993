import { asKlartextError, type KlartextError } from "../../client/errors.ts";
import type { Purposes } from "../../contract/createContract.ts";
import type { DecisionRequest } from "../../contract/decisionRequest.ts";
import type { PolicyResource } from "../../contract/policyResource.ts";
import type { WantedDecision } from "../consentFile/consentFile.ts";
import { errorReason } from "../consentFile/errorReason.ts";
import {
  type Plan,
  type PlanProblem,
  planDecision,
} from "../consentFile/planDecision.ts";
import { readConsentFile } from "../consentFile/readConsentFile.ts";
import { decideOnPanel } from "../decideOnPanel.ts";
import { type ExitStatus, exitStatus, worstStatus } from "../exitStatus.ts";
import { panelCommand, type Task } from "../panelCommand.ts";
import { UsageError } from "../terminal.ts";
import { readMaxTime, timeLimit } from "../timeLimit.ts";
import { isDeletionOpen } from "../waitForDeletions.ts";

/**
 * The command `klartext apply`: makes a panel's decisions as a file wants them, changes
 * nothing where they are so already, and writes what it did as one line of JSON.
 */
export const apply = panelCommand({
  name: "apply",
  minOperands: 1,
  maxOperands: 1,
  isPanelLast: true,
  via: "file",
  flags: ["check"],
  texts: ["max-time"],
  run: async (task) => {
    const { client, words, operands, terminal, flag, text } = task;
    const { purposes: wanted } = await readConsentFile(operands[0] ?? "", words);
    const limit = timeLimit(readMaxTime(text("max-time"), words), terminal);
    const isCheck = flag("check");
    const print = (found: readonly Found[], problem?: string) =>
      terminal.print(JSON.stringify(report(task, found, isCheck, problem)));
    try {
      const [inForce, { purposes }] = await Promise.all([
        client.getPolicy(),
        client.getPurposes(),
      ]);
      const found = inOrder(wanted).map(([id, decision]): Found => {
        const { [id]: state } = purposes;
        if (!state) {
          const ids = Object.keys(purposes).join(", ");
          throw new UsageError(words("usage.purpose", { ids }));
        }
        const plan = planDecision(decision, state, inForce);
        return { id, state, wanted: decision, plan, problem: problemOf(plan) };
      });
      for (const { id, problem } of found) {
        if (problem) terminal.tell(`${id}: ${words(`apply.problem.${problem}`)}`);
      }
      if (isCheck) {
        print(found);
        const changes = found.some(({ plan }) => plan.act !== "none");
        const status = worstStatus(found.map(({ problem }) => statusOfPlan(problem)));
        return status === exitStatus.done && changes ? exitStatus.failed : status;
      }
      const done: Done[] = [];
      for (const one of found) done.push(await change(task, one, inForce, limit));
      print(done);
      const status = worstStatus(done.map((one) => one.status));
      if (status !== exitStatus.done) return status;
      const withdrawn = done.filter(({ plan }) => plan.act === "withdraw");
      return (await isAnyOpen(task, withdrawn)) ? exitStatus.deletionOpen : status;
    } catch (error) {
      if (error instanceof UsageError) throw error;
      const known = asKlartextError(error);
      print([], errorReason(known));
      throw known;
    }
  },
});

interface Found {
  readonly id: string;
  readonly state: Purposes["purposes"][string];
  readonly wanted: WantedDecision;
  readonly plan: Plan;
  readonly problem: PlanProblem | undefined;
}

interface Done extends Found {
  readonly status: ExitStatus;
  readonly failure?: KlartextError | undefined;
}

/** What is taken back comes first: it waits for nothing that may fail. */
function inOrder(wanted: Readonly<Record<string, WantedDecision>>) {
  const isGrant = ([, { decision }]: readonly [string, WantedDecision]) =>
    decision === "granted" ? 1 : 0;
  return Object.entries(wanted).toSorted((a, b) => isGrant(a) - isGrant(b));
}

function problemOf(plan: Plan): PlanProblem | undefined {
  return "problem" in plan ? plan.problem : undefined;
}

function statusOfPlan(problem: PlanProblem | undefined): ExitStatus {
  switch (problem) {
    case undefined:
      return exitStatus.done;
    case "unknown":
      return exitStatus.failed;
    case "policy-changed":
      return exitStatus.refused;
    case "decided-otherwise":
    case "suspended":
      return exitStatus.personNeeded;
  }
}

async function change(
  task: Pick<Task, "client" | "words" | "terminal" | "language">,
  found: Found,
  inForce: PolicyResource,
  limit: AbortSignal,
): Promise<Done> {
  const { id, state, plan, problem } = found;
  if (plan.act === "none") return { ...found, status: statusOfPlan(problem) };
  const { sequence } = state.decision;
  let failure: KlartextError | undefined;
  const status = await decideOnPanel(
    task,
    id,
    (decider) =>
      plan.act === "withdraw"
        ? decider.withdraw(sequence, undefined)
        : decider.decide(sequence, requestOf(found, inForce, task.language)),
    limit,
    (error) => {
      failure = error;
    },
  );
  return { ...found, status, failure };
}

/** Consent is to what the file names, a refusal to the text in force. */
function requestOf(
  { wanted }: Found,
  { revision, texts }: PolicyResource,
  language: Task["language"],
): DecisionRequest {
  return wanted.decision === "granted"
    ? { ...wanted, seen: "kinds" }
    : { decision: "refused", revision, language, textDigest: texts[language].digest };
}

async function isAnyOpen(
  { client }: Pick<Task, "client">,
  withdrawn: readonly Found[],
): Promise<boolean> {
  if (withdrawn.length === 0) return false;
  try {
    const { purposes } = await client.getPurposes();
    return withdrawn.flatMap(({ id }) => purposes[id] ?? []).some(isDeletionOpen);
  } catch {
    // It is withdrawn all the same; how far the deletion is cannot be read.
    return true;
  }
}

/** What was done, or with `--check` would be, for a program. */
function report(
  { client }: Pick<Task, "client">,
  found: readonly (Found | Done)[],
  isCheck: boolean,
  problem: string | undefined,
) {
  const purposes = found.map((one) => {
    const failure = "failure" in one ? one.failure : undefined;
    const isDone = !("status" in one) || one.status === exitStatus.done;
    const told = {
      before: one.state.decision.status,
      wanted: one.wanted.decision,
      change: one.plan.act !== "none" && isDone ? one.plan.act : null,
      problem: failure
        ? errorReason(failure)
        : (one.problem ?? (isDone ? null : "unclear")),
    };
    return [one.id, told] as const;
  });
  return {
    panel: client.baseUrl,
    check: isCheck,
    changed: purposes.some(([, { change: act }]) => act !== null),
    problem: problem ?? null,
    purposes: Object.fromEntries(purposes),
  };
}
