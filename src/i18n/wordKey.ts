import type de from "../../locales/de/interface.json";
import type later from "../../locales/de/later.json";

type Keys<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string
    ? WithoutPlural<Key>
    : `${Key}.${Keys<Node[Key]>}`;
}[keyof Node & string];

type WithoutPlural<Key extends string> = Key extends `${infer Base}_${"one" | "other"}`
  ? Base
  : Key;

/** The name of an interface text, such as `status.granted`. */
export type WordKey = Keys<typeof de> | Keys<typeof later>;
