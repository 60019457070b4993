import type { PanelStore } from "../../src/panel/index.ts";
import { openPostgresStore } from "../../src/stores/postgres/index.ts";
import { openSqliteStore } from "../../src/stores/sqlite/index.ts";
import type { Config } from "./config.ts";

/**
 * The store that the configuration names: a folder, or a database that other processes of
 * the panel may use too.
 *
 * @param now A test's clock; without it the store has its own.
 */
export async function openStore(
  {
    dataFolder,
    databaseUrl,
    isNewEpoch: newEpoch,
  }: Pick<Config, "dataFolder" | "databaseUrl" | "isNewEpoch">,
  now?: () => Date,
): Promise<PanelStore> {
  const options = { newEpoch, ...(now && { now }) };
  return databaseUrl === undefined
    ? openSqliteStore({ folder: dataFolder, ...options })
    : openPostgresStore({ url: databaseUrl, ...options });
}
