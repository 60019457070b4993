import { expect, test, vi } from "vitest";

test("what a machine tells every panel is not told to the panels of the tests", async () => {
  vi.stubEnv("DO_NOT_TRACK", "1");
  vi.stubEnv("KLARTEXT_ORIGIN", "https://panel.example");
  vi.stubEnv("KLARTEXT_POLICY_REVISION", "bare");
  vi.stubEnv("KLARTEXT_DEEP", "0");
  vi.resetModules();

  await import("../vitest.config.ts");

  expect(process.env).not.toHaveProperty("DO_NOT_TRACK");
  expect(process.env).not.toHaveProperty("KLARTEXT_ORIGIN");
  expect(process.env).not.toHaveProperty("KLARTEXT_POLICY_REVISION");
  expect(process.env).toHaveProperty("KLARTEXT_DEEP", "0");
}, 60_000);
