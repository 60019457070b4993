import type { Hop } from "../../faultyPanel/hop.ts";

export const originOf = ({ headers }: Hop) => headers.get("Origin") ?? "";
