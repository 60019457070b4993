#!/usr/bin/env node
// Stands in for Firefox ESR where Playwright starts it, and answers the one command of
// WebDriver BiDi that Playwright sends and ESR does not know.
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { WebSocket, WebSocketServer } from "ws";

const unknownToEsr = "emulation.setMediaFeaturesOverride";

const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
await once(server, "listening");
const ownAddress = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
let firefoxAddress = "";

const firefox = spawn("firefox-esr", process.argv.slice(2), {
  stdio: ["ignore", "inherit", "pipe"],
});
firefox.on("exit", (code) => process.exit(code ?? 1));
process.on("SIGTERM", () => firefox.kill("SIGTERM"));

// Playwright reads here where to connect to: it is told the relay's address.
createInterface({ input: firefox.stderr }).on("line", (line) => {
  firefoxAddress = /BiDi listening on (ws:\S+)/.exec(line)?.[1] ?? firefoxAddress;
  console.error(line.replace(firefoxAddress || ownAddress, ownAddress));
});

server.on("connection", (client, { url }) => {
  const browser = new WebSocket(firefoxAddress + url);
  const opened = once(browser, "open");
  client.on("message", async (data) => {
    await opened;
    const text = String(data);
    const { id, method } = JSON.parse(text) as { id: number; method: string };
    if (method !== unknownToEsr) browser.send(text);
    else client.send(JSON.stringify({ type: "success", id, result: {} }));
  });
  browser.on("message", (data) => client.send(String(data)));
  browser.on("close", () => client.close());
  client.on("close", () => browser.close());
});
