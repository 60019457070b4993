import { readFileSync } from "node:fs";
import { createServer } from "node:https";

/** How many reports there are of each pseudonym. This vendor keeps nothing else. */
const counts = new Map<string, number>();

const identity = {
  key: readFileSync("vendor-key.pem"),
  cert: readFileSync("vendor-cert.pem"),
};
const server = createServer(identity, async (request, response) => {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  console.log(`${request.method} ${request.url}\n${body}`);
  const { id = "" }: { id?: string } = JSON.parse(body);
  if (request.url === "/v1/erasures") {
    const answer = { id, deleted: counts.get(id) ?? 0 };
    counts.delete(id);
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answer));
  } else {
    if (id !== "") counts.set(id, (counts.get(id) ?? 0) + 1);
    response.writeHead(202).end();
  }
});
server.listen(8443, "127.0.0.1", () => console.log("https://127.0.0.1:8443"));
