import { createLater } from "../../client/createLater.ts";

/** What was sent for a purpose, loaded when somebody looks at it. */
export const lazyTransmissionLog = createLater(() =>
  import("./TransmissionLog.tsx").then((module) => module.TransmissionLog),
);
