import type { ContractRule } from "../../contractRule.ts";
import { expectEachRefused } from "./expectEachRefused.ts";

export const permissionNeededToDecide: ContractRule = {
  id: "permission-needed-to-decide",
  title: "A person who may look decides nothing",
  section: "docs/panel-api.md#the-order-of-problems",
  remedy: "Answer 403 not-permitted to PUT and DELETE of who may look and not decide.",
  needs: ["write", "read-only-session"],
  check: (context) =>
    expectEachRefused(context, { session: "read-only" }, "not-permitted"),
};
