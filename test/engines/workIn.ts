import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDebianRoot } from "../support/debianRoot.ts";
import { startPanelProcess } from "../support/panelProcess.ts";
import type { Looks } from "./browsers/looks.ts";
import type { Engine, Tab } from "./browsers/tab.ts";
import { type Outcome, tellOutcomes } from "./outcomes.ts";
import { personIn } from "./person.ts";
import { notHere, tasks } from "./tasks.ts";
import { decideInOneOfTwo } from "./twoElements.ts";

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
      /** Does one task in a tab of its own, and notes what became of it. */
      const work = async (task: string, run: (tab: Tab) => Promise<unknown>) => {
        const row = outcomes.get(task) ?? new Map<string, Outcome>();
        outcomes.set(task, row);
        const column = `${look}, ${width} px`;
        row.set(column, "failed");
        const tab = await engine.open();
        try {
          // A window may refuse to be as narrow as that.
          expect(await tab.resize(width)).toBeLessThanOrEqual(Math.max(width, 450));
          const outcome = await run(tab);
          row.set(column, outcome === notHere ? "not here" : "done");
        } finally {
          const file = `${name}-${look}-${width}-${task}`.replaceAll(/\W+/g, "-");
          await tab.picture(join(pictures, `${file}.png`)).catch(() => {});
          await tab.close();
        }
      };

      test.each(tasks)("$name", async ({ name: task, run }) => {
        const root = await createDebianRoot("1.22.1-9");
        const panel = await startPanelProcess({ KLARTEXT_SYSTEM_ROOT: root.folder });
        try {
          await work(task, (tab) => run({ person: personIn(tab), panel, root }));
        } finally {
          await panel.remove();
          await root.remove();
        }
      });

      test("two elements on a page", () =>
        work("two elements on a page", (tab) => decideInOneOfTwo(personIn(tab))));
    });
  });

  afterAll(() => tellOutcomes(version, outcomes));
}
