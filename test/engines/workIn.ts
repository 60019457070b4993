import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDebianRoot } from "../support/debianRoot.ts";
import { startPanelProcess } from "../support/panelProcess.ts";
import type { Looks } from "./browsers/looks.ts";
import type { Engine } from "./browsers/tab.ts";
import { type Outcome, tellOutcomes } from "./outcomes.ts";
import { personIn } from "./person.ts";
import { notHere, tasks } from "./tasks.ts";

const pictures = join(import.meta.dirname, "../../test-results/engines");
const widths = [360, 1280] as const;

/** Has a person do all tasks in one engine: in each look, at both widths. */
export function workIn(
  name: string,
  open: (looks: Looks) => Promise<Engine>,
  looks: Readonly<Record<string, Looks>>,
): void {
  const outcomes = new Map<string, Map<string, Outcome>>();
  let version = name;

  describe.each(Object.entries(looks))("%s", (look, looks) => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await open(looks);
      version = engine.version;
      await mkdir(pictures, { recursive: true });
    });
    afterAll(() => engine?.close());

    describe.each(widths)("%i px", (width) => {
      test.each(tasks)("$name", async ({ name: task, run }) => {
        const row = outcomes.get(task) ?? new Map<string, Outcome>();
        outcomes.set(task, row);
        const column = `${look}, ${width} px`;
        row.set(column, "failed");
        const root = await createDebianRoot("1.22.1-9");
        const panel = await startPanelProcess({ KLARTEXT_SYSTEM_ROOT: root.folder });
        const tab = await engine.open();
        try {
          // A window may refuse to be as narrow as that.
          expect(await tab.resize(width)).toBeLessThanOrEqual(Math.max(width, 450));
          const outcome = await run({ person: personIn(tab), panel, root });
          row.set(column, outcome === notHere ? "not here" : "done");
        } finally {
          const file = `${name}-${look}-${width}-${task.replaceAll(/\W+/g, "-")}.png`;
          await tab.picture(join(pictures, file)).catch(() => {});
          await tab.close();
          await panel.remove();
          await root.remove();
        }
      });
    });
  });

  afterAll(() => tellOutcomes(version, outcomes));
}
