import { contractRules } from "../src/testing/index.ts";
import { describeContract } from "./support/describeContract.ts";
import { shareOf } from "./support/shareOf.ts";

// The rules are the core's, as of the reference panel; here they show what the store does to them.
describeContract("the panel on PostgreSQL", [
  ...shareOf(contractRules.slice(0, -1), 50),
  ...contractRules.slice(-1),
]);
