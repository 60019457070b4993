import { expect, test } from "vitest";
import { assertInstalled, type LanguagePanel } from "../support/languagePanel.ts";

const unknown: LanguagePanel = {
  name: "Unknown",
  program: "no-such-program",
  packages: "no-such-package",
  ...{ probe: [], serve: () => [], listens: /./, crash: [], serialize: [] },
};

test("a language that is missing fails, and is told what to install", async () => {
  await expect(assertInstalled(unknown)).rejects.toThrow(
    "Install of Debian: no-such-package.",
  );
});
