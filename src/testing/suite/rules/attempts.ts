import {
  transmissionKinds,
  transmissionOutcomes,
} from "../../../contract/transmission.ts";
import { parseReprDigest } from "../../../payload/digest.ts";
import { readPayload } from "../../../payload/readPayload.ts";
import { serializePayload } from "../../../payload/serializePayload.ts";
import { jsonOf } from "../jsonOf.ts";
import { stateRule } from "./rule.ts";

const section = "docs/panel-api.md#what-to-store";

/** What the log tells of each attempt, and of its bytes. */
export const attemptRules = [
  stateRule(
    {
      id: "attempt-members",
      title: "What an attempt tells fits its outcome",
      section,
      remedy:
        "Tell status and signature once it has ended, nextAttemptAt only if it is tried again.",
    },
    ({ log: { exchange, value } }, that) => {
      for (const one of value?.entries ?? []) {
        const { kind, outcome, status, nextAttemptAt, signature } = one;
        const isKnown =
          transmissionKinds.some((word) => word === kind) &&
          transmissionOutcomes.some((word) => word === outcome);
        that(exchange, isKnown, "A kind and an outcome of the contract.");
        const isTaken = status !== null && status >= 200 && status < 300;
        const fits =
          (outcome !== "accepted" ||
            (isTaken && nextAttemptAt === null && signature !== null)) &&
          (outcome !== "pending" || (status === null && signature === null));
        that(exchange, fits, `Members that fit ${outcome}: ${JSON.stringify(one)}.`);
        that(exchange, one.body !== "none", "A body that is kept or deleted.");
        that(exchange, new URL(one.url).protocol === "https:", "An attempt over https.");
      }
    },
  ),
  stateRule(
    {
      id: "attempt-where",
      title: "The newest report went where, and how, the transport says",
      section,
      remedy: "Write the method and address down that you connect with.",
    },
    ({ purposes, log }, that) => {
      for (const [id, { transport, activity }] of Object.entries(
        purposes.value?.purposes ?? {},
      )) {
        const own = log.value?.entries.filter((one) => one.purpose === id) ?? [];
        const report = own.find(({ kind }) => kind === "report");
        if (!report) continue;
        const isTold = transport !== null || !activity.effective;
        that(purposes.exchange, isTold, `${id}: the transport, as reports are sent.`);
        const same =
          !transport ||
          (transport.url === report.url && transport.method === report.method);
        that(log.exchange, same, `${id}: ${transport?.method} ${transport?.url}.`);
      }
    },
  ),
  stateRule(
    {
      id: "attempt-bytes",
      title: "A body is as long as the log says, with the digest that it says, and JSON",
      section: "docs/panel-api.md#the-payload",
      remedy: "Keep the bytes as they leave, and count bytes, not characters.",
    },
    ({ log, bodies }, that) => {
      for (const { id, size, digest, body } of log.value?.entries ?? []) {
        const exchange = bodies.get(id);
        if (!exchange || body !== "kept" || exchange.status !== 200) continue;
        that(
          log.exchange,
          exchange.bytes.length === size,
          `A size of ${exchange.bytes.length}.`,
        );
        const stated = parseReprDigest(exchange.headers.get("Repr-Digest"));
        that(exchange, stated === digest, `Repr-Digest ${digest}.`, "Repr-Digest");
      }
    },
  ),
  stateRule(
    {
      id: "attempt-disclosed",
      title:
        "A report that was sent holds disclosed values alone, written as the payload is",
      section: "docs/panel-api.md#the-payload",
      remedy: "Let one function make the bytes, for sender and preview alike.",
    },
    ({ log, bodies }, that, { activities }) => {
      for (const { id, kind, purpose } of log.value?.entries ?? []) {
        const exchange = bodies.get(id);
        const activity = activities.find((one) => one.id === purpose);
        if (!exchange || !activity || exchange.status !== 200) continue;
        if (kind === "erasure") {
          const value = jsonOf(exchange);
          const names =
            typeof value === "object" && value !== null ? Object.keys(value) : [];
          that(exchange, names.join() === "id", "Nothing but the UUID.");
          continue;
        }
        const reading = readPayload(exchange.bytes, activity.schema);
        const places = reading.status === "readable" ? reading.places : [];
        const { status } = reading;
        const hidden = places.filter((place) => place.status !== "disclosed");
        const shown = hidden.map(({ path }) => path.join(".")).join(", ");
        that(
          exchange,
          status === "readable" && shown === "",
          `Disclosed values alone; ${shown}.`,
        );
        const same = exchange.text === serializePayload(jsonOf(exchange) as never);
        that(exchange, same, "One value a line, as the serializer writes it.");
      }
    },
  ),
  stateRule(
    {
      id: "attempts-under-consent",
      title: "A report leaves only while consent is given",
      section: "docs/panel-api.md#the-states",
      remedy: "Read the decision in the transaction that writes the attempt down.",
    },
    ({ log, history }, that) => {
      if (!history.value) return;
      const acts = history.value.entries.filter((one) =>
        ["granted", "refused", "withdrawn", "outdated"].includes(one.event),
      );
      for (const { purpose, kind, at } of log.value?.entries ?? []) {
        if (kind !== "report") continue;
        const own = acts.filter((one) => one.purpose === purpose);
        const isCovered = history.value.next === null || own.some((one) => one.at <= at);
        if (!isCovered) continue;
        const last = own.find((one) => one.at <= at);
        const near = own.filter((one) => one.at === last?.at || one.at === at);
        const right = near.some(({ event }) => event === "granted");
        that(
          log.exchange,
          right,
          `${purpose}: no report at ${at}; before it: ${last?.event ?? "nothing"}.`,
        );
      }
    },
  ),
];
