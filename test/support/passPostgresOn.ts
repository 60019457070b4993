import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { makeFolder } from "./folder.ts";

/**
 * What lies between a store and its server, as a network does. `url` reaches the server through
 * it; `fallSilent` ends the connections that listen at the server's side alone, as where a
 * machine in between is gone: the store hears nothing of it. `loseCommit` ends the connection
 * over which the next transaction is committed, before the store hears that it was.
 */
export async function passPostgresOn(url: string) {
  const folder = await makeFolder();
  const host = new URL(url.replace("@/", "@x/")).searchParams.get("host") ?? "";
  const open = new Set<Socket>();
  const listening = new Set<Socket>();
  let losesCommit = false;
  const passOn = createServer((client) => {
    const server = connect(join(host, ".s.PGSQL.5432"));
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      open.add(from);
      from.on("error", () => undefined);
      from.on("data", (bytes) => {
        if (from === client && bytes.includes("LISTEN")) listening.add(server);
        if (from === client && losesCommit && bytes.includes("COMMIT")) {
          losesCommit = false;
          server.removeAllListeners("data").on("data", (answer) => {
            if (answer.includes("COMMIT")) client.destroy();
          });
        }
        to.write(bytes);
      });
      from.on("close", () => {
        open.delete(from);
        if (!listening.has(server) || from === client) to.destroy();
      });
    }
  });
  passOn.listen(join(folder, ".s.PGSQL.5432"));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    passOn.close();
  });
  return {
    url: url.replace(encodeURIComponent(host), encodeURIComponent(folder)),
    fallSilent: () => {
      for (const server of listening) server.destroy();
    },
    loseCommit: () => {
      losesCommit = true;
    },
  };
}
