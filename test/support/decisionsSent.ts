import type { FakePanel } from "../../src/testing/index.ts";

/** The requests that a panel could have taken for a decision, whatever it answered. */
export function decisionsSent({ requests, state }: FakePanel): readonly string[] {
  const paths = Object.keys(state().purposes).map((id) => `/purposes/${id}/decision`);
  return requests
    .filter(({ method }) => !["GET", "HEAD", "OPTIONS"].includes(method))
    .filter(({ path = "", status }) => paths.includes(path) || status !== 404)
    .map(({ method, path }) => `${method} ${path}`);
}
