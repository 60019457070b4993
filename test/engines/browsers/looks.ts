/** What a reader has set in the system, or in the browser's settings. */
export interface Looks {
  readonly dark?: boolean;
  readonly reducedMotion?: boolean;
  /** The system's contrast theme. WebKit has none here. */
  readonly forcedColors?: boolean;
}
