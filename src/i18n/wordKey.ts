import type de from "../../locales/de/interface.json";
import type lazy from "../../locales/de/lazy.json";

/** The paths of the texts in a tree of them; the two forms of a plural are one. */
export type TextKeys<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string
    ? WithoutPlural<Key>
    : `${Key}.${TextKeys<Node[Key]>}`;
}[keyof Node & string];

type WithoutPlural<Key extends string> = Key extends `${infer Base}_${"one" | "other"}`
  ? Base
  : Key;

/** The name of an interface text, such as `status.granted`. */
export type WordKey = TextKeys<typeof de> | TextKeys<typeof lazy>;
