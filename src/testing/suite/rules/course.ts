import type { DecisionRecord } from "../../../contract/decisionRecord.ts";
import { problemType } from "../../../contract/problem.ts";
import { knownStatus, transitions } from "../../../contract/transitions.ts";
import type { Step } from "../state/course.ts";
import { readDecided } from "../writing/acts.ts";
import { courseRule, wholeCourseRule } from "./rule.ts";

const states = "docs/panel-api.md#the-states";
const stored = "docs/panel-api.md#what-to-store";

const purposeOf = ({ purpose }: Step, when: Step["before"]) =>
  when.purposes.value?.purposes[purpose];
const decisionOf = (step: Step, when: Step["before"]) => purposeOf(step, when)?.decision;

/** What the table of states says; undefined where the panel told no state. */
function outcome(step: Step) {
  const status = knownStatus(decisionOf(step, step.before)?.status ?? "");
  return status && transitions[status][step.does];
}

const isOk = ({ status }: Step["exchange"]) => status === 200 || status === 202;
const isRefused = (step: Step) => outcome(step) === "withdraw-instead";
const isChange = (step: Step) =>
  step.does !== "withdraw" || outcome(step) !== decisionOf(step, step.before)?.status;

/** Entries that a step added, newest first. */
function added({ before, after, purpose }: Step): readonly DecisionRecord[] {
  const known = new Set(before.history.value?.entries.map(({ id }) => id));
  return (after.history.value?.entries ?? []).filter(
    (one) => one.purpose === purpose && !known.has(one.id),
  );
}

