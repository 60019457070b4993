import { pageSize } from "../contract/pageOf.ts";
import type { Lock } from "../contract/purposeState.ts";
import { buildTexts } from "../panel/buildTexts.ts";
import { createPanel } from "../panel/createPanel.ts";
import { purposeReading } from "../panel/http/purposeReading.ts";
import { NotAvailableHere, type PanelOptions } from "../panel/panelOptions.ts";
import { payloadBytes } from "../panel/payloadBytes.ts";
import type { PayloadFact } from "../panel/rules/checkGrant.ts";
import type { Facts } from "../panel/rules/decide.ts";
import { describeDecisionEntry } from "../panel/rules/describeEntry.ts";
import { describePurpose } from "../panel/rules/describePurpose.ts";
import { newItemData } from "../panel/rules/itemData.ts";
import { readPurposeData } from "../panel/rules/purposeData.ts";
import { revise } from "../panel/rules/revise.ts";
import { waitingReports } from "../panel/rules/waitingReports.ts";
import { createMemoryStore } from "../panel/store/memoryStore.ts";
import { liveConfigPolicy } from "../policy/builtIn/liveConfigPolicy.ts";
import { type ConsentActivity, consentActivities } from "../policy/policy.ts";
import { abortable } from "./fake/abortable.ts";
import { countingUuid } from "./fake/countingUuid.ts";
import { decideAs } from "./fake/decideAs.ts";
import { applyDeletion } from "./fake/deletions.ts";
import { defaultPayloads, type FakePayload } from "./fake/fakePayload.ts";
import { createFaults } from "./fake/faults.ts";
import { type AnswerOverrides, overrideAnswer } from "./fake/overrideAnswer.ts";
import { type FakeRequest, readRequest } from "./fake/readRequest.ts";
import { recordSentReport } from "./fake/recordSentReport.ts";
import { seedDecisions } from "./fake/seedDecisions.ts";
import { seedTransmissions } from "./fake/seedTransmissions.ts";
import { sendWithFault } from "./fake/sendWithFault.ts";
import { sessionHeader, viewerOf } from "./fake/session.ts";
import { setUpPurpose } from "./fake/setUpPurpose.ts";
import type { FakePanel, FakePanelOptions, LoggedRequest } from "./fakePanel.ts";
import { people as fixturePeople, transportOf } from "./fixtures.ts";

/**
 * Makes a fake panel. Its clock stands still and its UUIDs count, unless given.
 *
 * @throws {RangeError} also from its methods, of a purpose that the policy does not have.
 */
