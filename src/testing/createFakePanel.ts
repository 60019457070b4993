import { liveConfigPolicy } from "../policy/builtIn/liveConfigPolicy.ts";
import { answerRequest } from "./fake/answerRequest.ts";
import { applyRevision } from "./fake/applyRevision.ts";
import { countingUuid } from "./fake/countingUuid.ts";
import { decideAs } from "./fake/decideAs.ts";
import { applyDeletion } from "./fake/deletions.ts";
import { purposeOf, withPurpose } from "./fake/fakeState.ts";
import { createFaults } from "./fake/faults.ts";
import { sessionHeader } from "./fake/guard.ts";
import { type FakeRequest, readRequest } from "./fake/readRequest.ts";
import { sendThrough } from "./fake/sendThrough.ts";
import { setUp, withViewer } from "./fake/setUp.ts";
import { untilAborted } from "./fake/untilAborted.ts";
import type { FakePanel, FakePanelOptions, LoggedRequest } from "./fakePanel.ts";
import { people as fixturePeople } from "./fixtures.ts";

/** Makes a fake panel. Its clock stands still and its UUIDs count, unless given. */
export function createFakePanel({
  policy = liveConfigPolicy(),
  baseUrl = "/api/privacy",
  viewer = fixturePeople.admin,
  people = Object.values(fixturePeople),
  now = () => new Date("2026-01-15T09:30:00.000Z"),
  uuid = countingUuid(),
  sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  ...given
}: FakePanelOptions = {}): FakePanel {
  const outside = { now, uuid };
  const base = new URL(baseUrl, pageOrigin());
  const faults = createFaults();
  const requests: LoggedRequest[] = [];
  const known = withViewer(people, viewer);
  let signedIn = viewer;
  let state = setUp(
    policy,
    { ...given, people: known },
    viewer ?? fixturePeople.admin,
    outside,
  );

  const hear = (request: FakeRequest) => {
    const turn = answerRequest(state, request, base.origin, outside);
    state = turn.state;
    return request.method === "HEAD" ? { ...turn.answer, body: null } : turn.answer;
  };

  const send = async (
    request: FakeRequest,
    signal: AbortSignal | null,
    faulty: boolean,
  ) => {
    const at = requests.length;
    const text = new TextDecoder().decode(request.body);
    requests.push({ ...request, text, status: undefined });
    const deliver = () => {
      const answer = hear(request);
      requests[at] = { ...request, text, status: answer.status };
      return answer;
    };
    const fault = faulty ? faults.take(request) : undefined;
    return untilAborted(sendThrough({ deliver, fault, sleep }), signal);
  };

  const signalOf = (input: URL | string | Request, init?: RequestInit) =>
    init?.signal ?? (typeof input === "object" && "url" in input ? input.signal : null);

  return {
    baseUrl: base.href,
    requests,
    state: () => state,
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
      state = { ...state, people: withViewer(state.people, person) };
    },
    decideAs: (person, purpose, act) => {
      state = decideAs(state, purpose, act, person, outside);
      return purposeOf(state, purpose).decision;
    },
    revise: (next) => {
      state = applyRevision(state, next, outside);
    },
    setPayload: (purpose, content, { kind, headers } = {}) => {
      const used = kind ?? purposeOf(state, purpose).payload?.kind ?? "next";
      const payload = { kind: used, content, ...(headers ? { headers } : {}) };
      const change = used === "queued" ? { queued: payload } : { payload };
      state = withPurpose(state, purpose, change);
    },
    lock: (lock, purpose) => {
      const ids = purpose === undefined ? Object.keys(state.purposes) : [purpose];
      state = ids.reduce((current, id) => withPurpose(current, id, { lock }), state);
    },
    deletion: (purpose, outcome) => {
      state = applyDeletion(state, purpose, outcome, outside);
    },
    change: (change) => {
      state = change(state);
    },
    fault: faults.add,
    clearFaults: faults.clear,
  };
}

function pageOrigin(): string {
  const origin = globalThis.location?.origin;
  return origin === undefined || origin === "null" ? "http://panel.test" : origin;
}
