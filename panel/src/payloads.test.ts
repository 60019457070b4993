import { describe, expect, test } from "vitest";
import { readPayload } from "../../src/payload/index.ts";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import { consentActivities, nilUuid } from "../../src/policy/index.ts";
import {
  debian,
  decide,
  type FileTree,
  problemOf,
  startTestPanel,
} from "../../test/support/startTestPanel.ts";
import { hostileTexts } from "./system/testing/hostileFileTexts.ts";
import { listing, standInRpm } from "./system/testing/standInRpm.ts";

const referencePolicy = policyInForce("2025-07-24");

async function payloadOf(purpose: string, tree?: FileTree) {
  const panel = await startTestPanel(tree ? { tree } : {});
  const person = await panel.signIn("auditor");
  return person.send("GET", `/purposes/${purpose}/payload`);
}

const arch: FileTree = {
  "/etc/os-release": 'NAME="Arch Linux"\nBUILD_ID=rolling\n',
  "/var/lib/pacman/local/nginx/desc": "%NAME%\nnginx\n\n%VERSION%\n1:1.26.2-1\n\n",
};

const rocky: FileTree = {
  "/etc/os-release": 'NAME="Rocky Linux"\nID="rocky"\nVERSION_ID="9.5"\nID_LIKE="rhel"\n',
  "/var/lib/rpm/rpmdb.sqlite": "httpd\t2.4.62\nbash\t5.1.8\nevil\t1.0\n",
};

describe("the statistics of a machine", () => {
  test("are these bytes", async () => {
    const tree = debian({
      "postgresql-15": "15.8-0+deb12u1",
      nginx: "1.22.1-9+deb12u1",
      mutt: "2.2.9-1",
    });

    expect((await payloadOf("server-statistics", tree)).text).toMatchInlineSnapshot(`
      "{
        "id": "00000000-0000-0000-0000-000000000000",
        "distribution": {
          "name": "Debian GNU/Linux",
          "version": "12"
        },
        "version": "0.1.0",
        "services": [
          {
            "name": "nginx",
            "version": "1.22.1"
          },
          {
            "name": "postgresql",
            "version": "15.8"
          }
        ]
      }
      "
    `);
  });

  test("have no version for a distribution that has none", async () => {
    const { text } = await payloadOf("server-statistics", arch);

    expect(JSON.parse(text)).toMatchObject({
      distribution: { name: "Arch Linux", version: null },
      services: [{ name: "nginx", version: "1.26.2" }],
    });
  });

  test("name services by what rpm says of a machine of its own", async () => {
    await standInRpm(listing);
    const { text } = await payloadOf("server-statistics", rocky);

    expect(JSON.parse(text)).toMatchObject({
      distribution: { name: "Rocky Linux", version: "9.5" },
      services: [{ name: "apache", version: "2.4.62" }],
    });
  });

  test("have an empty list where there is no service", async () => {
    const { text } = await payloadOf("server-statistics", debian({}));

    expect(JSON.parse(text).services).toEqual([]);
  });

  test.each(hostileTexts)("tell nothing of %j, wherever it stands", async (hostile) => {
    const tree = {
      ...debian({ [hostile]: "1.0-1", nginx: hostile, postfix: "3.7.11-1" }),
      "/etc/os-release": `NAME="${hostile}"\nVERSION_ID="12"\n`,
    };
    const { bytes, text } = await payloadOf("server-statistics", tree);
    const [, activity] = consentActivities(referencePolicy);
    const read = activity && readPayload(bytes, activity.schema);
    const places = read?.status === "readable" ? read.places : [];

    expect(places.length).toBeGreaterThan(3);
    expect(places.filter(({ status }) => status !== "disclosed")).toEqual([]);
    expect(text).not.toMatch(/\\u|evil/);
    const { services } = JSON.parse(text);
    expect(JSON.stringify(services)).toMatch(/^[ -~]*$/);
    for (const { name } of services) expect(["nginx", "postfix"]).toContain(name);
  });
});

describe("a machine that cannot be described", () => {
  const unknown: FileTree = { "/etc/os-release": "NAME=Other\n" };

  test("has no statistics, rather than empty ones", async () => {
    const answer = await payloadOf("server-statistics", unknown);

    expect([answer.status, problemOf(answer)]).toEqual([503, "not-available-here"]);
  });

  test("says that rpm is missing, and what to do", async () => {
    await standInRpm(null);
    const answer = await payloadOf("server-statistics", rocky);

    expect([answer.status, problemOf(answer)]).toEqual([503, "not-available-here"]);
    expect(JSON.parse(answer.text).detail).toMatch(/no rpm command .* Install rpm/);
  });

  test("says nothing of what rpm prints of its errors", async () => {
    await standInRpm('echo "error: /home/jane/rpmdb.sqlite" >&2; exit 1');
    const answer = await payloadOf("server-statistics", rocky);

    expect([answer.status, problemOf(answer)]).toEqual([503, "not-available-here"]);
    expect(answer.text).not.toContain("jane");
  });

  test("cannot be agreed to, and can be refused", async () => {
    const panel = await startTestPanel({ tree: unknown });
    const person = await panel.signIn("admin");
    const { texts } = JSON.parse((await person.send("GET", "/policy")).text);
    const at = "/purposes/server-statistics/decision";
    const grant = await person.send("PUT", at, {
      headers: { "Content-Type": "application/json", "If-Match": '"0"' },
      body: JSON.stringify({
        decision: "granted",
        revision: referencePolicy.revision.id,
        language: "de",
        textDigest: texts.de.digest,
        payloadDigest: `sha-256=:${"A".repeat(43)}=:`,
      }),
    });

    expect(problemOf(grant)).toBe("not-available-here");
    expect((await decide(person, "server-statistics", "refused")).status).toBe(200);
  });

  test("has a crash report all the same", async () => {
    expect((await payloadOf("crash-reports", unknown)).status).toBe(200);
  });
});

test.each(consentActivities(referencePolicy))(
  "each value of $id is disclosed by an item, and none is missing",
  async ({ id, schema, items }) => {
    const { bytes, text } = await payloadOf(id);
    const read = readPayload(bytes, schema);
    const places = read.status === "readable" ? read.places : [];

    expect(read).toMatchObject({ status: "readable", text });
    expect(places.filter(({ status }) => status !== "disclosed")).toEqual([]);
    expect(new Set(places.map(({ item }) => item))).toEqual(new Set(Object.keys(items)));
  },
);

test("the sample of a crash report holds what a crash would, and no pseudonym", async () => {
  const { text } = await payloadOf("crash-reports");
  const report = JSON.parse(text);

  expect(Object.keys(report)).toEqual(["version", "libraries", "stackTrace"]);
  expect(report.libraries).toContainEqual({
    name: "openssl",
    version: process.versions.openssl,
  });
  expect(text).not.toContain(nilUuid);
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
});
