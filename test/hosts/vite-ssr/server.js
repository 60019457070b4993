import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { render } from "./dist/server/entry-server.js";

const types = { ".js": "text/javascript", ".css": "text/css" };
const page = await readFile("dist/client/index.html", "utf8");

const server = createServer(async ({ url = "/" }, answer) => {
  if (/^\/assets\/[\w.-]+$/.test(url)) {
    answer.writeHead(200, { "Content-Type": types[extname(url)] ?? "text/plain" });
    answer.end(await readFile(`dist/client${url}`));
  } else {
    answer.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
    answer.end(page.replace("<!--rendered-->", render));
  }
});
server.listen(Number(process.env.PORT), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
