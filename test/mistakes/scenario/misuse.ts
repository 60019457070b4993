import {
  type Ask,
  auditor,
  decisionOf,
  nobody,
  otherDigest,
  type Prepared,
  payloadOf,
  prepare,
  purposes,
} from "./ask.ts";

const origin = "http://panel.test";
const large = " ".repeat(1024 * 1024);

/** What comes from elsewhere, or under another name. */
export async function strangers(ask: Ask): Promise<void> {
  const path = decisionOf("crash-reports");
  const hosts = ["attacker.invalid", "panel.test.attacker.invalid", "attackerpanel.test"];
  for (const Host of [...hosts, "panel.test:8080", "PANEL.test", "panel.test:80"]) {
    await ask("GET", "/purposes", { Host });
    await ask("GET", "/policy", { Host });
    await ask("DELETE", path, { Host });
    await ask("DELETE", path, { Host, "Sec-Fetch-Site": "cross-site" });
  }
  await ask("GET", "/purposes", { "X-Forwarded-Host": "attacker.invalid" });
  await ask("GET", "/purposes", { Origin: "https://attacker.invalid" });
  await ask("GET", "/purposes", { Origin: null });
  await ask("OPTIONS", path, { Origin: "https://attacker.invalid" });
}

/** Every request that must be turned down, and changes nothing. */
export async function misuse(ask: Ask, id: string): Promise<void> {
  const path = decisionOf(id);
  const granted = await prepare(ask, id, "granted");
  const refused = await prepare(ask, id, "refused");
  const { tag } = granted;
  const put = (body: unknown, headers: Readonly<Record<string, string | null>> = {}) =>
    ask(
      "PUT",
      path,
      { "If-Match": tag, ...headers },
      typeof body === "string" ? body : JSON.stringify(body),
    );
  await fromElsewhere(ask, id, granted.body, tag);
  for (const { body } of [granted, refused]) {
    for (const given of [
      null,
      '"stale"',
      "*",
      `"${tag.replaceAll('"', "")}9"`,
      '"0"',
      '"99"',
    ]) {
      await put(body, { "If-Match": given });
    }
    for (const change of malformed) await put({ ...body, ...change });
    const { decision: _decision, ...incomplete } = body;
    await put(incomplete);
    for (const headers of [nobody, auditor]) {
      await put(body, headers);
      await put("{", headers);
      await put("{", { ...headers, "Content-Type": "text/plain" });
      await ask("POST", path, { "If-Match": tag, ...headers }, JSON.stringify(body));
    }
    for (const type of types) await put(body, { "Content-Type": type });
  }
  const { payloadDigest: _digest, ...without } = granted.body;
  for (const body of [
    "",
    "{",
    "null",
    "[]",
    large,
    JSON.stringify([refused.body]),
    without,
    { ...without, seen: "kinds" },
  ])
    await put(body);
  await put(JSON.stringify(refused.body) + large, { "If-Match": '"stale"' });
  await put(new TextDecoder().decode(new Uint8Array([123, 255, 125])));
  for (const change of [
    { textDigest: otherDigest },
    { revision: "other" },
    { language: "en" },
    { payloadDigest: otherDigest },
  ]) {
    await put({ ...granted.body, ...change });
    await ask(
      "POST",
      path,
      { "If-Match": tag },
      JSON.stringify({ ...granted.body, ...change }),
    );
  }
  await faultsTogether(ask, id, granted);
  const both = { ...granted.body, textDigest: otherDigest, payloadDigest: otherDigest };
  for (const given of [null, '"stale"', tag]) await put(both, { "If-Match": given });
  await put(refused.body, { "If-Match": '"stale"' });
  for (const purpose of ["no-such", "constructor", "license", "CRASH-REPORTS"]) {
    await ask("GET", decisionOf(purpose));
    await ask("HEAD", payloadOf(purpose));
    await ask("GET", decisionOf(purpose), nobody);
    for (const headers of [
      {},
      nobody,
      auditor,
      { Origin: null },
      { "Content-Type": "text/plain" },
    ]) {
      await ask("PUT", decisionOf(purpose), headers, "{}");
      await ask("POST", decisionOf(purpose), headers, "{}");
    }
  }
  const none = "00000000-0000-4000-9000-000000000000";
  const unknown = [
    "/no-such",
    "/policy/texts/no-such",
    `/decisions/${none}/payload`,
    `/receipts/${none}`,
    `/transmissions/${none}/body`,
    "/receipts/no-such",
    "/purposes/%/decision",
  ];
  for (const one of unknown) {
    await ask("GET", one);
    await ask("HEAD", one);
    await ask("GET", one, nobody);
  }
  for (const list of ["/purposes", "/decisions", "/transmissions", "/policy"]) {
    for (const method of ["PUT", "POST", "PATCH"]) await ask(method, list, {}, "{}");
    if (list !== "/purposes") await ask("DELETE", list);
  }
  await ask("PUT", payloadOf(id), {}, "{}");
  await ask("GET", "/people/nobody/name");
  for (const headers of [nobody, auditor, { Origin: null }])
    await ask("DELETE", "/people/nobody/name", headers);
}

