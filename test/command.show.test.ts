import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { showDigest } from "../src/payload/showDigest.ts";
import { languages, liveConfigPolicy, policyText } from "../src/policy/index.ts";
import { startCommandPanel } from "./support/commandPanel.ts";
import { hasTerminal, runInTerminal } from "./support/runInTerminal.ts";
import { runKlartext } from "./support/runKlartext.ts";

/** Of bytes, as `openssl dgst -sha256 -binary | base64` prints it. */
const digestOf = (bytes: Uint8Array | string) =>
  createHash("sha256").update(bytes).digest("base64");

test("klartext show --bytes writes the bytes of the panel and nothing else", async () => {
  const { url, env, signIn } = await startCommandPanel();
  const admin = await signIn("admin");
  const { bytes } = await admin.send("GET", "/purposes/server-statistics/payload");

  const run = await runKlartext(["show", url(), "server-statistics", "--bytes"], { env });

  expect(run).toMatchObject({ status: 0, stderr: "" });
  expect(Buffer.from(run.bytes).equals(bytes)).toBe(true);
});

describe.each(languages)("klartext show --language %s", (language) => {
  test("tells the wording, the values with their sentence, the bytes and the digests", async () => {
    const { url, env } = await startCommandPanel();
    const shown = await runKlartext(
      ["show", url(), "server-statistics", "--language", language],
      { env },
    );
    const { bytes } = await runKlartext(["show", url(), "server-statistics", "--bytes"], {
      env,
    });
    const text = policyText(liveConfigPolicy(), language);
    const order = {
      de: [
        "# Datenschutz",
        "Linux-Distribution: Debian GNU/Linux 12\n      Name und Version der Linux-Distribution",
        "Dienste: nginx 1.22.1\n",
        Buffer.from(bytes).toString(),
        "Prüfsumme stimmt mit der des Panels überein",
        `--text ${digestOf(text)}`,
        `--payload ${digestOf(bytes)}`,
      ],
      en: [
        "# Privacy",
        "Linux distribution: Debian GNU/Linux 12\n      name and version of the Linux distribution",
        "Services: nginx 1.22.1\n",
        Buffer.from(bytes).toString(),
        "Checksum matches the panel’s",
        `--text ${digestOf(text)}`,
        `--payload ${digestOf(bytes)}`,
      ],
    }[language];

    expect(shown.status).toBe(0);
    const places = order.map((part) => shown.stdout.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

test("klartext show --json tells a program the same", async () => {
  const { url, env } = await startCommandPanel();
  const { stdout } = await runKlartext(["show", url(), "--json"], { env });
  const told = JSON.parse(stdout);
  const [, statistics] = told.purposes;
  const bytes = Buffer.from(statistics.payload.bytes, "base64");

  expect(told.policy).toMatchObject({ revision: "2025-07-24", comparison: "same" });
  expect(digestOf(told.policy.text)).toBe(showDigest(told.policy.textDigest));
  expect(JSON.parse(bytes.toString())).toMatchObject({ services: [{ name: "nginx" }] });
  expect(digestOf(bytes)).toBe(showDigest(statistics.payload.digest));
  expect(statistics.payload.values).toContainEqual({
    item: "services",
    label: "Services",
    said: "nginx 1.22.1",
    sentence: expect.stringContaining("services that LiveConfig® manages"),
  });
});

test("klartext show --bytes wants one purpose, and names those that there are", async () => {
  const { url, env } = await startCommandPanel();
  const run = await runKlartext(["show", url(), "--bytes"], { env });

  expect(run).toMatchObject({ status: 2, stdout: "" });
  expect(run.stderr).toContain("crash-reports, server-statistics");
});

test.skipIf(!hasTerminal)(
  "colours are for a terminal that wants them, and say nothing by themselves",
  async () => {
    const { url, env } = await startCommandPanel();
    const args = ["show", url(), "crash-reports"];
    const colored = await runInTerminal(args, { env });
    const plain = await runInTerminal(args, { env: { ...env, NO_COLOR: "1" } });

    expect(colored.raw).toContain("\u001b[1m");
    expect(plain.raw).not.toContain("\u001b[");
    expect(plain.screen).toBe(colored.screen);
    expect((await runKlartext(args, { env })).stdout).not.toContain("\u001b");
  },
);
