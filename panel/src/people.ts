import type { Viewer } from "../../src/contract/index.ts";

/** The people of the demonstration. */
export const people = {
  admin: { id: "admin", name: "Admin", mayDecide: true },
  admin2: { id: "admin2", name: "Admin 2", mayDecide: true },
  auditor: { id: "auditor", name: "Auditor", mayDecide: false },
} as const satisfies Record<string, Viewer>;

export type PersonId = keyof typeof people;

export const personIds = Object.keys(people) as [PersonId, ...PersonId[]];