const malformed = [
  { more: 1 },
  { payloadDigest: otherDigest, more: 1 },
  { language: "fr" },
  { language: "de-AT" },
  { textDigest: "none" },
  { revision: "no such" },
  { revision: "x".repeat(101) },
  { seen: "kinds" },
  { seen: "bytes" },
  { decision: "GRANTED" },
  { decision: "withdrawn" },
];

const types = [
  "text/plain",
  "application/x-www-form-urlencoded",
  "application/json-patch+json",
  "text/plain; a=application/json",
  "",
];

/** Writes that no page of the panel sent. */
async function fromElsewhere(
  ask: Ask,
  id: string,
  grant: unknown,
  tag: string,
): Promise<void> {
  const path = decisionOf(id);
  const sites: readonly Readonly<Record<string, string | null>>[] = [
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-site" },
    { "Sec-Fetch-Site": "none" },
    { "Sec-Fetch-Site": "other" },
    { Origin: null },
    { Origin: null, Referer: `${origin}/page` },
    ...[
      "null",
      `${origin}.attacker.invalid`,
      "http://attackerpanel.test",
      `${origin}:8080`,
      "https://panel.test",
      "http://a.panel.test",
    ].map((one) => ({ Origin: one })),
  ];
  for (const headers of sites) {
    await ask("PUT", path, { "If-Match": tag, ...headers }, JSON.stringify(grant));
    await ask("POST", path, { "If-Match": tag, ...headers }, "{");
    await ask("DELETE", path, headers);
    await ask("DELETE", path, { ...headers, ...nobody });
    await ask("DELETE", "/people/nobody/name", headers);
  }
  for (const headers of [nobody, auditor]) {
    await ask("DELETE", path, headers);
    await ask(
      "POST",
      path,
      { ...headers, "Content-Type": "text/plain" },
      '{"decision":"withdrawn"}',
    );
  }
  await ask("POST", path, { "Content-Type": "text/plain" }, '{"decision":"withdrawn"}');
  await ask("POST", path, {}, '{"decision":"withdrawn","more":1}');
  await ask("POST", path, {}, JSON.stringify(grant));
  await ask("POST", path, { "If-Match": '"stale"' }, JSON.stringify(grant));
  await ask("POST", path, {}, large);
}

/** Requests in which more than one thing is wrong. */
async function faultsTogether(
  ask: Ask,
  id: string,
  { body, tag }: Prepared,
): Promise<void> {
  const path = decisionOf(id);
  const plain = { "Content-Type": "text/plain" };
  for (const given of [{}, { "If-Match": '"98"' }]) {
    await ask("PUT", path, given, "{");
    await ask("PUT", path, { ...given, ...plain }, "{");
    await ask("PUT", path, { ...given, ...plain }, large);
    await ask("PUT", path, { ...given, ...nobody }, large);
  }
  for (const purpose of purposes) {
    const payloadDigest = (await ask("GET", payloadOf(purpose))).headers.get(
      "Repr-Digest",
    );
    if (purpose === id) continue;
    const sent = JSON.stringify({ ...body, payloadDigest });
    await ask("PUT", path, { "If-Match": tag }, sent);
  }
  const { payloadDigest } = JSON.parse((await ask("GET", path)).text);
  if (payloadDigest === null || payloadDigest === body.payloadDigest) return;
  const sent = JSON.stringify({ ...body, payloadDigest });
  await ask("PUT", path, { "If-Match": tag }, sent);
}
