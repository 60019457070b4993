import { createLazy } from "../../client/createLazy.ts";

/** Where reports go and how, loaded behind its fold as soon as the card is there. */
export const lazyTransportFacts = createLazy(() =>
  import("./TransportFacts.tsx").then((module) => module.TransportFacts),
);
