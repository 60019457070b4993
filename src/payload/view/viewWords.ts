/** The words that a view of a payload is made of. */
type ViewWord =
  | "payload.none"
  | "payload.empty"
  | "payload.noVersion"
  | "payload.notStated"
  | "payload.uuidLater"
  | "payload.absent"
  | "payload.notIncluded"
  | "payload.fieldCount"
  | "payload.undisclosed"
  | "payload.unexpected"
  | "payload.duplicate"
  | "payload.notUtf8"
  | "payload.notJson"
  | "payload.cutOff"
  | "payload.tooDeep"
  | "payload.tooLarge"
  | "payload.tooManyMarks"
  | "payload.check.differs"
  | "payload.pseudonym.placeholder"
  | "payload.pseudonym.early"
  | "highlight.announcement";

/** Gives the words of an interface, in the reader's language. */
export type ViewWords = (
  key: ViewWord,
  values?: Readonly<Record<string, string | number>>,
) => string;
