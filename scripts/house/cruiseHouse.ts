import { cruise, type ICruiseResult } from "dependency-cruiser";
import { importRules } from "./importRules.ts";

/** The folders whose imports are read. */
const folders = [
  "src",
  "panel/src",
  "panel/page",
  "panel/build",
  "scripts",
  "test",
  ".storybook",
];

/**
 * Reads every import below a root, those of types alone too, and holds them against the rules.
 *
 * @param root Absolute; the project's own, or that of a test.
 */
export async function cruiseHouse(
  root: string,
  places: readonly string[] = folders,
): Promise<ICruiseResult> {
  const { output } = await cruise(
    [...places],
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: importRules() },
      // Types are imports too: a circle of them is one for whoever reads.
      tsPreCompilationDeps: true,
      doNotFollow: { path: "(^|/)node_modules/" },
      // Hosts that are installed by themselves, and what is built.
      exclude: { path: "^(dist|panel/dist|test/hosts/[^/]+/)" },
    },
    {
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json", ".css"],
      conditionNames: ["types", "import", "node", "default"],
      exportsFields: ["exports"],
    },
  );
  if (typeof output === "string") throw new Error("The result came as text.");
  return output;
}
