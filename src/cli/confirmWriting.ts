import {
  announceWrites,
  createSuiteContext,
  RuleViolation,
  type SuiteOptions,
  writeObstacle,
} from "../testing/suite/index.ts";
import { type ExitStatus, exitStatus } from "./exitStatus.ts";
import type { TestPanelArguments } from "./readTestPanelArguments.ts";
import type { Terminal } from "./terminal.ts";

/** Whether the suite may decide; where not, why, and what the command ends with. */
type Confirmation =
  | { readonly write: boolean }
  | { readonly refusal: string; readonly status: ExitStatus };

/** Whether the suite may decide, once the person has been told what it will. */
export async function confirmWriting(
  options: SuiteOptions,
  { yes }: Pick<TestPanelArguments, "yes">,
  { tell, confirm }: Pick<Terminal, "tell" | "confirm">,
): Promise<Confirmation> {
  const context = createSuiteContext(options);
  const refuse = (refusal: string, status: ExitStatus = exitStatus.personNeeded) => ({
    ...{ refusal, status },
  });
  try {
    const obstacle = await writeObstacle(context);
    if (obstacle !== undefined) {
      const { reason, isNotPermitted } = obstacle;
      return refuse(reason, isNotPermitted ? exitStatus.notSignedIn : undefined);
    }
    tell(await announceWrites(context));
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    tell("The purposes cannot be read, so nothing will be decided.");
    return { write: false };
  }
  if (yes) return { write: true };
  if (!confirm) return refuse("Nobody can be asked here: add --yes to go on.");
  return (await confirm("Go on?"))
    ? { write: true }
    : refuse("You chose not to go on.", exitStatus.failed);
}
