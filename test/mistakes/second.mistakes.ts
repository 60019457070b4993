import { inject, test } from "vitest";
import { runShare } from "./runShare.ts";

test("the suite is run against the other half of the mistakes", () =>
  runShare(1, inject("mistakesFolder")));