export function createFakePanel({
  policy: firstPolicy = liveConfigPolicy(),
  baseUrl = "/api/privacy",
  viewer = fixturePeople.admin,
  people = Object.values(fixturePeople),
  purposes = {},
  transport = transportOf,
  decisions: seeded = [],
  transmissions = [],
  rewrite,
  allowUnseen = false,
  erasure,
  now = () => new Date("2026-01-15T09:30:00.000Z"),
  uuid = countingUuid(),
  sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  store = createMemoryStore({ now, erasure }),
}: FakePanelOptions = {}): FakePanel {
  const base = new URL(baseUrl, pageOrigin());
  const faults = createFaults();
  const requests: LoggedRequest[] = [];
  let policy = firstPolicy;
  let signedIn = viewer;
  let locks: Readonly<Record<string, Lock | null>> = {};
  let payloads: Readonly<Record<string, FakePayload | null>> = defaultPayloads;
  const decisions: AnswerOverrides["decisions"] = Object.fromEntries(
    Object.entries(purposes).map(([id, { decision = {} }]) => [id, decision]),
  );

  const lockOf = (purpose: string) => locks[purpose] ?? null;
  const payloadFact = (purpose: string): PayloadFact => {
    const payload = payloads[purpose];
    return payload
      ? { status: "told", value: payload.content }
      : { status: "not-told", detail: "This machine cannot tell." };
  };
  const options = (): PanelOptions => ({
    ...{ policy, store, uuid, allowUnseen, lock: lockOf },
    origins: [base.origin],
    basePath: base.pathname,
    viewer: (request) => viewerOf(signedIn ? [signedIn, ...people] : people, request),
    payloads: {
      read: (purpose) => {
        const { [purpose]: payload } = payloads;
        if (payload) return payload.content;
        throw new NotAvailableHere("This machine cannot tell.");
      },
    },
    ...(transport ? { sender: { transport } } : {}),
  });
  const factsOf = (purpose: string): Omit<Facts, "textKnown"> => ({
    ...{ policy, uuid, allowUnseen, lock: lockOf(purpose) },
    texts: buildTexts(policy).texts,
    activity: activityOf(policy, purpose),
    payload: payloadFact(purpose),
  });

  for (const [purpose, { payload, lock }] of Object.entries(purposes)) {
    if (payload !== undefined) payloads = { ...payloads, [purpose]: payload };
    if (lock !== undefined) locks = { ...locks, [purpose]: lock };
  }
  let panel = createPanel(options());
  for (const [purpose, given] of Object.entries(purposes)) {
    const by = viewer ?? fixturePeople.admin;
    setUpPurpose(store, purpose, given, by, factsOf(purpose));
  }
  seedDecisions(store, seeded);
  seedTransmissions(store, transmissions, uuid);

  const send = async (
    request: FakeRequest,
    signal: AbortSignal | null,
    faulty: boolean,
  ) => {
    const at = requests.length;
    const text = new TextDecoder().decode(request.body);
    requests.push({ ...request, text, status: undefined });
    const deliver = async () => {
      const { method, url, headers, body } = request;
      const stream = body.length > 0 ? new Response(body).body : null;
      const heard = { method, url: url.href, headers, body: stream };
      const answer = await panel.handle(heard);
      requests[at] = { ...request, text, status: answer.status };
      const lastAttempt = (purpose: string) => transport?.(purpose).lastAttempt ?? null;
      return overrideAnswer(answer, request, {
        ...{ decisions, payloads, lastAttempt, rewrite },
      });
    };
    const fault = faulty ? faults.take(request) : undefined;
    return abortable(sendWithFault({ deliver, fault, sleep }), signal);
  };

  const signalOf = (input: URL | string | Request, init?: RequestInit) =>
    init?.signal ?? (typeof input === "object" && "url" in input ? input.signal : null);

  return {
    baseUrl: base.href,
    requests,
    state: () => {
      const reading = store.readNow();
      const told = consentActivities(policy).map(({ id }) => {
        const lock = lockOf(id);
        const way = transport?.(id) ?? null;
        const facts = { lock, transport: way, resultsUrl: null };
        const purpose = describePurpose(purposeReading(reading, id), facts);
        return [id, { ...purpose, pseudonym: purpose.activity.pseudonym }];
      });
      const history = store.pageNow("decision", pageSize).map(describeDecisionEntry);
      return { policy, history, purposes: Object.fromEntries(told) };
    },
    fetch: async (input, init) => {
      const signal = signalOf(input, init);
      signal?.throwIfAborted();
      const request = await readRequest(input, init, base);
      if (!request.headers.has("Sec-Fetch-Site")) {
        request.headers.set("Sec-Fetch-Site", "same-origin");
      }
      if (signedIn && init?.credentials !== "omit") {
        request.headers.set("Cookie", sessionHeader(signedIn));
      }
      return send(request, signal, true);
    },
    serve: async (input, init) =>
      send(await readRequest(input, init, base), signalOf(input, init), false),
    actAs: (person) => {
      signedIn = person;
    },
    decideAs: (person, purpose, act, how) =>
      decideAs(store, purpose, act, person, factsOf(purpose), how),
    revise: (next) => {
      policy = next;
      for (const { id } of consentActivities(next)) {
        store.changeNow(id, (snapshot) => revise(snapshot, next, uuid));
      }
      panel = createPanel(options());
    },
    setPayload: (purpose, content, { kind, headers } = {}) => {
      const told = { content, ...(headers && { headers }) };
      if (kind !== "queued") {
        payloads = { ...payloads, [purpose]: { ...told, ...(kind && { kind }) } };
        return;
      }
      if (headers) {
        const before = payloads[purpose] ?? { content };
        payloads = { ...payloads, [purpose]: { ...before, headers } };
      }
      store.changeNow(purpose, (snapshot) => {
        const { pseudonym } = readPurposeData(snapshot.state);
        const at = now().toISOString();
        const data = newItemData({ kind: "report", vendor: null }, at);
        const bytes = payloadBytes(content, pseudonym);
        return {
          result: undefined,
          drop: waitingReports(snapshot).map(({ id }) => id),
          put: [{ id: uuid(), uuid: pseudonym, data, bytes }],
        };
      });
    },
    lock: (lock, purpose) => {
      const ids =
        purpose === undefined ? consentActivities(policy).map(({ id }) => id) : [purpose];
      locks = { ...locks, ...Object.fromEntries(ids.map((id) => [id, lock])) };
    },
    sent: (purpose, at) => recordSentReport(store, purpose, at),
    deletion: (purpose, outcome) => applyDeletion(store, purpose, outcome, uuid),
    fault: faults.add,
    clearFaults: faults.clear,
  };
}

/** @throws {RangeError} when the policy has no such purpose. */
function activityOf(
  policy: FakePanelOptions["policy"] & object,
  purpose: string,
): ConsentActivity {
  const activities = consentActivities(policy);
  const found = activities.find(({ id }) => id === purpose);
  if (found) return found;
  const known = activities.map(({ id }) => id).join(", ");
  throw new RangeError(
    `The fake panel has no purpose "${purpose}". Use one of: ${known}.`,
  );
}

function pageOrigin(): string {
  const origin = globalThis.location?.origin;
  return origin === undefined || origin === "null" ? "http://panel.test" : origin;
}
