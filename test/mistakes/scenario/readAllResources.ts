import {
  type Ask,
  auditor,
  decisionOf,
  nobody,
  payloadOf,
  purposes,
  read,
} from "./ask.ts";

/** Reads all that there is, as who may decide and as who may readAllResources. */
export async function readAllResources(ask: Ask): Promise<void> {
  const bytes = await addresses(ask);
  const lists = ["/purposes", "/decisions", "/transmissions", "/log", "/policy"];
  const own = purposes.flatMap((id) => [decisionOf(id), payloadOf(id)]);
  for (const path of [...lists, ...own, ...bytes]) {
    const { headers } = await ask("GET", path);
    const tag = headers.get("ETag") ?? '"none"';
    await ask("GET", path, { "If-None-Match": tag });
    await ask("HEAD", path);
  }
  for (const path of [...lists, ...own]) await ask("GET", path, auditor);
}

/** Reads in every way that one can read, without changing anything. */
export async function lookClosely(ask: Ask): Promise<void> {
  const bytes = await addresses(ask);
  const own = purposes.flatMap((id) => [decisionOf(id), payloadOf(id)]);
  const paths = ["/policy", "/purposes", "/decisions", "/transmissions", "/log", ...own];
  const sessions = ["session=", "session=x", "session=adminx", "other=1"];
  for (const path of [...paths, ...bytes]) {
    const { headers } = await ask("GET", path);
    const tag = headers.get("ETag") ?? '"none"';
    for (const method of ["GET", "HEAD"]) {
      await ask(method, path, nobody);
      await ask(method, path, { ...nobody, "If-None-Match": tag });
      for (const given of [tag, `W/${tag}`, tag.replace(/"$/, '-gzip"'), `"x", ${tag}`]) {
        await ask(method, path, { "If-None-Match": given });
      }
      await ask(method, path, { "If-None-Match": '"another"', ...auditor });
    }
    for (const query of [
      "?fresh=1",
      "?session=admin",
      "?after=0",
      "?after=x",
      "?after=-1",
    ]) {
      await ask("GET", `${path}${query}`);
      await ask("GET", `${path}${query}`, nobody);
    }
    await ask("GET", path, { Accept: "text/html", "Accept-Encoding": "gzip" });
    for (const Cookie of sessions) await ask("GET", path, { Cookie });
    await ask("PATCH", path, {}, "{}");
    await ask("GET", `${path}/`);
    await ask("GET", `${path}/more`);
  }
}

/** Addresses of the newest of everything that has bytes, and of what there is not. */
async function addresses(ask: Ask): Promise<readonly string[]> {
  const { texts = {} } = read((await ask("GET", "/policy")).text);
  const history = read((await ask("GET", "/decisions")).text).entries ?? [];
  const log = read((await ask("GET", "/transmissions")).text).entries ?? [];
  const hrefs = Object.values(texts).map((one) => `/${one?.href}`);
  return [
    ...hrefs.filter((href) => href.startsWith("/policy/")),
    ...history
      .slice(0, 6)
      .flatMap(({ id }) => [`/decisions/${id}/payload`, `/receipts/${id}`]),
    ...log.slice(0, 4).map(({ id }) => `/transmissions/${id}/body`),
  ];
}

/** Follows a list to its end. */
export async function pages(ask: Ask, path: string): Promise<void> {
  let query = "";
  for (let page = 0; page < 6; page += 1) {
    const { next, upTo } = read((await ask("GET", `${path}${query}`)).text);
    if (next === null || next === undefined) break;
    query = `?after=${next}${upTo === undefined ? "" : `&upTo=${upTo}`}`;
  }
  if (path === "/log") await ask("GET", "/log?upTo=3");
}
