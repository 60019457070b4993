import type { Viewer } from "../../../src/contract/purposeState.ts";
import { crashSample, people } from "../../../src/testing/fixtures.ts";
import { baseUrl, headersOf, origin, type World } from "./createFaultyPanel.ts";

/** Asks a panel as somebody, behind whatever stands before it. */
export async function ask(
  { panel }: Pick<World, "panel">,
  person: Viewer,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: unknown,
): Promise<Response> {
  return panel.handle({
    method,
    url: `${baseUrl}${path}`,
    headers: new Headers({
      ...{ Origin: origin, ...headersOf(person), ...headers },
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    }),
    body: body === undefined ? null : new Response(JSON.stringify(body)).body,
  });
}

/** Decides as somebody who looks now. */
export async function decide(
  world: Pick<World, "panel">,
  person: Viewer,
  purpose: string,
  decision: "granted" | "refused" | "withdrawn",
): Promise<void> {
  const path = `/purposes/${purpose}/decision`;
  if (decision === "withdrawn") {
    await ask(world, person, "DELETE", path);
    return;
  }
  const policy = await (await ask(world, person, "GET", "/policy")).json();
  const tag = (await ask(world, person, "GET", path)).headers.get("ETag") ?? "";
  const payload = await ask(world, person, "GET", `/purposes/${purpose}/payload`);
  const { revision, texts } = policy;
  const body = {
    ...{ decision, revision, language: "de", textDigest: texts.de.digest },
    ...(decision === "granted"
      ? { payloadDigest: payload.headers.get("Repr-Digest") }
      : {}),
  };
  const headers = { "If-Match": tag, "Klartext-Via": "page" };
  await ask(world, person, "PUT", path, headers, body);
}

/**
 * Uses a panel as people do for a year: consent given, sent, withdrawn and deleted twice,
 * given to one purpose in the end; a history of more than a page.
 */
export async function liveThroughYear(world: World): Promise<void> {
  const { admin, admin2 } = people;
  for (let round = 0; round < 2; round += 1) {
    await decide(world, admin, "server-statistics", "granted");
    await world.settled();
    await decide(world, admin, "server-statistics", "withdrawn");
    await world.settled();
  }
  for (let time = 0; time < 52; time += 1) {
    await decide(world, admin2, "crash-reports", "refused");
  }
  await decide(world, admin, "crash-reports", "granted");
  await world.panel.enqueueReport("crash-reports", { ...crashSample } as never);
  await world.settled();
  await decide(world, admin, "crash-reports", "withdrawn");
  await decide(world, admin2, "server-statistics", "granted");
  await decide(world, admin2, "crash-reports", "refused");
  await world.settled();
}
