import { countingUuid } from "../../../src/testing/fake/countingUuid.ts";
import { crashSample } from "../../../src/testing/fixtures.ts";
import { baseUrl, createFaultyPanel, origin } from "../faultyPanel/createFaultyPanel.ts";
import type { Plant } from "../faultyPanel/faults.ts";
import type { Mistake } from "../mistake.ts";
import { type Ask, act, decisionOf, otherDigest, purposes } from "./ask.ts";
import { misuse, strangers } from "./misuse.ts";
import { races } from "./races.ts";
import { lookClosely, pages, readAllResources } from "./readAllResources.ts";

class Differs extends Error {}

type Step = (doing: () => Promise<unknown>) => Promise<void>;

/**
 * All that a panel answers to one course of requests, and all that came to its vendor. Time
 * stands still in it and UUIDs count, so that two panels which are alike answer alike. It ends
 * with the first answer that is not as expected.
 */
export async function recordScenario(
  plant: Plant = () => ({}),
  panel: Mistake["panel"] = {},
  expected?: readonly string[],
): Promise<readonly string[]> {
  let minute = 0;
  const start = Date.UTC(2026, 0, 15, 9, 30);
  const now = () => new Date(start + minute * 60_000);
  const count = countingUuid();
  const uuid = () => count().replace(/^0{8}/, "abcdef00");
  const world = createFaultyPanel(plant(), { ...panel, uuid, now });
  const told: string[] = [];
  const ask: Ask = async (method, path, given = {}, body) => {
    const headers = new Headers({ Origin: origin, Cookie: "session=admin" });
    if (body !== undefined) headers.set("Content-Type", "application/json");
    for (const [name, value] of Object.entries(given)) {
      if (value === null) headers.delete(name);
      else headers.set(name, value);
    }
    const began = performance.now();
    const sent = { method, headers, ...(body === undefined ? {} : { body }) };
    const answer = await world.fetch(`${baseUrl}${path}`, sent);
    const text = await answer.text();
    const { status } = answer;
    const took = performance.now() - began > 5_000 ? "after long" : "";
    const shown = [...answer.headers].map((one) => one.join(": "));
    told.push([`${method} ${path} ${status} ${took}`, ...shown, text].join("\n"));
    if (expected && told.at(-1) !== expected[told.length - 1]) throw new Differs();
    return { text, headers: answer.headers, status };
  };
  const step: Step = async (doing) => {
    await doing();
    await readAllResources(ask);
    await world.settled();
    minute += 1;
  };
  const crash = () =>
    world.panel.enqueueReport("crash-reports", { ...crashSample } as never);
  try {
    await take(ask, step, crash);
  } catch (error) {
    if (!(error instanceof Differs)) throw error;
  }
  return [...told, ...world.arrived.map(({ url, text }) => `${url} ${text}`)];
}

async function take(ask: Ask, step: Step, crash: () => Promise<unknown>): Promise<void> {
  await step(() => strangers(ask));
  await step(() => lookClosely(ask));
  await step(() => misuse(ask, purposes[0]));
  for (const id of purposes) {
    await decisions(ask, step, id, crash);
  }
  await step(() => races(ask, purposes[1]));
  await step(() => lookClosely(ask));
  for (let time = 0; time < 50; time += 1) await act(ask, purposes[0], "refused");
  for (const path of ["/decisions", "/log"]) await pages(ask, path);
  await ask("GET", "/decisions?after=30", { Cookie: null });
  await step(() => ask("DELETE", "/people/nobody/name"));
  await step(() => act(ask, purposes[0], "granted"));
  for (const _time of [1, 2]) await step(() => ask("DELETE", "/people/admin/name"));
  await step(() => act(ask, purposes[0], "granted"));
  const path = decisionOf(purposes[0]);
  await step(() => ask("GET", path, { "X-HTTP-Method-Override": "DELETE" }));
  await step(() => ask("GET", `${path}?_method=DELETE`));
  await step(() => ask("GET", `${path}?decision=withdrawn`));
  await step(() => ask("DELETE", "/purposes"));
}

/** Every decision from every state, by PUT, DELETE and POST. */
async function decisions(
  ask: Ask,
  step: Step,
  id: string,
  crash: () => Promise<unknown>,
): Promise<void> {
  const path = decisionOf(id);
  const via = { "Klartext-Via": "command" };
  const posted = { method: "POST" } as const;
  const withdrawn = '{"decision":"withdrawn"}';
  await step(() => ask("DELETE", path));
  await step(() => act(ask, id, "refused", { headers: via }));
  await step(() => ask("DELETE", path));
  await step(() => act(ask, id, "refused", { body: { textDigest: otherDigest } }));
  await step(() => act(ask, id, "granted", { headers: via }));
  await step(crash);
  if (id === purposes[1]) await step(() => misuse(ask, id));
  await step(() =>
    act(ask, id, "granted", { headers: { "Klartext-Via": "robot" }, language: "en" }),
  );
  await step(() => act(ask, id, "refused"));
  await step(() => ask("DELETE", path, via));
  await step(() => ask("DELETE", path, { "If-Match": '"stale"' }));
  await step(() => act(ask, id, "refused", { body: { revision: "2024-01-01" } }));
  await step(() => act(ask, id, "granted", posted));
  await step(() => act(ask, id, "refused", posted));
  await step(() => ask("POST", path, { "If-Match": '"9"', ...via }, withdrawn));
  await step(() => ask("POST", path, {}, withdrawn));
  await step(() => act(ask, id, "refused", posted));
  await step(() => act(ask, id, "granted"));
  await step(() => ask("DELETE", path));
  for (const change of [
    (tag: string) => `W/${tag}`,
    (tag: string) => tag.replace(/"$/, '-gzip"'),
  ]) {
    const { headers } = await ask("GET", path);
    const tag = change(headers.get("ETag") ?? "");
    await step(() => act(ask, id, "refused", { headers: { "If-Match": tag } }));
  }
}
