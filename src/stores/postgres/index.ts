export { StoreError, type StoreFailure } from "../../panel/store/storeError.ts";
export { openPostgresStore, type PostgresStoreOptions } from "./openPostgresStore.ts";
