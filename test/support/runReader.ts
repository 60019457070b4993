// A process that reads a database as of one moment, until it is told to end.
import Database from "better-sqlite3";

process.once("disconnect", () => process.exit());
const database = new Database(process.env.DATABASE ?? "", { readonly: true });
database.exec("BEGIN");
database.prepare("SELECT count(*) FROM entry").get();
process.once("message", () => {
  database.exec("COMMIT");
  process.send?.("ended");
});
process.send?.("reads");
