import { type Ask, act, decisionOf, prepare, purposes } from "./ask.ts";

/** Requests that are on their way at once. */
export async function races(ask: Ask, id: string): Promise<void> {
  const path = decisionOf(id);
  const writeTwice = async (decision: "granted" | "refused") => {
    const { tag, body } = await prepare(ask, id, decision);
    const headers = { "If-Match": tag };
    const put = () => ask("PUT", path, headers, JSON.stringify(body));
    await Promise.all([put(), put()]);
  };
  await writeTwice("refused");
  await writeTwice("granted");
  await Promise.all([ask("DELETE", path), ask("DELETE", path)]);
  const { tag, body } = await prepare(ask, id, "granted");
  const grant = () => ask("PUT", path, { "If-Match": tag }, JSON.stringify(body));
  await Promise.all([grant(), ask("DELETE", path)]);
  await ask("GET", path);
  await ask("DELETE", path);
  const stale = await prepare(ask, id, "granted");
  await ask("DELETE", path);
  await ask("PUT", path, { "If-Match": stale.tag }, JSON.stringify(stale.body));
  await ask("GET", path);
  await ask("DELETE", path);
  await Promise.all(purposes.map((one) => act(ask, one, "refused")));
  await Promise.all(purposes.map((one) => ask("DELETE", decisionOf(one))));
}
