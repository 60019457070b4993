/** A host's i18next, of version 26 or 27, of whatever copy, and with whatever types of keys. */
export interface HostI18n {
  readonly options: object;
  readonly addResourceBundle: unknown;
  readonly t: unknown;
}
