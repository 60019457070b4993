import { inject, test } from "vitest";
import { runShare } from "./runShare.ts";

test("the suite is run against the first half of the mistakes", () =>
  runShare(0, inject("mistakesFolder")));
