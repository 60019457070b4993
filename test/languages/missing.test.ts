import { expect, test, vi } from "vitest";
import { isThere, type LanguagePanel } from "../support/languagePanel.ts";

const unknown: LanguagePanel = {
  name: "Unknown",
  program: "no-such-program",
  packages: "no-such-package",
  ...{ probe: [], serve: () => [], listens: /./, crash: [], serialize: [] },
};

test("a language that is missing is passed over, unless its tests are asked for by name", async () => {
  vi.stubEnv("KLARTEXT_LANGUAGES", undefined);
  expect(await isThere(unknown)).toBe(false);

  vi.stubEnv("KLARTEXT_LANGUAGES", "required");
  await expect(isThere(unknown)).rejects.toThrow("Install of Debian: no-such-package.");
});
