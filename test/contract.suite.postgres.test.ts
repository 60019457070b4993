import { describeContract } from "./support/describeContract.ts";

describeContract("the panel on PostgreSQL");
