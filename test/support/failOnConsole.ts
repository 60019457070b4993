import { format } from "node:util";
import { afterEach } from "vitest";

// Vitest setup file. A test that provokes a message on purpose expects it:
//   const error = vi.spyOn(console, "error").mockImplementation(() => {});
const unexpected: string[] = [];

for (const level of ["error", "warn"] as const) {
  console[level] = (...message: unknown[]) => {
    unexpected.push(`console.${level}: ${format(...message)}`);
  };
}

afterEach(() => {
  const messages = unexpected.splice(0);
  if (messages.length > 0) {
    throw new Error(`The test wrote to the console.\n${messages.join("\n")}`);
  }
});
