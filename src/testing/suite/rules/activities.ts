import { deletionStates, locks, suspensions } from "../../../contract/purposeState.ts";
import { tlsResults } from "../../../contract/transport.ts";
import { stateRule } from "./rule.ts";

const known = (values: readonly string[], value: string | null) =>
  value === null || values.includes(value);

/** What moves by itself: sending, deletions, the transport. */
export const activityRules = [
  stateRule(
    {
      id: "activity-words",
      title: "Locks, suspensions, deletions and what TLS found are words of the contract",
      section: "docs/panel-api.md#the-states",
      remedy: "Tell the words that the schema of GET /purposes has, or null.",
    },
    ({ purposes: { exchange, value } }, that) => {
      for (const [id, { activity, transport }] of Object.entries(value?.purposes ?? {})) {
        const states = activity.deletions.map(({ state }) => state);
        const right =
          known(locks, activity.lock) &&
          known(suspensions, activity.suspended) &&
          states.every((state) => known(deletionStates, state)) &&
          known(tlsResults, transport?.lastAttempt?.tls ?? null);
        that(exchange, right, `${id}: words of contract 1 in its activity.`);
      }
    },
  ),
  stateRule(
    {
      id: "next-report",
      title: "The next report is told while reports go out, and at no other time",
      section: "docs/panel-api.md#the-states",
      remedy:
        "Let nextAt be the next due time while effective is true, and null otherwise.",
    },
    ({ purposes: { exchange, value } }, that, { activities }) => {
      for (const { id, schedule } of activities) {
        const activity = value?.purposes[id]?.activity;
        if (!activity) continue;
        const { effective, nextAt } = activity;
        that(
          exchange,
          effective || nextAt === null,
          `${id}: nextAt null, nothing is sent.`,
        );
        const isDue = effective && schedule === "monthly";
        that(exchange, !isDue || nextAt !== null, `${id}: when the next report is due.`);
      }
    },
  ),
  stateRule(
    {
      id: "last-report",
      title: "The last report and the last attempt are those of the log",
      section: "docs/panel-api.md#what-to-store",
      remedy:
        "Set lastSentAt when the vendor has taken a report, lastAttempt after each attempt.",
    },
    ({ isStill, purposes, log }, that) => {
      if (!isStill || !log.value) return;
      for (const [id, purpose] of Object.entries(purposes.value?.purposes ?? {})) {
        const own = log.value.entries.filter((one) => one.purpose === id);
        const sent = own.find(
          (one) => one.kind === "report" && one.outcome === "accepted",
        );
        const { activity, transport } = purpose;
        const { lastSentAt } = activity;
        const isTold = sent === undefined || lastSentAt !== null;
        that(
          purposes.exchange,
          isTold,
          `${id}: lastSentAt, as a report was taken at ${sent?.at}.`,
        );
        const hasTried = own.some((one) => one.status !== null);
        const isNoted = !hasTried || !transport || transport.lastAttempt !== null;
        that(purposes.exchange, isNoted, `${id}: transport.lastAttempt.`);
      }
    },
  ),
  stateRule(
    {
      id: "open-sends",
      title:
        "As many sends are said to be open as the log has reports that have not ended",
      section: "docs/panel-api.md#the-states",
      remedy:
        "Count the reports that were begun and have no end written down, and nothing else.",
    },
    ({ isStill, purposes, log }, that) => {
      if (!isStill || !log.value) return;
      for (const [id, { activity }] of Object.entries(purposes.value?.purposes ?? {})) {
        const pending = log.value.entries.filter(
          (one) =>
            one.purpose === id && one.kind === "report" && one.outcome === "pending",
        ).length;
        const right = activity.openSends <= pending || log.value.next !== null;
        that(purposes.exchange, right, `${id}: openSends at most ${pending}.`);
      }
    },
  ),
  stateRule(
    {
      id: "transport",
      title:
        "Reports go over https to an address without a password, under named authorities",
      section: "docs/panel-api.md#what-to-store",
      remedy:
        "Send over https alone; name the SHA-256 fingerprint of each authority as AA:BB:….",
    },
    ({ purposes: { exchange, value } }, that) => {
      for (const [id, { transport, resultsUrl }] of Object.entries(
        value?.purposes ?? {},
      )) {
        const results = resultsUrl === null || /^https?:\/\//.test(resultsUrl);
        that(exchange, results, `${id}: resultsUrl with https, or null.`);
        if (!transport) continue;
        const url = new URL(transport.url);
        that(exchange, url.protocol === "https:", `${id}: transport.url with https.`);
        that(
          exchange,
          !url.username && !url.password,
          `${id}: no password in transport.url.`,
        );
        const pinned = transport.caFingerprints;
        const right =
          pinned.length > 0 &&
          pinned.every((one) => /^([0-9A-F]{2}:){31}[0-9A-F]{2}$/.test(one));
        that(exchange, right, `${id}: caFingerprints, SHA-256 as AA:BB:….`);
      }
    },
  ),
];
