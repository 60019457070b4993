import { act, cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { vi } from "vitest";
import {
  PrivacyCenter,
  type PrivacyCenterProps,
} from "../../src/components/PrivacyCenter/PrivacyCenter.tsx";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import {
  createFakePanel,
  type FakePanel,
  type FakePanelOptions,
} from "../../src/testing/index.ts";
import { settledCard } from "../elements.ts";

export const purpose = "server-statistics";
export const policy = policyInForce("2025-07-24");
export const granted = { purposes: { [purpose]: { status: "granted" } } } as const;
export const withdrawn = { purposes: { [purpose]: { status: "withdrawn" } } } as const;

const origin = "http://localhost:3000";

/** What stands between the page and its panel; it may answer in the panel's place. */
export type Intermediary = (
  request: Request,
  forward: () => Promise<Response>,
) => Promise<Response> | Response;

export const passes: Intermediary = (_request, forward) => forward();

/** A panel, what stands before it, and a centre that reaches it through that alone. */
export function connect(options: FakePanelOptions = {}) {
  const panel = createFakePanel({ policy, ...options });
  const between = { current: passes };
  const fetch: typeof globalThis.fetch = (input, init) => {
    const { redirect: _redirect, ...rest } = init ?? {};
    const request = new Request(new URL(String(input), origin), rest);
    return Promise.resolve(between.current(request, () => panel.fetch(input, init)));
  };
  const centre = (props: Partial<PrivacyCenterProps> = {}) => (
    <PrivacyCenter policy={policy} language="en" fetch={fetch} {...props} />
  );
  return { panel, between, centre };
}

/** The same, shown, once the card of the statistics is there. */
export async function open(options: FakePanelOptions = {}) {
  const { centre, ...connected } = connect(options);
  const { unmount } = render(centre());
  return { ...connected, centre, unmount, card: await settledCard() };
}

/** Withdraws where the state cannot be read, and gives the section of the statistics. */
export async function withdrawInDoubt(): Promise<HTMLElement> {
  const section = await screen.findByRole("region", { name: "Server statistics" });
  await userEvent.click(
    await within(section).findByRole("button", { name: "Withdraw and delete the data" }),
  );
  return section;
}

/** Lets time pass, and React do what follows. */
export function pass(ms: number): Promise<void> {
  return act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
}

/** Lets time pass until an expectation is met, a minute at most. */
export async function passUntil(expectation: () => void): Promise<void> {
  for (let passed = 0; passed < 60_000; passed += 500) {
    try {
      return expectation();
    } catch {
      await pass(500);
    }
  }
  expectation();
}

export function isState({ url }: Request): boolean {
  return /\/purposes(?:\?|$)/.test(url);
}

const writes = new Set(["PUT", "DELETE", "POST"]);

export function isWrite({ method }: { readonly method: string }): boolean {
  return writes.has(method);
}

/** Lets everything pass but the withdrawals, which `answer` is given to. */
export function answersWithdrawals(answer: () => Response): Intermediary {
  return (request, forward) => (request.method === "DELETE" ? answer() : forward());
}

/** Answers that are held back until they are given. */
export function holdBack() {
  const waiting: ((answer: Response) => void)[] = [];
  return {
    hold: () => new Promise<Response>((resolve) => void waiting.push(resolve)),
    give: (answer: Response) => {
      for (const resolve of waiting.splice(0)) resolve(answer.clone());
    },
  };
}

/** A page of something that is not the panel. */
export function page(status: number, headers: Record<string, string> = {}): Response {
  return new Response("<h1>Something else</h1>", {
    status,
    headers: { "Content-Type": "text/html", ...headers },
  });
}

/** A problem document of the contract, whoever sends it. */
export function problem(code: string, status: number): Response {
  const type = `urn:klartext:problem:${code}`;
  return new Response(JSON.stringify({ type, title: code, status }), {
    status,
    headers: { "Content-Type": "application/problem+json" },
  });
}

/** Sends a request to a panel, also one that the page has given up. */
export async function sendTo(panel: FakePanel, request: Request): Promise<Response> {
  const body = await request.clone().text();
  return panel.fetch(request.url.slice(origin.length), {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    ...(body === "" ? {} : { body }),
  });
}

/** An answer with the state of a panel, as if its store had begun another epoch. */
export async function inEpoch(epoch: string, answer: Response): Promise<Response> {
  const body: { readonly store: object } = await answer.json();
  return Response.json({ ...body, store: { ...body.store, epoch } });
}

export function statusOf(panel: FakePanel): string | undefined {
  return panel.state().purposes[purpose]?.decision.status;
}

/** How a panel was asked to decide. */
export function methodsOfWrites({ requests }: FakePanel): readonly string[] {
  return requests.filter(isWrite).map(({ method }) => method);
}

/** Where withdrawals are kept: by viewer in the browser, or in the tab. */
export const withdrawalKey = `klartext:withdrawal:${origin}/api/privacy:${purpose}`;

/** Has a viewer's withdrawal of the decision with `sequence` wait in the browser. */
export function keepInBrowser(viewer: string, sequence: number): void {
  const withdrawal = { viewer, sequence, since: new Date().toISOString() };
  localStorage.setItem(withdrawalKey, JSON.stringify({ [viewer]: withdrawal }));
}

/** Whose withdrawals wait in the browser. */
export function keptInBrowser(): readonly string[] {
  return Object.keys(JSON.parse(localStorage.getItem(withdrawalKey) ?? "{}"));
}

/** For `beforeEach`: the test moves the clock. */
export function holdClock(): void {
  const now = new Date("2026-01-15T09:30:00Z");
  vi.useFakeTimers({ shouldAdvanceTime: true, now });
  // What somebody has to mend is logged too.
  vi.spyOn(console, "error").mockImplementation(() => {});
}

/** For `afterEach`: nothing is left for the next test. */
export function clearPage(): void {
  vi.useRealTimers();
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
}
