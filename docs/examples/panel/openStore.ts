import type { PanelStore } from "klartext/panel";
import { openSqliteStore } from "klartext/panel/sqlite";

const { PRIVACY_DATA = "privacy-data", PRIVACY_RESTORED = "0" } = process.env;

/** Opens the folder. After a restore nothing is sent until a person has decided anew. */
export function openStore(): PanelStore {
  return openSqliteStore({ folder: PRIVACY_DATA, newEpoch: PRIVACY_RESTORED === "1" });
}
