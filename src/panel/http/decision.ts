import { type Decision, decisionTag } from "../../contract/decision.ts";
import type { DecisionRequest } from "../../contract/decisionRequest.ts";
import { type DecisionWay, decisionWays, viaHeader } from "../../contract/fields.ts";
import { knownOf } from "../../contract/knownOf.ts";
import { digestPath } from "../../payload/digest.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import { adoptMachine } from "../rules/adoptMachine.ts";
import { type Act, type Command, decide, type Facts } from "../rules/decide.ts";
import { describeDecision, isLeaving, isUnderWay } from "../rules/describePurpose.ts";
import { isProblem, type Problem } from "../rules/problem.ts";
import { readPurposeData } from "../rules/purposeData.ts";
import { type Answer, jsonAnswer } from "./answers.ts";
import type { SignedInHandler } from "./handler.ts";
import { type PanelContext, readPayloadFact } from "./panelContext.ts";
import { purposeOf } from "./purposeOf.ts";
import { purposeReading } from "./purposeReading.ts";
import { readBody } from "./readBody.ts";
import { untilSendsEnd } from "./untilSendsEnd.ts";

type Input = Parameters<SignedInHandler>[0];

/** `GET /purposes/{purpose}/decision`. */
export const getDecision: SignedInHandler = async ({ context, parts }) => {
  const activity = purposeOf(context, parts);
  if (isProblem(activity)) return activity;
  const { state, by } = purposeReading(await context.store.read(), activity.id);
  return decisionAnswer(describeDecision(readPurposeData(state), by));
};

/** `PUT /purposes/{purpose}/decision`: a grant or a refusal. */
export const putDecision: SignedInHandler = async (input) => {
  const activity = purposeOf(input.context, input.parts);
  if (isProblem(activity)) return activity;
  const body = await readBody(input.request, input.context.contract.decisionRequest);
  return isProblem(body) ? body : decideFor(input, activity, body.value);
};

/** `POST /purposes/{purpose}/decision`: all three acts, where PUT and DELETE do not pass. */
export const postDecision: SignedInHandler = async (input) => {
  const activity = purposeOf(input.context, input.parts);
  if (isProblem(activity)) return activity;
  const body = await readBody(input.request, input.context.contract.postedDecision);
  if (isProblem(body)) return body;
  return body.value.decision === "withdrawn"
    ? withdraw(input)
    : decideFor(input, activity, body.value);
};

/**
 * `DELETE /purposes/{purpose}/decision`. The withdrawal is kept at once; the answer waits
 * for open sends to end, for a while, and is 202 while one is open or a deletion under way.
 */
export const withdraw: SignedInHandler = async (input) => {
  const { context } = input;
  const activity = purposeOf(context, input.parts);
  if (isProblem(activity)) return activity;
  const { id } = activity;
  const command: Command = { type: "withdraw", ...actOf(input) };
  const decided = await change(context, activity, command);
  if (isProblem(decided)) return decided;
  // It is kept by now and holds, whatever the store does with what follows.
  const isOver = await isAllOver(context, id).catch((error: unknown) => {
    context.report(error, id);
    return false;
  });
  return decisionAnswer(decided, isOver ? 200 : 202);
};

/** Whether no send is open and no deletion under way, after a while of waiting for it. */
async function isAllOver(
  { store, withdrawalWaitMs }: PanelContext,
  id: string,
): Promise<boolean> {
  await untilSendsEnd(store, id, withdrawalWaitMs);
  await store.purge();
  const { open, state } = purposeReading(await store.read(), id);
  return !open.some(isLeaving) && !readPurposeData(state).deletions.some(isUnderWay);
}

/** What is read for a decision beside the store. */
type Readings = Pick<Facts, "payload" | "textKnown" | "machine">;

const nothingRead: Readings = {
  payload: { status: "not-told", detail: "It was not asked for." },
  textKnown: false,
  machine: null,
};

async function decideFor(
  input: Input,
  activity: ConsentActivity,
  request: DecisionRequest,
): Promise<Answer | Problem> {
  const { context } = input;
  const ifMatch = input.request.headers.get("If-Match");
  const act = actOf(input);
  const text = await context.store.text(digestPath(request.textDigest));
  const textKnown = text !== undefined;
  if (request.decision === "refused") {
    const command: Command = { type: "refuse", request, ifMatch, ...act };
    const decided = await change(context, activity, command, {
      ...nothingRead,
      textKnown,
    });
    return isProblem(decided) ? decided : decisionAnswer(decided);
  }
  const command: Command = { type: "grant", request, ifMatch, ...act };
  const machine = await context.machine();
  await context.store.change(activity.id, (snapshot) => adoptMachine(snapshot, machine));
  const payload = await readPayloadFact(context, activity.id);
  const readings = { payload, textKnown, machine };
  const decided = await change(context, activity, command, readings);
  return isProblem(decided) ? decided : decisionAnswer(decided);
}

function change(
  context: PanelContext,
  activity: ConsentActivity,
  command: Command,
  readings: Readings = nothingRead,
): Promise<Decision | Problem> {
  const { contract, texts, allowUnseen, uuid, lockOf } = context;
  const { policy } = contract;
  const facts = { policy, texts, activity, allowUnseen, uuid, ...readings };
  return context.store.change<Decision | Problem>(activity.id, (snapshot) => {
    const lock = lockOf(activity.id, snapshot);
    const decided = decide(snapshot, command, { ...facts, lock });
    if (isProblem(decided)) return { result: decided };
    const by =
      decided.decidedBy === undefined ? snapshot.by : { ...command.by, salt: "" };
    return { ...decided, result: describeDecision(decided.result, by) };
  });
}

function actOf({ request, viewer }: Input): Act {
  const via: DecisionWay | undefined = knownOf(
    decisionWays,
    request.headers.get(viaHeader),
  );
  return { by: { id: viewer.id, name: viewer.name }, via: via ?? null };
}

function decisionAnswer(decision: Decision, status = 200): Answer {
  return jsonAnswer(decision, { etag: decisionTag(decision.sequence), status });
}