export const courseRules = [
  courseRule(
    {
      id: "states-table",
      title: "Every act leads where the table of states says, by PUT, DELETE and POST",
      section: states,
      remedy: "Drive the decision from the table.",
    },
    (step, that, context) => {
      const to = outcome(step);
      if (to === undefined) return;
      const { exchange, purpose } = step;
      if (to === "withdraw-instead") {
        that(
          exchange,
          exchange.status === 409 &&
            exchange.text.includes(problemType("withdraw-instead")),
          `${purpose}: 409 withdraw-instead.`,
        );
      } else {
        const { decision } = readDecided(
          context,
          exchange,
          200,
          ...(step.does === "withdraw" ? [202] : []),
        );
        that(exchange, decision.status === to, `${purpose}: the status ${to}.`);
      }
      const status = decisionOf(step, step.after)?.status;
      const left = to === "withdraw-instead" ? decisionOf(step, step.before)?.status : to;
      that(
        step.after.purposes.exchange,
        status === left,
        `${purpose}: the status ${left}.`,
      );
    },
  ),
  courseRule(
    {
      id: "sequence-counts",
      title: "Every act counts the sequence by one, and what is turned down does not",
      section: states,
      remedy: "Add one with each PUT that is taken and each DELETE.",
    },
    (step, that) => {
      const was = decisionOf(step, step.before)?.sequence;
      const is = decisionOf(step, step.after)?.sequence;
      if (was === undefined || is === undefined) return;
      const right = isRefused(step) ? is === was : is > was;
      that(
        step.after.purposes.exchange,
        right,
        `${step.purpose}: a sequence ${isRefused(step) ? "of" : "above"} ${was}.`,
      );
      const tag = step.exchange.headers.get("ETag");
      if (isOk(step.exchange))
        that(step.exchange, tag === `"${is}"`, `ETag "${is}".`, "ETag");
    },
  ),
  courseRule(
    {
      id: "decision-as-sent",
      title: "A decision tells what was sent, who sent it and by which way",
      section: states,
      remedy:
        "Take text and digests from the body, the person from the session, via from Klartext-Via.",
    },
    (step, that) => {
      const found = decisionOf(step, step.after);
      const viewer = step.after.purposes.value?.viewer;
      if (!found || !viewer || isRefused(step) || !isChange(step)) return;
      const { request } = step;
      const expected = {
        by: { id: viewer.id, name: viewer.name },
        revision: request?.revision ?? null,
        language: request?.language ?? null,
        textDigest: request?.textDigest ?? null,
        payloadDigest:
          request?.decision === "granted" ? (request.payloadDigest ?? null) : null,
        via: step.via,
        seen: request?.decision === "granted" ? "bytes" : null,
      };
      const { by, revision, language, textDigest, payloadDigest, via, seen } = found;
      const own = { by, revision, language, textDigest, payloadDigest, via, seen };
      const same = JSON.stringify(own) === JSON.stringify(expected);
      that(
        step.after.purposes.exchange,
        same,
        `${step.purpose}: ${JSON.stringify(expected)}.`,
      );
    },
  ),
  courseRule(
    {
      id: "decision-time",
      title: "A decision has the time at which it was made, in UTC",
      section: stored,
      remedy: "Take the clock's UTC, not local time.",
    },
    (step, that) => {
      const date = step.exchange.headers.get("Date");
      const at = decisionOf(step, step.after)?.at;
      if (date === null || !at || isRefused(step)) return;
      const before = decisionOf(step, step.before)?.at;
      if (!isChange(step)) {
        that(
          step.after.purposes.exchange,
          at === before,
          `${step.purpose}: ${before}, as before.`,
        );
        return;
      }
      const apart = Math.abs(Date.parse(at) - Date.parse(date));
      that(
        step.after.purposes.exchange,
        apart < 10 * 60_000,
        `${step.purpose}: a time near ${date}, not ${at}.`,
      );
      for (const one of added(step)) {
        const far = Math.abs(Date.parse(one.at) - Date.parse(date));
        that(
          step.after.history.exchange,
          far < 10 * 60_000,
          `An entry near ${date}, not ${one.at}.`,
        );
      }
      const known = new Set(step.before.log.value?.entries.map(({ id }) => id));
      for (const one of step.after.log.value?.entries ?? []) {
        const far = Math.abs(Date.parse(one.at) - Date.parse(date));
        if (!known.has(one.id))
          that(
            step.after.log.exchange,
            far < 10 * 60_000,
            `An attempt near ${date}, not ${one.at}.`,
          );
      }
    },
  ),
  courseRule(
    {
      id: "history-grows",
      title:
        "The history has one entry more for each change, and none for what changes nothing",
      section: stored,
      remedy:
        "Write one entry with each change of the decision, in the same transaction.",
    },
    (step, that) => {
      const { history } = step.after;
      if (!history.value || !step.before.history.value) return;
      const acts = added(step).filter(({ event }) => !event.startsWith("deletion"));
      const events = {
        grant: "granted",
        refuse: "refused",
        withdraw: "withdrawn",
      } as const;
      const expected = isRefused(step) || !isChange(step) ? "" : events[step.does];
      const found = acts.map(({ event }) => event).join();
      that(
        history.exchange,
        found === expected,
        `${step.purpose}: ${expected || "no entry"} more; it is ${found || "none"}.`,
      );
      const known = step.before.history.value.entries.map(({ id }) => id);
      const kept = new Set(history.value.entries.map(({ id }) => id));
      const lost = known.filter((id) => !kept.has(id)).length;
      const full = history.value.entries.length >= 50;
      that(history.exchange, full || lost === 0, "Every entry of before, under its id.");
      const isKnown = step.request !== null && textOf(step) === "current";
      const [entry] = acts;
      if (entry && step.request)
        that(history.exchange, entry.textKnown === isKnown, `textKnown ${isKnown}.`);
    },
  ),
  courseRule(
    {
      id: "withdrawal-status",
      title:
        "A withdrawal answers 200 when all is over, 202 while a send or a deletion is open",
      section: states,
      remedy: "Answer 202 while openSends is above 0 or a deletion is not confirmed.",
    },
    (step, that) => {
      const { does, exchange, after, before } = step;
      const is = purposeOf(step, after)?.activity;
      const was = purposeOf(step, before)?.activity;
      if (does !== "withdraw" || !is || !was || !isOk(exchange)) return;
      const isOpen = (activity: typeof is) =>
        activity.openSends > 0 ||
        activity.deletions.some(({ confirmedAt }) => confirmedAt === null);
      const isOver =
        !isOpen(is) && is.deletions.length === was.deletions.length && !isOpen(was);
      that(
        exchange,
        !isOver || exchange.status === 200,
        `${step.purpose}: 200, all is over.`,
      );
      const stays = isOpen(is) && is.deletions.some(({ state }) => state === "failed");
      that(
        exchange,
        !stays || exchange.status === 202,
        `${step.purpose}: 202, a deletion is open.`,
      );
      const began = Date.parse(exchange.headers.get("Date") ?? "") - 1_000;
      const waits = is.deletions.find(
        (one) => one.confirmedAt && Date.parse(one.confirmedAt) > began + 3_000,
      );
      that(
        exchange,
        !waits || exchange.status === 202,
        `${step.purpose}: 202, a deletion was open.`,
      );
      that(
        exchange,
        exchange.took < 7_000,
        `${step.purpose}: an answer within 5 seconds.`,
      );
    },
  ),
  wholeCourseRule(
    {
      id: "store-counts",
      title: "The store keeps its epoch, and its counter counts every change and no read",
      section: states,
      remedy:
        "Count in the transaction of each write; name the epoch once for the store's life.",
    },
    (steps, that) => {
      for (const step of steps) {
        const [was, is] = [
          step.before.purposes.value?.store,
          step.after.purposes.value?.store,
        ];
        if (!was || !is) continue;
        const { exchange } = step.after.purposes;
        that(
          exchange,
          is.epoch === was.epoch && is.epoch !== "",
          `The epoch ${was.epoch}.`,
        );
        const right = isRefused(step)
          ? is.counter >= was.counter
          : is.counter > was.counter;
        that(
          exchange,
          right,
          `A counter ${isRefused(step) ? "not below" : "above"} ${was.counter}.`,
        );
      }
    },
  ),
  courseRule(
    {
      id: "erasure-told",
      title:
        "A confirmed deletion says what became of the panel's own copies, as the store says",
      section: states,
      remedy: "Keep store.erasure with the entry deletion-confirmed.",
    },
    (step, that) => {
      const erasure = step.after.purposes.value?.store.erasure;
      for (const one of added(step)) {
        if (one.event !== "deletion-confirmed") continue;
        that(step.after.history.exchange, one.erasure === erasure, `erasure ${erasure}.`);
      }
    },
  ),
];

/** Whether the text of a request is one that the panel stands for. */
function textOf({ request, before }: Step): "current" | "unknown" {
  const texts = Object.values(before.policy.value?.texts ?? {});
  return texts.some(({ digest }) => digest === request?.textDigest)
    ? "current"
    : "unknown";
}
