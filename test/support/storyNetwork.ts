import { createContext } from "react";

/** How the line between a story and its panel can be. */
export const networks = ["ok", "slow", "silent", "offline", "failing", "story"] as const;

export type Network = (typeof networks)[number];

const slowness = 2_000;

let chosen: Network = "ok";
let isArrived = false;

/** Whether a story plays its network itself, so that none is chosen for it. */
export const OwnNetwork = createContext(false);

/** Whether a story sets the toolbar's network; Storybook's types do not tell of that. */
export function setsNetwork(story: object): boolean {
  return "storyGlobals" in story && "network" in Object(story.storyGlobals);
}

/** Chooses the network of all stories; one that has arrived at its state asks anew at once. */
export function chooseNetwork(network: Network): void {
  if (network === chosen) return;
  chosen = network;
  if (isArrived) window.dispatchEvent(new Event("visibilitychange"));
}

/** A story first comes to the state that it is of, over a network without fault. */
export function beginStory(): void {
  isArrived = false;
}

/** From here on the chosen network is the story's. */
export function arriveInStory(): void {
  isArrived = true;
  if (chosen !== "ok") window.dispatchEvent(new Event("visibilitychange"));
}

/**
 * `fetch` over the chosen network: slow answers after two seconds, silent never, offline
 * rejects as a browser without a line does, failing is a proxy's 502 with a page of HTML.
 */
export function throughNetwork(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const network = isArrived ? chosen : "ok";
    if (network === "offline") throw new TypeError("Failed to fetch");
    if (network === "failing") {
      return new Response("<!doctype html><title>502 Bad Gateway</title>", {
        status: 502,
        headers: { "Content-Type": "text/html" },
      });
    }
    if (network === "silent") return untilGivenUp(init?.signal);
    if (network === "slow") await new Promise((done) => setTimeout(done, slowness));
    return fetch(input, init);
  };
}

function untilGivenUp(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_done, fail) => {
    signal?.addEventListener("abort", () => fail(signal.reason), { once: true });
  });
}
