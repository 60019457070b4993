// Plain JavaScript: a Node that is too old for the panel cannot read its TypeScript.
import { readFileSync } from "node:fs";

const manifest = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
);
const wanted = manifest.engines.node.replace(">=", "");
const [major, minor] = wanted.split(".").map(Number);
const [runningMajor, runningMinor] = process.versions.node.split(".").map(Number);

if (runningMajor < major || (runningMajor === major && runningMinor < minor)) {
  console.error(
    `Klartext did not start. Node ${process.versions.node} cannot run it: it needs ${wanted} or later. Run npm ci, which brings one for Linux and Windows, or install a later Node from https://nodejs.org.`,
  );
  process.exitCode = 1;
}
