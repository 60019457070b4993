import { fetchAnyHost } from "../../src/cli/fetchAnyHost.ts";
import type { Decision, DecisionEvent } from "../../src/contract/index.ts";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import type { Policy } from "../../src/policy/index.ts";
import { createFakePanel, people, sessionHeader } from "../../src/testing/index.ts";
import {
  deleteDecision,
  putDecision,
} from "../../src/testing/suite/deciding/decisionRequests.ts";
import { prepareDecision } from "../../src/testing/suite/deciding/prepareDecision.ts";
import { createSuiteContext, type SuiteContext } from "../../src/testing/suite/index.ts";
import { readPurpose } from "../../src/testing/suite/panelReading.ts";
import { emptyDatabase } from "./sharedPostgres.ts";
import { startTestPanel } from "./startTestPanel.ts";

/** A panel that the contract's tests run against, whatever it is made of. */
export interface ContractSubject {
  /** Speaks with the panel as somebody who may decide. */
  readonly context: () => SuiteContext;
  readonly options: () => {
    readonly baseUrl: string;
    readonly policy: Policy;
    readonly headers: Readonly<Record<string, string>>;
    readonly readOnlyHeaders: Readonly<Record<string, string>>;
    readonly fetch: typeof globalThis.fetch;
    readonly fetchAnyHost: typeof globalThis.fetch;
  };
  /** Decides as a person who looks now, or revises; resolves to the problem, if any. */
  readonly decide: (purpose: string, event: DecisionEvent) => Promise<string | undefined>;
  readonly read: (purpose: string) => Promise<{
    readonly decision: Decision;
    readonly etag: string;
    readonly pseudonym: string | null;
  }>;
  /** Puts another policy in force. */
  readonly revise: (policy: Policy) => Promise<void>;
}

/** The policy with a later revision before it that changes what is collected. */
export function laterRevision(policy: Policy, material: boolean): Policy {
  const summary = { de: "Eine Änderung.", en: "A change." };
  const revision = { id: "2027-01-01", date: "2027-01-01", material, summary };
  return { ...policy, revision, previous: policy };
}

interface SubjectOptions {
  readonly policy?: Policy;
  readonly lock?: "do-not-track" | null;
}

async function startFake({
  policy = policyInForce("2025-07-24"),
  lock = null,
}: SubjectOptions = {}): Promise<ContractSubject> {
  const panel = createFakePanel({ policy, transport: null });
  panel.lock(lock);
  let current = policy;
  return subject(
    () => ({
      baseUrl: panel.baseUrl,
      policy: current,
      headers: { Cookie: sessionHeader(people.admin) },
      readOnlyHeaders: { Cookie: sessionHeader(people.auditor) },
      fetch: panel.serve,
      fetchAnyHost: panel.serve,
    }),
    async (next) => {
      current = next;
      panel.revise(next);
    },
  );
}

async function startReference(
  options: SubjectOptions = {},
  databaseUrl?: string,
): Promise<ContractSubject> {
  const { policy = policyInForce("2025-07-24"), lock = null } = options;
  const config = { lock, databaseUrl };
  const panel = await startTestPanel({ policy, config });
  let current = policy;
  const [headers, readOnlyHeaders] = await Promise.all([
    signIn(panel.address(), "admin"),
    signIn(panel.address(), "auditor"),
  ]);
  return subject(
    () => ({
      baseUrl: `${panel.address()}/api/privacy`,
      policy: current,
      headers,
      readOnlyHeaders,
      fetch: (input, init) => globalThis.fetch(input, init),
      fetchAnyHost,
    }),
    async (next) => {
      current = next;
      await panel.restart({ policy: next });
    },
  );
}

function subject(
  options: ContractSubject["options"],
  revise: ContractSubject["revise"],
): ContractSubject {
  const context = () => createSuiteContext(options());
  return {
    options,
    revise,
    context,
    read: async (purpose) => {
      const { decision, etag, activity } = await readPurpose(context(), purpose);
      return { decision, etag, pseudonym: activity.pseudonym };
    },
    decide: async (purpose, event) => {
      if (event === "revise") {
        await revise(laterRevision(options().policy, true));
        return undefined;
      }
      const panel = context();
      const { etag, grant, refusal } = await prepareDecision(panel, purpose);
      const answer =
        event === "withdraw"
          ? await deleteDecision(panel, purpose)
          : await putDecision(panel, purpose, etag, event === "grant" ? grant : refusal);
      const { type }: { type?: string } = JSON.parse(answer.text);
      return type?.replace("urn:klartext:problem:", "");
    },
  };
}

/** The panels that must keep the contract alike: in memory, and over real HTTP on each store. */
export const contractSubjects = {
  "the fake panel": startFake,
  "the reference panel": (options: SubjectOptions = {}) => startReference(options),
  "the panel on PostgreSQL": async (options: SubjectOptions = {}) =>
    startReference(options, await emptyDatabase()),
} as const;

/** Signs a person of the demonstration in, over HTTP, and returns the cookie. */
export async function signIn(
  address: string,
  person: string,
): Promise<Readonly<Record<string, string>>> {
  const answer = await fetch(`${address}/demo/session`, {
    method: "POST",
    headers: { Origin: address, "Content-Type": "application/json" },
    body: JSON.stringify({ person }),
  });
  const [cookie = ""] = answer.headers.getSetCookie();
  return { Cookie: cookie.split(";")[0] ?? "" };
}
