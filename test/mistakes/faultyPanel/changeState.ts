import { change, type Loose, type Plant } from "./faults.ts";

/** Changes what the rules want kept of a purpose. */
export const changeState = (
  to: (state: Loose, before: Loose, purpose: string) => Loose,
): Plant =>
  change((given, snapshot, purpose) =>
    given.state ? { ...given, state: to(given.state, snapshot.state, purpose) } : given,
  );
