import { chmod, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decisionPath,
  prepareDecision,
  problemOf,
  startTestPanel,
  type TestPanel,
} from "../../test/support/startTestPanel.ts";
import { programViewer } from "./programViewer.ts";

const file = (panel: TestPanel) => join(panel.dataFolder, "token");

/** Asks as a program does. */
const ask = (panel: TestPanel, authorization: string, headers = {}) =>
  panel.send("GET", "/api/privacy/purposes", {
    headers: { Authorization: authorization, ...headers },
  });

describe("the token of a folder", () => {
  test("is made with the folder, is for its own user alone, and outlives a restart", async () => {
    const panel = await startTestPanel();
    const token = await readFile(file(panel), "utf8");
    await panel.restart();

    expect((await stat(file(panel))).mode & 0o777).toBe(0o600);
    expect(token).toMatch(/^[\w-]{43}\n$/);
    expect(await readFile(file(panel), "utf8")).toBe(token);
  });

  test("is made anew where somebody removed it, and the old one ends", async () => {
    const panel = await startTestPanel();
    const before = (await readFile(file(panel), "utf8")).trim();
    await rm(file(panel));
    await panel.restart();
    const after = (await readFile(file(panel), "utf8")).trim();

    expect(after).not.toBe(before);
    expect((await ask(panel, `Bearer ${before}`)).status).toBe(401);
    expect((await ask(panel, `Bearer ${after}`)).status).toBe(200);
  });

  test.each(["", "short\n", "two lines\nof a token"])(
    "that is %j ends the start, and is told to nobody",
    async (content) => {
      const panel = await startTestPanel();
      await panel.stop();
      await writeFile(file(panel), content);

      const start = panel.restart();

      await expect(start).rejects.toThrow(/The token for programs cannot be used\..*43/);
      await expect(start).rejects.not.toThrow(content.trim() || "nothing");
    },
  );
});

test("a program signs in as a viewer of its own, and decides under its name", async () => {
  const panel = await startTestPanel();
  const token = (await readFile(file(panel), "utf8")).trim();
  const purposes = JSON.parse((await ask(panel, `Bearer ${token}`)).text);
  const admin = await panel.signIn("admin");
  const { headers, body } = await prepareDecision(admin, "crash-reports", "refused");

  const answer = await panel.send("PUT", `/api/privacy${decisionPath("crash-reports")}`, {
    headers: {
      ...headers,
      Authorization: `Bearer ${token}`,
      Origin: new URL(panel.address()).origin,
      "Klartext-Via": "command",
    },
    body: JSON.stringify(body),
  });

  expect(purposes.viewer).toEqual({ id: "program", name: "Program", mayDecide: true });
  expect(JSON.parse(answer.text)).toMatchObject({
    status: "refused",
    via: "command",
    by: { id: "program", name: "Program" },
  });
});

test("the guards are the same for a program as for a person", async () => {
  const panel = await startTestPanel();
  const token = (await readFile(file(panel), "utf8")).trim();
  const withToken = { Authorization: `Bearer ${token}` };
  const path = `/api/privacy${decisionPath("crash-reports")}`;
  const withdraw = (headers: Record<string, string>) =>
    panel.send("DELETE", path, { headers: { ...withToken, ...headers } });

  expect(problemOf(await withdraw({}))).toBe("cross-site");
  expect(problemOf(await withdraw({ Origin: "https://other.example" }))).toBe(
    "cross-site",
  );
  expect(problemOf(await withdraw({ Host: "other.example" }))).toBe("host-not-served");
});

test("a token that is wrong is nobody's, whoever's session comes with it", async () => {
  const panel = await startTestPanel();
  const token = (await readFile(file(panel), "utf8")).trim();
  const { headers } = await panel.signIn("admin");
  const wrong = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;

  expect((await ask(panel, `Bearer ${wrong}`)).status).toBe(401);
  expect((await ask(panel, `Bearer ${wrong}`, headers)).status).toBe(401);
  expect((await ask(panel, "Bearer")).status).toBe(401);
  expect((await ask(panel, `Basic ${token}`)).status).toBe(401);
  expect((await ask(panel, "Basic eDp5", headers)).status).toBe(200);
});

test("no text but the token itself signs a program in", () => {
  const token = "t".repeat(43);

  fc.assert(
    fc.property(fc.string(), (given) => {
      fc.pre(given.trim() !== token);
      expect(programViewer(`Bearer ${given}`, token)).toBeUndefined();
      expect(programViewer(`Bearer ${given}`, undefined)).toBeUndefined();
    }),
  );
  expect(programViewer(`Bearer ${token}`, token)).toMatchObject({ id: "program" });
});

test("a token of the environment takes the place of the folder's", async () => {
  const token = "a".repeat(43);
  const panel = await startTestPanel({ config: { token } });

  expect((await ask(panel, `Bearer ${token}`)).status).toBe(200);
  await expect(chmod(file(panel), 0o600)).rejects.toThrow("ENOENT");
});
