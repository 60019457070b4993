import { type PurposeState, purposeState } from "../../src/contract/purposeState.ts";
import type { TestPerson } from "./startTestPanel.ts";

/** What the panel itself says of a purpose to somebody, past the page and all between. */
export async function askState(
  person: Pick<TestPerson, "send">,
  purpose: string,
): Promise<PurposeState> {
  const { text } = await person.send("GET", "/purposes");
  return purposeState.parse(JSON.parse(text).purposes[purpose]);
}
