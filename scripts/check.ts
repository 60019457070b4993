import { parts, selectParts } from "./check/parts.ts";
import { printResults, sentence, sum } from "./check/printResults.ts";
import { type Result, runPart } from "./check/runPart.ts";

const usage = `Usage: node scripts/check.ts [part …] [--deep]

Runs every part, or those named, and counts what passed and failed.
  --deep   more cases in property tests, and the parts that take their time`;

const words = process.argv.slice(2);
const isDeep = words.includes("--deep");
const named = words.filter((word) => word !== "--deep");
const unknown = named.filter((word) => !parts.some(({ name }) => name === word));

if (unknown.length > 0) {
  console.error(`${usage}\n\nNo such part: ${unknown.join(", ")}`);
  console.error(`Parts: ${parts.map(({ name }) => name).join(", ")}`);
  process.exitCode = 2;
} else {
  const waiting = [...selectParts(named, isDeep)];
  // Half of the time a part waits for a browser, a process or a clock. What is deep has the
  // machine to itself.
  const lanes = isDeep ? 1 : Math.min(2, waiting.length);
  const results: Result[] = [];

  const work = async (): Promise<void> => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      console.log(`── ${part.name} begins`);
      const result = await runPart(part, { isDeep, isLive: lanes === 1 });
      console.log(
        `── ${part.name}: ${sentence(result)} in ${result.seconds.toFixed(1)} s\n`,
      );
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));

  const total = sum(results);
  printResults(results, total);
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
}
