import type { Json } from "../../src/payload/index.ts";
import { revisionIds } from "../../src/policy/demo/referencePolicy.ts";
import { nilUuid } from "../../src/policy/index.ts";

/** What a server tells of itself for a purpose, or of a crash that has not happened. */
export function describeServer(purpose: string, revision: string): Json {
  return reportOf(purpose, purpose === "crash-reports" ? "0x1" : "12", revision);
}

/** A report of a purpose that holds a name, by which it is known again. */
export function reportOf(purpose: string, name: string, revision: string): Json {
  if (purpose === "crash-reports") {
    const stackTrace = { process: "client", signal: 6, addresses: [{ address: name }] };
    return { version: "0.1.0", libraries: [], stackTrace };
  }
  return {
    ...{ id: nilUuid, distribution: { name: "Debian", version: name } },
    ...{ version: "0.1.0", services: [] },
    ...(revision === revisionIds[0] ? {} : { architecture: "x64" }),
  };
}
