import { makeDatabase, query } from "./databases.ts";
import type { PostgresServer } from "./postgresServer.ts";

let users = 0;

/** A database and a user who owns nothing in it and may do nothing more than connect. */
export async function makeLesserUser(server: PostgresServer) {
  users += 1;
  const user = `panel_user_${users}`;
  const admin = await makeDatabase(server);
  await query(admin, `CREATE ROLE ${user} LOGIN NOSUPERUSER`);
  await query(admin, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
  const database = new URL(admin.replace("@/", "@x/")).pathname.slice(1);
  return { user, admin, database, url: admin.replace("postgres@", `${user}@`) };
}
