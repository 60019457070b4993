import { describeContract } from "./support/describeContract.ts";

describeContract("the reference panel");
