import { sha256Digest } from "../../../../src/panel/sha256.ts";

export const tagOf = (value: unknown) =>
  `"${sha256Digest(JSON.stringify(value)).slice(9, 20)}"`;
