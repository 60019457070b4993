/** There was no occasion to check; the message says why. */
export class NotTried extends Error {
  override readonly name = "NotTried";
}

/** The time of the run was over before this rule was checked. */
export class OutOfTime extends NotTried {}
