import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { startTestVendor } from "../../panel/src/vendor/testing/startTestVendor.ts";
import { fetchAnyHost } from "../../src/cli/fetchAnyHost.ts";
import { liveConfigPolicy } from "../../src/policy/index.ts";
import { runSuite } from "../../src/testing/index.ts";
import type { Vector } from "../../src/testing/kit/vectors.ts";
import { giveConsent } from "../../src/testing/suite/deciding/giveConsent.ts";
import { withdrawConsent } from "../../src/testing/suite/deciding/withdrawConsent.ts";
import { createSuiteContext } from "../../src/testing/suite/index.ts";
import { readPurpose } from "../../src/testing/suite/panelReading.ts";
import {
  assertInstalled,
  type LanguagePanel,
  prepare,
  sessions,
  startLanguagePanel,
} from "../support/languagePanel.ts";
import { playable, playOn, vectorOrigin } from "../support/playVectors.ts";

const policy = liveConfigPolicy();
const who = {
  headers: { Cookie: sessions.deciding },
  readOnlyHeaders: { Cookie: sessions.looking },
};

/** What each panel of the documentation has to keep. */
export async function describePanel(panel: LanguagePanel): Promise<void> {
  await assertInstalled(panel);

  describe(`the panel in ${panel.name}`, { timeout: 120_000 }, () => {
    test("keeps every rule of the contract", async () => {
      const { baseUrl, said } = await startLanguagePanel(panel);

      const report = await runSuite({
        ...{ ...who, baseUrl, policy, fetchAnyHost, write: true },
      });

      expect(report.results.filter(({ outcome }) => outcome === "fail")).toEqual([]);
      // A machine with much to do is slow, and no reason to fail.
      expect(report.findings.filter(({ kind }) => kind !== "slow")).toEqual([]);
      expect(report.passed).toBeGreaterThan(60);
      // PHP itself warns of a form without a boundary, which the suite sends.
      const warned = said().replaceAll(/.*Missing boundary in multipart.*\n/g, "");
      expect(warned).not.toMatch(/Traceback|Stack trace|Warning/);
    });

    test("sends a vendor what was shown, and has it erased", async () => {
      const vendor = await startTestVendor();
      const { baseUrl, tick, crash, folder } = await startLanguagePanel(panel, vendor);
      const context = createSuiteContext({ ...who, baseUrl, policy });
      const state = async (purpose: string) =>
        (await readPurpose(context, purpose)).activity;

      await giveConsent(context, "server-statistics");
      await giveConsent(context, "crash-reports");
      const { pseudonym } = await state("server-statistics");
      await crash();
      for (const purpose of ["server-statistics", "crash-reports"]) {
        await vi.waitUntil(
          async () => {
            await tick();
            return (await state(purpose)).lastSentAt !== null;
          },
          { timeout: 30_000, interval: 200 },
        );
      }
      await withdrawConsent(context, "server-statistics");
      await vi.waitUntil(
        async () => {
          await tick();
          return (await state("server-statistics")).deletions[0]?.state === "confirmed";
        },
        { timeout: 30_000, interval: 200 },
      );

      const { deletions, nextAt } = await state("server-statistics");
      expect(deletions).toMatchObject([{ state: "confirmed", deleted: 1 }]);
      expect(nextAt).toBe(null);
      expect(pseudonym).toMatch(/^[0-9a-f-]{36}$/);
      const files = globSync("panel.sqlite*", { cwd: folder }).map((name) =>
        readFileSync(join(folder, name), "latin1"),
      );
      expect(files.join("\n")).not.toContain(pseudonym);
    });

    test("answers as the core does in every state", async () => {
      const prepared = await prepare();
      const file = join(prepared.folder, "kit/vectors.json");
      const vectors = playable(JSON.parse(readFileSync(file, "utf8")));
      // What changes something wants a panel of its own.
      const groups = Map.groupBy(vectors, (one) =>
        changesNothing(one) ? JSON.stringify(one.before) : one.id,
      );

      for (const [index, group] of [...groups.values()].entries()) {
        const env = {
          ...prepared.env,
          ...{
            PANEL_DATA: join(prepared.folder, `${index}.sqlite`),
            PANEL_ORIGIN: vectorOrigin,
          },
        };
        const started = await startLanguagePanel(panel, undefined, { ...prepared, env });
        await playOn(started.baseUrl, group);
        await started.stop();
      }

      expect(vectors.length).toBeGreaterThan(150);
    });

    test("makes the bytes that the serializer's vectors have", async () => {
      const { env, folder } = await prepare();
      const file = join(folder, "kit/serializer.json");
      const { vectors } = JSON.parse(readFileSync(file, "utf8")) as {
        readonly vectors: readonly { readonly of: string; readonly digest: string }[];
      };

      const { stdout } = await promisify(execFile)(
        panel.program,
        [...panel.serialize, file],
        { env },
      );

      expect(JSON.parse(stdout)).toEqual(vectors.map(({ digest }) => digest));
    });
  });
}

function changesNothing({ state, stateAfter }: Vector): boolean {
  return JSON.stringify(state) === JSON.stringify(stateAfter);
}
