import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { startCommandPanel } from "./support/commandPanel.ts";
import { makeFolder } from "./support/folder.ts";
import { runKlartext } from "./support/runKlartext.ts";
import { serveFake } from "./support/serveFake.ts";

const secret = "s3cret-that-nobody-may-read";

describe("the token", () => {
  test.each([
    ["status", "/api/privacy"],
    ["show", "/api/privacy", "--json"],
    ["grant", "/api/privacy", "crash-reports"],
    ["status", "/nowhere"],
  ])("stands in no argument and in no output of %s %s", async (name, path, ...rest) => {
    const panel = await startCommandPanel();
    const file = panel.env.KLARTEXT_TOKEN_FILE;
    const token = (await readFile(file, "utf8")).trim();
    const args = [name, `${panel.address()}${path}`, ...rest, "--token-file", file];
    let argv: Promise<string> | undefined;
    const { stdout, stderr } = await runKlartext(args, {
      onStart: (pid) => {
        argv = readFile(`/proc/${pid}/cmdline`, "utf8");
      },
    });

    expect(await argv).toContain("--token-file");
    expect(`${await argv}${stdout}${stderr}`).not.toContain(token);
  });

  test("is sent to the panel alone, as a bearer, with the origin of the URL", async () => {
    const folder = await makeFolder({ token: `${secret}\n` });
    const panel = await serveFake();

    await runKlartext(["status", panel.baseUrl], {
      env: { KLARTEXT_TOKEN_FILE: join(folder, "token") },
    });

    expect(panel.requests.length).toBeGreaterThan(0);
    for (const { headers } of panel.requests) {
      expect(headers.get("Authorization")).toBe(`Bearer ${secret}`);
      expect(headers.get("Origin")).toBe(new URL(panel.baseUrl).origin);
    }
  });
});

describe("a file that cannot be used is named, and nothing of what is in it is told", () => {
  test.each([
    ["--token-file", `${secret} and more`, "holds no token"],
    ["--token-file", `${secret}\n${secret}`, "holds no token"],
    ["--header-file", `X-A: 1\n${secret}`, "Line 2 of"],
    ["--header-file", `Bad Name ${secret}: x`, "Line 1 of"],
    ["--header-file", `X-A: ${secret}€`, "Line 1 of"],
  ])("%s %j", async (option, content, sentence) => {
    const folder = await makeFolder({ file: content });
    const file = join(folder, "file");
    const run = await runKlartext(["status", "http://127.0.0.1:1/api", option, file]);

    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain(sentence);
    expect(run.stderr).toContain(file);
    expect(run.stderr).not.toContain(secret);
  });

  test("nor of a URL with a password, nor of what stands behind an unknown option", async () => {
    const url = await runKlartext(["status", `https://me:${secret}@panel.example/api`]);
    const option = await runKlartext([
      "status",
      "https://a.example",
      `--token=${secret}`,
    ]);

    expect([url.status, option.status]).toEqual([2, 2]);
    expect(option.stderr).toContain("There is no option --token.");
    expect(url.stderr + option.stderr).not.toContain(secret);
  });
});

test("headers of the host go with each request, comments and empty lines do not", async () => {
  const content = "# a session\n\nX-One: 1\nX-Two: a: b\n";
  const folder = await makeFolder({ headers: content });
  const panel = await serveFake();

  await runKlartext(["status", panel.baseUrl, "--header-file", `${folder}/headers`]);

  expect(panel.requests.length).toBeGreaterThan(0);
  for (const { headers } of panel.requests) {
    expect([headers.get("X-One"), headers.get("X-Two")]).toEqual(["1", "a: b"]);
  }
});
