import { endpointPath } from "../../../contract/paths.ts";
import type { Exchange } from "../exchange.ts";
import { exchangesOf, type PanelState } from "../state/panelState.ts";
import { stateRule, type That, wholeCourseRule } from "./rule.ts";

const section = "docs/panel-api.md#what-to-store";

/** Where a UUID that lives may stand. */
function mayHold({
  purposes,
  payloads,
  agreed,
  bodies,
}: PanelState): ReadonlySet<Exchange> {
  const maps = [payloads, agreed, bodies];
  return new Set([purposes.exchange, ...maps.flatMap((map) => [...map.values()])]);
}

const pseudonymsOf = ({ purposes }: PanelState) =>
  Object.values(purposes.value?.purposes ?? {}).flatMap(
    ({ activity }) => activity.pseudonym ?? [],
  );

const headersOf = ({ headers }: Exchange) =>
  [...headers].map(([, value]) => value).join("\n");

/** Whether an erasure is still to be asked for, which needs the UUID. */
const isOwed = ({ purposes }: PanelState) =>
  Object.values(purposes.value?.purposes ?? {}).some(({ activity }) =>
    activity.deletions.some(({ confirmedAt }) => confirmedAt === null),
  );

const isErasure = ({ log }: PanelState, id: string) =>
  log.value?.entries.some((one) => one.id === id && one.kind === "erasure") ?? false;

function judgeDead(exchange: Exchange, dead: ReadonlySet<string>, that: That): void {
  const whole = `${headersOf(exchange)}\n${exchange.text}`.toLowerCase();
  for (const uuid of dead) {
    that(exchange, !whole.includes(uuid), "No UUID that consent was withdrawn from.");
  }
}

/** A UUID stands where it must, and is gone with consent. */
export const pseudonymRules = [
  stateRule(
    {
      id: "pseudonym-nowhere-else",
      title:
        "A UUID stands in its purpose and in bytes alone, never in a URL, a header or a list",
      section,
      remedy: "Name entries, deletions, tags and addresses by ids of their own.",
    },
    (state, that) => {
      const allowed = mayHold(state);
      for (const uuid of pseudonymsOf(state)) {
        for (const exchange of exchangesOf(state)) {
          that(exchange, !headersOf(exchange).includes(uuid), "No UUID in a header.");
          if (!allowed.has(exchange))
            that(exchange, !exchange.text.includes(uuid), "No UUID.");
        }
        const { exchange } = state.purposes;
        const count = exchange.text.split(uuid).length - 1;
        that(exchange, count === 1, "The UUID once, as the pseudonym.");
      }
    },
  ),
  wholeCourseRule(
    {
      id: "pseudonym-nowhere-after-withdrawal",
      title:
        "After a withdrawal no answer holds the UUID: no body, entry, receipt, deletion or problem",
      section,
      remedy:
        "Delete every body that holds the UUID in the transaction that withdraws; keep the UUID for the request to erase alone.",
    },
    async (steps, that, context) => {
      const dead = new Set<string>();
      const ids = new Set<string>();
      for (const { exchange, before, after } of steps) {
        for (const uuid of pseudonymsOf(before))
          if (!pseudonymsOf(after).includes(uuid)) dead.add(uuid.toLowerCase());
        if (dead.size === 0) continue;
        for (const { id } of after.log.value?.entries ?? []) ids.add(id);
        judgeDead(exchange, dead, that);
        const owed = isOwed(after);
        const bodies = new Set(
          owed
            ? [...after.bodies]
                .filter(([id]) => isErasure(after, id))
                .map(([, one]) => one)
            : [],
        );
        for (const one of exchangesOf(after))
          if (!bodies.has(one)) judgeDead(one, dead, that);
      }
      if (dead.size === 0) return;
      const log = await context.get("/log");
      judgeDead(log, dead, that);
      const last = steps.at(-1)?.after;
      if (last && !isOwed(last)) {
        for (const id of [...ids].slice(0, 12))
          judgeDead(
            await context.get(endpointPath("getTransmissionBody", { id })),
            dead,
            that,
          );
      }
    },
  ),
  wholeCourseRule(
    {
      id: "deletion-asked-for",
      title:
        "A withdrawal after a report was sent asks the vendor to erase, and one before does not",
      section: "docs/panel-api.md#the-states",
      remedy: "Ask for the erasure of every UUID under which an attempt was begun.",
    },
    (steps, that) => {
      for (const { purpose, before, after, exchange } of steps) {
        const was = before.purposes.value?.purposes[purpose]?.activity;
        const is = after.purposes.value?.purposes[purpose]?.activity;
        if (!was?.pseudonym || !is || is.pseudonym !== null) continue;
        const since = before.purposes.value?.purposes[purpose]?.decision.at ?? "";
        const reports = (after.log.value?.entries ?? []).filter(
          (one) => one.purpose === purpose && one.kind === "report",
        );
        const grants = (after.history.value?.entries ?? []).filter(
          (one) =>
            one.purpose === purpose && ["granted", "withdrawn"].includes(one.event),
        );
        const from =
          grants.slice(1).find((_one, at, list) => list[at + 1]?.event !== "granted")
            ?.at ?? since;
        const wasSent = reports.some(({ at }) => at >= from);
        const isAsked = is.deletions.length > was.deletions.length;
        that(
          exchange,
          !wasSent || isAsked,
          `${purpose}: a deletion, as a report was sent.`,
        );
        that(
          exchange,
          wasSent || reports.length > 0 || !isAsked,
          `${purpose}: no deletion, as nothing was sent.`,
        );
      }
    },
  ),
  wholeCourseRule(
    {
      id: "sent-as-shown",
      title: "What was sent is what the payload showed",
      section: "docs/panel-api.md#the-payload",
      remedy: "Let one function make the bytes, for sender and preview alike.",
    },
    (steps, that) => {
      for (const { purpose, does, after } of steps) {
        const payload = after.payloads.get(purpose);
        const report = (after.log.value?.entries ?? []).find(
          (one) => one.purpose === purpose && one.kind === "report",
        );
        const body = report && after.bodies.get(report.id);
        if (
          does !== "grant" ||
          !after.isStill ||
          payload?.status !== 200 ||
          body?.status !== 200
        )
          continue;
        if (payload.headers.get("Klartext-Payload") !== "next") continue;
        that(
          body,
          body.text === payload.text,
          `The bytes of GET …/payload:\n${payload.text}`,
        );
      }
    },
  ),
];
