import type { PanelSnapshot } from "./panelSnapshot.ts";

/** What could not be read in any of these snapshots as the contract has it, such as `GET /purposes`. */
export function unreadResources(snapshots: readonly PanelSnapshot[]): readonly string[] {
  const resources = {
    policy: "GET /policy",
    purposes: "GET /purposes",
    history: "GET /decisions",
    log: "GET /transmissions",
  } as const;
  const names = Object.keys(resources) as (keyof typeof resources)[];
  return names
    .filter((name) => snapshots.every((one) => one[name].value === undefined))
    .map((name) => resources[name]);
}
