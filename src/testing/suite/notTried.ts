/** There was no occasion to check; the message says why. */
export class NotTried extends Error {
  override readonly name = "NotTried";
}

/** The time of the run was over before this promise was checked. */
export class OutOfTime extends NotTried {}
