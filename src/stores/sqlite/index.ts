export { StoreError, type StoreFailure } from "../../panel/store/storeError.ts";
export { openSqliteStore, type SqliteStoreOptions } from "./openSqliteStore.ts";
