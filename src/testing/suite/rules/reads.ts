import { eachAtOnce } from "../eachAtOnce.ts";
import type { Exchange } from "../exchange.ts";
import { expectProblem } from "../expectations.ts";
import { noSuchId } from "../reading/history.ts";
import type { SuiteContext } from "../suiteContext.ts";
import { type Address, isBytes, readAddresses, readable } from "./addresses.ts";
import { sendingRule } from "./rule.ts";

const live = "docs/panel-api.md#live-pages";
const requests = "docs/panel-api.md#the-requests";

/** Asks with and without a tag while nothing moves; undefined where it always moves. */
async function still(
  context: SuiteContext,
  path: string,
  ask: (tag: string) => Promise<Exchange>,
) {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const before = await context.get(path);
    const tag = before.headers.get("ETag") ?? "";
    const answer = await ask(tag);
    const after = await context.get(path);
    if (before.text === after.text) return { before, tag, answer };
  }
  return undefined;
}

const types: Readonly<Partial<Record<Address["endpoint"], string>>> = {
  getPolicyText: "text/markdown",
  getReceipt: "application/ld+json",
};

export const readRules = [
  sendingRule(
    {
      id: "tags-everywhere",
      title:
        "Every GET has a strong ETag and answers 304 to it, in a list, weakened or with a coding's name",
      section: live,
      remedy:
        "Compare every tag of If-None-Match without W/ and without a coding's name.",
    },
    ["read"],
    async (context, that) => {
      const ways: readonly ((tag: string) => string)[] = [
        (tag) => tag,
        (tag) => `W/${tag}`,
        (tag) => tag.replace(/"$/, '-gzip"'),
        (tag) => `"another", ${tag}`,
      ];
      const paths = (await readable(context)).map(({ path }) => path);
      const asked = paths.flatMap((path) => [
        ...ways.map((way) => ({ path, way, method: "GET" })),
        { path, way: (tag: string) => tag, method: "HEAD" },
      ]);
      await eachAtOnce(asked, async ({ path, way, method }) => {
        const found = await still(context, path, (tag) =>
          context.send(method, path, { headers: { "If-None-Match": way(tag) } }),
        );
        if (!found) return;
        const { tag, answer } = found;
        that(answer, /^"[\x21\x23-\x7e]+"$/.test(tag), "A strong ETag.", "ETag");
        that(answer, answer.status === 304, `304 to ${way(tag)}.`);
        that(answer, answer.bytes.length === 0, "No body with 304.");
        const told = answer.headers.get("ETag");
        that(answer, told === tag, `ETag ${tag} with 304.`, "ETag");
      });
      await eachAtOnce(paths, async (path) => {
        const other = await context.get(path, {
          headers: { "If-None-Match": '"another"' },
        });
        that(other, other.status === 200, "200 to a tag of something else.");
      });
    },
  ),
  sendingRule(
    {
      id: "head-everywhere",
      title: "HEAD answers as GET does, without a body",
      section: requests,
      remedy: "Answer HEAD by the route of GET, with its status and headers.",
    },
    ["read"],
    async (context, that) => {
      await eachAtOnce(await readAddresses(context), async ({ path }) => {
        const found = await still(context, path, () => context.send("HEAD", path));
        if (!found) return;
        const { before, answer } = found;
        that(
          answer,
          answer.status === before.status,
          `Status ${before.status}, as to GET.`,
        );
        that(answer, answer.bytes.length === 0, "No body.");
        for (const name of [
          "ETag",
          "Content-Type",
          "Cache-Control",
          "Repr-Digest",
          "Klartext-Payload",
        ]) {
          const [own, other] = [answer.headers.get(name), before.headers.get(name)];
          that(answer, own === other, `${name} ${other}, as to GET.`, name);
        }
      });
      const unknown = await context.send("HEAD", `/receipts/${noSuchId}`);
      that(unknown, unknown.status === 404, "404 to HEAD of what there is not.");
    },
  ),
  sendingRule(
    {
      id: "headers-everywhere",
      title:
        "Every answer says its media type, that it is stored nowhere, and has no coding",
      section: live,
      remedy: "Cache-Control: no-store on all but the texts, with no-transform on bytes.",
    },
    ["read"],
    async (context, that) => {
      const all = await readAddresses(context);
      for (const address of all) {
        const { exchange, endpoint, path } = address;
        const caching = (exchange.headers.get("Cache-Control") ?? "").split(/\s*,\s*/);
        const isText = endpoint === "getPolicyText";
        that(
          exchange,
          isText || caching.includes("no-store"),
          "Cache-Control: no-store.",
          "Cache-Control",
        );
        if (exchange.status !== 200) continue;
        const isRight = !isBytes(address) || caching.includes("no-transform");
        that(
          exchange,
          isRight,
          "Cache-Control: no-store, no-transform.",
          "Cache-Control",
        );
        const [type = "", ...rest] = (exchange.headers.get("Content-Type") ?? "")
          .toLowerCase()
          .split(/\s*;\s*/);
        const expected = types[endpoint] ?? "application/json";
        that(exchange, type === expected, `Content-Type ${expected}.`, "Content-Type");
        const charset = rest.find((one) => one.startsWith("charset="));
        that(
          exchange,
          charset === undefined || /utf-?8/.test(charset),
          "charset=utf-8 or none.",
          "Content-Type",
        );
        const coding = exchange.headers.get("Content-Encoding");
        that(
          exchange,
          coding === null,
          `No Content-Encoding; it is ${coding}.`,
          "Content-Encoding",
        );
        const tag = exchange.headers.get("ETag");
        const known = tag
          ? await context.get(path, { headers: { "If-None-Match": tag } })
          : undefined;
        const stored = known?.headers.get("Cache-Control") ?? "no-store";
        that(
          exchange,
          isText || stored.includes("no-store"),
          "Cache-Control: no-store with 304.",
          "Cache-Control",
        );
      }
      const missing = await context.get("/no-such-thing");
      that(
        missing,
        (missing.headers.get("Cache-Control") ?? "no-store").includes("no-store"),
        "Cache-Control: no-store on a problem.",
        "Cache-Control",
      );
    },
  ),
  sendingRule(
    {
      id: "queries-ignored",
      title: "Members of the query and an Accept that are not known change nothing",
      section: requests,
      remedy: "Look at after and upTo alone.",
    },
    ["read"],
    async (context, that) => {
      const asked = (await readable(context)).flatMap(({ path }) =>
        [
          () => context.get(`${path}?fresh=7`),
          () => context.get(`${path}?fresh=8&no-such=1`),
          () => context.get(path, { headers: { Accept: "text/html" } }),
          () => context.get(path, { headers: { Origin: null } }),
        ].map((ask) => ({ path, ask })),
      );
      await eachAtOnce(asked, async ({ path, ask }) => {
        const found = await still(context, path, ask);
        if (!found) return;
        const { before, answer } = found;
        that(
          answer,
          answer.status === 200 && answer.text === before.text,
          "The same as without it.",
        );
      });
    },
  ),
  sendingRule(
    {
      id: "answers-stand",
      title: "The same is told again, under the same tag, while nothing changes",
      section: live,
      remedy: "Make tags and ids once, not for each answer; let no read count.",
    },
    ["read"],
    async (context, that) => {
      const { exchange: before } =
        (await readable(context)).find(({ endpoint }) => endpoint === "getPurposes") ??
        {};
      if (!before) return;
      await eachAtOnce(await readable(context), async ({ path }) => {
        let again = await Promise.all([context.get(path), context.get(path)]);
        for (
          let attempt = 0;
          attempt < 4 && again[0]?.text !== again[1]?.text;
          attempt += 1
        ) {
          again = await Promise.all([context.get(path), context.get(path)]);
        }
        const [one, two] = again;
        that(two, one.text === two.text, `The same as before: ${one.text.slice(0, 300)}`);
        const tags = [one, two].map(({ headers }) => headers.get("ETag"));
        that(
          two,
          tags[0] === tags[1] || one.text !== two.text,
          `ETag ${tags[0]}, as before.`,
          "ETag",
        );
      });
    },
  ),
  sendingRule(
    {
      id: "not-found-everywhere",
      title: "What there is not is not found, at every address and however it is written",
      section: requests,
      remedy:
        "Answer 404 not-found to every address that is not exactly one of the table.",
    },
    ["read"],
    async (context, that) => {
      const [first = { id: "x" }] = context.activities;
      const others = context.contract.policy.activities
        .filter(({ basis }) => basis !== "consent")
        .map(({ id }) => id);
      const names = [
        "no-such",
        "constructor",
        "__proto__",
        "toString",
        first.id.toUpperCase(),
        ...others,
      ];
      const paths = [
        ...names.flatMap((name) => [
          `/purposes/${name}/decision`,
          `/purposes/${name}/payload`,
        ]),
        ...["no-such", noSuchId, "__proto__"].flatMap((id) => [
          `/decisions/${id}/payload`,
          `/transmissions/${id}/body`,
          `/receipts/${id}`,
        ]),
        ...[
          "/purposes/",
          `/purposes/${first.id}`,
          `/purposes/${first.id}/decision/`,
          `/purposes/${first.id}/decision/more`,
          "/decisions/",
          "/purposes/%/decision",
          "/policy/texts/no-such",
        ],
      ];
      await eachAtOnce(paths, async (path) => {
        for (const method of ["GET", "HEAD"]) {
          const exchange = await context.send(method, path);
          that(exchange, true, "404");
          expectProblem(exchange, "not-found");
        }
      });
    },
  ),
  sendingRule(
    {
      id: "bad-cursors",
      title: "A cursor that no answer gave is malformed",
      section: "docs/panel-api.md#lists",
      remedy: "Answer 400 malformed-body to an after that you never gave.",
    },
    ["read"],
    async (context, that) => {
      await eachAtOnce(["/decisions", "/transmissions"], async (path) => {
        for (const cursor of ["x", "-1", "1.5", "%20", "1e3", "9".repeat(40)]) {
          const exchange = await context.get(`${path}?after=${cursor}`);
          that(exchange, true, "400");
          expectProblem(exchange, "malformed-body");
        }
      });
    },
  ),
  sendingRule(
    {
      id: "no-cors",
      title: "No answer lets another site read it, and none is asked before",
      section: "docs/panel-api.md#other-sites",
      remedy: "Send no Access-Control header, to nobody.",
    },
    ["read"],
    async (context, that) => {
      const foreign = { headers: { Origin: "https://attacker.invalid" } };
      const asked = [
        ...(await readAddresses(context)).map(({ path }) => path),
        "/no-such-thing",
        "/policy/texts/no-such",
      ];
      await eachAtOnce(asked, async (path) => {
        for (const exchange of [
          await context.get(path),
          await context.get(path, foreign),
          await context.send("OPTIONS", path, {
            headers: { ...foreign.headers, "Access-Control-Request-Method": "PUT" },
          }),
        ]) {
          const name = [...exchange.headers.keys()].find((one) =>
            one.startsWith("access-control-"),
          );
          that(exchange, name === undefined, `No ${name}.`, name);
        }
      });
    },
  ),
  sendingRule(
    {
      id: "hosts",
      title:
        "Only the panel's own host with its port is served, for every method and route",
      section: "docs/panel-api.md#other-sites",
      remedy:
        "Compare Host whole, in lower case, with the names that you are served under; 421 to all else, before anything else.",
    },
    ["read"],
    async (context, that) => {
      if (!context.canNameHost) return;
      const url = new URL((await context.get("/policy")).request.url);
      const port = url.protocol === "https:" ? "443" : "80";
      const foreign = [
        `${url.hostname}.attacker.invalid`,
        `attacker${url.hostname}`,
        `${url.hostname}:${Number(url.port || port) + 1}`,
        "attacker.invalid",
      ];
      const probe = "/purposes/no-such/decision";
      const first = await context.get("/purposes", { host: "attacker.invalid" });
      if (
        first.status !== 421 &&
        !(first.headers.get("Content-Type") ?? "").startsWith("application/")
      )
        return;
      for (const host of foreign) {
        for (const [method, path] of [
          ["GET", "/purposes"],
          ["GET", "/policy"],
          ["HEAD", "/decisions"],
          ...(context.write ? ([["DELETE", probe]] as const) : []),
        ] as const) {
          const exchange = await context.send(method, path, { host });
          that(exchange, true, "421");
          expectProblem(exchange, "host-not-served");
        }
        if (!context.write) continue;
        const both = await context.send("DELETE", probe, {
          host,
          headers: { "Sec-Fetch-Site": "cross-site" },
        });
        expectProblem(both, "host-not-served");
      }
      for (const host of [
        url.host.toUpperCase(),
        ...(url.port === "" ? [`${url.hostname}:${port}`] : []),
      ]) {
        const exchange = await context.get("/policy", { host });
        that(exchange, exchange.status === 200, `200, for ${host} is the panel's own.`);
      }
      const forwarded = await context.get("/policy", {
        headers: { "X-Forwarded-Host": "attacker.invalid" },
      });
      that(forwarded, forwarded.status === 200, "200, for Host alone counts.");
    },
  ),
];
