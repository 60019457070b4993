import type { Lock } from "../../contract/purposeState.ts";
import type { DecisionStatus } from "../../contract/transitions.ts";
import { revise } from "../../panel/rules/revise.ts";
import type { Json } from "../../payload/serializePayload.ts";
import type { Policy } from "../../policy/policy.ts";
import { createKitPanel, type KitPanel, type VectorRequest } from "./kitPanel.ts";
import type { Row } from "./purposeColumns.ts";
import { requestsOf } from "./vectorRequests.ts";

/** What a panel answered: JSON as its value, anything else as its text. */
export interface VectorAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
}

export interface Exchanged {
  readonly request: VectorRequest;
  readonly answer: VectorAnswer;
}

/** A state, a request, and what the core answers to it. */
export interface Vector {
  readonly id: string;
  readonly purpose: string;
  /** How the panel is set up otherwise than the others. */
  readonly lock?: Lock;
  readonly payload?: "not-available-here";
  /** What leads there from an empty store. */
  readonly before: readonly (Exchanged | "a material revision of the policy")[];
  /** The row of the purpose, before and after. */
  readonly state: Row;
  readonly request: VectorRequest;
  readonly answer: VectorAnswer;
  readonly stateAfter: Row;
}

/** A vector as it is written down: how to get there, and what is asked then. */
export interface VectorPlan {
  readonly id: string;
  readonly lock?: Lock;
  readonly payload?: "not-available-here";
  readonly status?: DecisionStatus;
  /** Asked in turn; the last one is what the vector is about. */
  readonly ask: readonly ((requests: Requests) => Promise<VectorRequest>)[];
}

export type Requests = ReturnType<typeof requestsOf>;

interface PlayedOn {
  readonly policy: Policy;
  readonly purpose: string;
  readonly payload: Json;
}

/** Plays a plan on a fresh panel, and writes down what was asked and answered. */
export async function playVector(
  { id, lock, payload: missing, status = "undecided", ask }: VectorPlan,
  { policy, purpose, payload }: PlayedOn,
): Promise<Vector> {
  const panel = await createKitPanel({
    ...{ policy, lock: lock ?? null },
    payloads: missing ? {} : { [purpose]: payload },
  });
  const requests = requestsOf(panel, purpose);
  const before: (Exchanged | "a material revision of the policy")[] = [];
  for (const act of actsTo[status]) {
    if (act === "revise") {
      reviseMaterially(panel, purpose);
      before.push("a material revision of the policy");
    } else before.push(await exchange(panel, await requests[act]()));
  }
  for (const next of ask.slice(0, -1)) {
    before.push(await exchange(panel, await next(requests)));
  }
  const last = await ask.at(-1)?.(requests);
  if (!last) throw new RangeError(`The vector ${id} asks nothing.`);
  const state = panel.row(purpose);
  const { request, answer } = await exchange(panel, last);
  return {
    ...{ id: `${purpose}/${id}`, purpose },
    ...(lock && { lock }),
    ...(missing && { payload: missing }),
    ...{ before, state, request, answer, stateAfter: panel.row(purpose) },
  };
}

const actsTo = {
  undecided: [],
  refused: ["refuse"],
  granted: ["grant"],
  outdated: ["grant", "revise"],
  withdrawn: ["grant", "withdraw"],
} as const satisfies Record<DecisionStatus, readonly string[]>;

/** A later revision that no grant covers, which the panel then takes back. */
export function reviseMaterially(
  { store, policy, uuid }: KitPanel,
  purpose: string,
): void {
  const { previous: _previous, ...rest } = policy;
  const revision = { ...policy.revision, id: "later", material: true };
  store.changeNow(purpose, (snapshot) =>
    revise(snapshot, { ...rest, revision }, uuid, policy.revision.id),
  );
}

export async function exchange(
  panel: KitPanel,
  request: VectorRequest,
): Promise<Exchanged> {
  const answer = await panel.ask(request);
  const text = await answer.text();
  const headers = Object.fromEntries(answer.headers);
  const isJson = /json/.test(answer.headers.get("Content-Type") ?? "");
  // Of a payload every byte counts.
  const isValue = isJson && !answer.headers.has("Repr-Digest") && text !== "";
  const body = isValue ? { json: JSON.parse(text) } : text === "" ? {} : { text };
  return { request, answer: { status: answer.status, headers, ...body } };
}
