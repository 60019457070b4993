import type { Exchange } from "../../exchange.ts";

export const headersOf = ({ headers }: Exchange) =>
  [...headers].map(([, value]) => value).join("\n");
