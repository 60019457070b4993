import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import express from "express";
import { createNodeListener } from "klartext/panel/node";
import { openPanel } from "./panel.ts";

const { PORT = "3000", ORIGIN: origin = `http://127.0.0.1:${PORT}` } = process.env;
const panel = await openPanel(origin);
const elements = dirname(fileURLToPath(import.meta.resolve("klartext/elements")));

const app = express();
app.use("/api/privacy", createNodeListener(panel));
app.use("/klartext", express.static(elements));
app.use(express.static("public"));

const server = app.listen(Number(PORT), "127.0.0.1", () =>
  console.log(`Listening for ${origin}`),
);
process.once("SIGTERM", () => server.close(panel.close));
