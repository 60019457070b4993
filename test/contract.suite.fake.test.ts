import { describeContract } from "./support/describeContract.ts";

describeContract("the fake panel");
