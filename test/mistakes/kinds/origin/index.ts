import type { KindOfMistakes } from "../../mistake.ts";
import { cors } from "./cors.ts";
import { hosts } from "./hosts.ts";
import { origins } from "./origins.ts";

export const originMistakes: KindOfMistakes = {
  kind: "origin",
  mistakes: [...origins, ...hosts, ...cors],
};
