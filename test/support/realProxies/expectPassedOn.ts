import { expect } from "vitest";
import { signIn } from "../signIn.ts";
import {
  problemOf,
  send,
  type TestAnswer,
  type TestPerson,
  type TestRequest,
} from "../startTestPanel.ts";
import type { BehindProxy } from "./startBehind.ts";

/** The headers of an answer that a page goes by. */
const telling = [
  ...["age", "cache-control", "content-encoding", "content-type", "etag"],
  ...["klartext-payload", "location", "repr-digest", "www-authenticate"],
];

/** Whatever a proxy may be tempted to answer otherwise: body, tag, 304, refusal, error. */
const asked: readonly (readonly [method: string, path: string, request?: TestRequest])[] =
  [
    ["GET", "/policy"],
    ["GET", "/policy?fresh=1"],
    ["GET", "/policy"],
    ["GET", "/purposes/server-statistics/payload"],
    ["GET", "/purposes/server-statistics/decision"],
    [
      "GET",
      "/purposes/server-statistics/decision",
      // What decideThrough leaves.
      { headers: { "If-None-Match": '"2"' } },
    ],
    ["GET", "/purposes", { headers: { Cookie: "" } }],
    ["GET", "/nothing"],
    [
      "DELETE",
      "/purposes/server-statistics/decision",
      { headers: { "Sec-Fetch-Site": "cross-site" } },
    ],
    ["PUT", "/purposes/nothing/decision", { body: "{}" }],
    ["POST", "/purposes/nothing/decision", { body: "{}" }],
  ];

/** A panel's answers, and no others, come through a proxy, each as the panel gave it. */
export async function expectPassedOn({
  origin,
  panel,
}: Pick<BehindProxy, "origin" | "panel">): Promise<void> {
  const admin = await signIn(panel.address, "admin");
  expect(await answersThrough(origin, admin)).toEqual(
    await answersThrough(panel.address, admin),
  );
}

/** Who names the panel otherwise, as at DNS rebinding, is turned down by the panel itself. */
export async function expectOtherHostsTurnedDown({
  origin,
}: Pick<BehindProxy, "origin">): Promise<void> {
  const headers = { Host: "attacker.invalid" };
  const answer = await send(origin, "GET", "/api/privacy/policy", { headers });
  expect(problemOf(answer)).toBe("host-not-served");
}

/** What a panel answers at this address, but for what differs each time. */
async function answersThrough(
  address: string,
  person: TestPerson,
): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const [method, path, { headers, body } = {}] of asked) {
    const answer = await send(address, method, `/api/privacy${path}`, {
      headers: {
        ...person.headers,
        // The Core Rule Set turns a client down without these.
        Accept: "*/*",
        "User-Agent": "klartext",
        "Accept-Encoding": "gzip, br",
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    answers.push(`${method} ${path}\n${describe(answer)}`);
  }
  return answers;
}

function describe({ status, headers, text }: TestAnswer): string {
  // Varnish gives its age to every answer.
  const { age, ...others } = headers;
  const found = age === "0" ? others : headers;
  const told = telling.map((name) => `${name}: ${found[name] ?? ""}`);
  const same = text.replace(/urn:uuid:[0-9a-f-]+/, "urn:uuid:…");
  return [status, ...told, same].join("\n");
}
