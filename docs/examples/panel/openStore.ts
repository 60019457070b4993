import { type PanelStore, suspend } from "klartext/panel";
import { openSqliteStore } from "klartext/panel/sqlite";
import { consentActivities, type Policy } from "klartext/policy";

const { PRIVACY_DATA = "privacy-data", PRIVACY_RESTORED = "0" } = process.env;

/** Opens the folder. After a restore nothing is sent until a person has decided anew. */
export async function openStore(policy: Policy): Promise<PanelStore> {
  const newEpoch = PRIVACY_RESTORED === "1";
  const store = openSqliteStore({ folder: PRIVACY_DATA, newEpoch });
  if (!newEpoch) return store;
  for (const { id } of consentActivities(policy)) {
    await store.change(id, (snapshot) => suspend(snapshot, "store-restored"));
  }
  return store;
}
