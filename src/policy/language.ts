/** The languages that every text of a policy exists in (BCP 47 primary tags). */
export const languages = ["de", "en"] as const;

/** A language that every text exists in: its primary tag in small letters (BCP 47). */
export type Language = (typeof languages)[number];

/** One text in every language. */
export type Localized = Readonly<Record<Language, string>>;
