import type { ContractRule } from "../../contractRule.ts";
import { expectEachRefused } from "./expectEachRefused.ts";

export const sessionNeededToDecide: ContractRule = {
  id: "session-needed-to-decide",
  title: "Nobody decides who is not signed in",
  section: "docs/panel-api.md#the-order-of-problems",
  remedy:
    "Ask for the session at PUT and DELETE before the body is read; answer 401 not-signed-in.",
  needs: ["write"],
  check: (context) => expectEachRefused(context, { session: "none" }, "not-signed-in"),
};
