import { readFileSync } from "node:fs";
import { createPanel } from "klartext/panel";
import { createSender } from "klartext/panel/node";
import { liveConfigPolicy } from "klartext/policy";
import { openStore } from "./openStore.ts";
import { payloads } from "./payloads.ts";
import { viewer } from "./viewer.ts";

const { VENDOR_URL = "https://reports.example", VENDOR_CA = "vendor-ca.pem" } =
  process.env;

/** Opens the panel for pages of one origin, and sends from now on what was agreed to. */
export async function openPanel(origin: string) {
  const policy = liveConfigPolicy();
  const vendor = { url: VENDOR_URL, ca: readFileSync(VENDOR_CA, "utf8") };
  const store = openStore();
  const parts = { policy, store, payloads };
  const sender = createSender({ ...parts, vendor });
  const panel = createPanel({ ...parts, sender, viewer, origins: [origin] });
  await panel.ready;
  sender.start();
  const close = async () => {
    await sender.close();
    await store.close();
  };
  return { ...panel, close };
}
