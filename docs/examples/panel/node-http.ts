import { createServer } from "node:http";
import { createNodeListener } from "klartext/panel/node";
import { openPanel } from "./panel.ts";

const { PORT = "3000", ORIGIN: origin = `http://127.0.0.1:${PORT}` } = process.env;
const panel = await openPanel(origin);
const answer = createNodeListener(panel);

const server = createServer((request, response) => {
  if (request.url?.startsWith("/api/privacy/")) return void answer(request, response);
  response.writeHead(404).end();
});
server.listen(Number(PORT), "127.0.0.1", () => console.log(`Listening for ${origin}`));
process.once("SIGTERM", () => server.close(panel.close));
