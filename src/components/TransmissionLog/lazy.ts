import { createLazy } from "../../client/createLazy.ts";

/** What was sent for a purpose, loaded when somebody looks at it. */
export const lazyTransmissionLog = createLazy(() =>
  import("./TransmissionLog.tsx").then((module) => module.TransmissionLog),
);
